"""What differs between two plans: of two versions, of two years, or of the stored one and one read from a file.

:func:`compare` lists the differences; :mod:`.merging` makes the old plan with some of them taken.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, fields, replace
from typing import Any, Literal, NamedTuple

from ..papers.text_tables import ROW
from ..registers.catalogue import REGISTERS
from ..richtext import Paragraph
from ..vietnamese import folded_line, one_line
from . import rows as plan_rows
from .arranging import TOP, Match
from .labels import LABELS
from .matching import match_rows, match_sections
from .plans import PartialDate, Plan, Section
from .same_words import Papers, sentence_of

What = Literal["added", "removed", "changed", "moved"]

_PARTS_OF_DATE = ("day", "month", "date_year")
FIELDS = tuple(key for key in LABELS if key not in _PARTS_OF_DATE)
_LINKS = ("parent", "target")
_BULLETS = ("- ", "+ ", "• ")
_STYLE_ALONE = "Chỉ đổi chữ đậm, chữ nghiêng."
_FIRST_WORDS = 60  # characters of a section or row that has no name


class Key(NamedTuple):
    """What a difference is about: ``part`` is "field", "text", "section" or the kind of a list.

    ``name`` is the field, ``number`` the place in reading order in the old plan, of what was added in the new one.
    """

    part: str
    what: What
    name: str = ""
    number: int = 0


@dataclass(frozen=True, slots=True)
class Difference:
    """One difference as the clerk reads it: what it is about and the texts before and after ("" for none).

    ``note`` says what the texts do not. ``ticked`` is whether taking it is proposed, ``costs_results`` whether what was
    entered goes with it. ``old_id`` and ``new_id`` are the ids of the section or row.
    """

    key: Key
    title: str
    old: str = ""
    new: str = ""
    note: str = ""
    ticked: bool = True
    old_id: int = 0
    new_id: int = 0
    costs_results: bool = False


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two plans with what is the same in them, and their differences in the order of the paper.

    ``papers`` are their words when the new one was read from a paper, which does not say all that a plan holds.
    """

    old: Plan
    new: Plan
    sections: Match
    rows: Mapping[str, Match]
    differences: tuple[Difference, ...] = ()
    papers: Papers | None = None


def compare(old: Plan, new: Plan, *, is_read: bool = False) -> Comparison:
    """What became of ``old`` in ``new``. State, versions, file and the lines of the head are not compared.

    Of a new plan that ``is_read`` from a paper only what the paper says otherwise is a difference: not what it leaves
    blank, nor how its unchanged sentences were understood this time.
    """
    rows = {kind: match_rows(old, new, kind) for kind in plan_rows.PLAN_KINDS}
    bare = Comparison(old, new, match_sections(old, new), rows, papers=Papers(old, new) if is_read else None)
    found = (*_fields(bare), *_texts(bare, "preamble"), *_sections(bare), *_texts(bare, "closing"), *_lists(bare))
    return Comparison(old, new, bare.sections, rows, found, bare.papers)


# Single values and texts


def field_value(plan: Plan, name: str) -> Any:
    """The value of one of :data:`FIELDS`, or of "date"."""
    if name.startswith("signer_"):
        return getattr(plan.signer, name.removeprefix("signer_"))
    return getattr(plan, name)


def _fields(both: Comparison) -> Iterator[Difference]:
    for name in (*FIELDS, "date"):
        old, new = field_value(both.old, name), field_value(both.new, name)
        if _tidy(old) != _tidy(new) and not (both.papers and _says_nothing(old, new, both.old.year)):
            label = "Ngày ban hành" if name == "date" else _capital(LABELS[name])
            ticked = not _says_less(old, new)
            yield Difference(Key("field", "changed", name), label, _shown(old), _shown(new), ticked=ticked)


def _says_less(old: Any, new: Any) -> bool:
    """Whether the new value leaves blank what the old one says: a paper is often read before it has number and day."""
    if isinstance(old, PartialDate):
        return any(getattr(old, part) and not getattr(new, part) for part in ("day", "month", "year"))
    return not _shown(new)


def _says_nothing(old: Any, new: Any, year: int) -> bool:
    """Whether the new value is blank, or of a day has only parts that the old one has too.

    Of a day without a year a paper writes that of the plan.
    """
    if isinstance(old, PartialDate):
        old = old if old.year else replace(old, year=year)
        return all(getattr(new, part) in (None, getattr(old, part)) for part in ("day", "month", "year"))
    return not _shown(new)


def _tidy(value: Any) -> Any:
    return one_line(value) or None if isinstance(value, str) else value


def _shown(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, str | int):
        return str(value)
    parts = (value.day, value.month, value.year)
    return "/".join("…" if part is None else str(part) for part in parts) if any(parts) else ""


def _texts(both: Comparison, name: Literal["preamble", "closing"]) -> Iterator[Difference]:
    old, new = getattr(both.old, name), getattr(both.new, name)
    styled = name != "preamble"  # the paper itself sets căn cứ in italics
    if not same_text(old, new, styled=styled):
        title = {"preamble": "Phần mở đầu", "closing": "Phần kết"}[name]
        yield Difference(Key("text", "changed", name), title, *_both_texts(old, new))


def same_text(old: Iterable[Paragraph], new: Iterable[Paragraph], *, styled: bool = True) -> bool:
    """Whether both say the same in the same letters; spaces do not count, nor how they are set."""
    sides = ([_letters(paragraph, styled) for paragraph in side] for side in (old, new))
    return next(sides) == next(sides)


def _letters(paragraph: Paragraph, styled: bool) -> tuple[str, str, list[tuple[bool, bool]]]:
    """Bullet, words and the style of each letter; a row of a table has none on paper, nor empty cells at its end."""
    if paragraph.bullet == ROW:
        return paragraph.bullet, one_line(paragraph.text).rstrip(f"{ROW} "), []
    bullet, words = paragraph.bullet, one_line(paragraph.text)
    styles = [(run.bold, run.italic) for run in paragraph.runs for letter in run.text if not letter.isspace()]
    if not bullet and words[:2] in _BULLETS:  # typed as a letter of the text
        bullet, words, styles = words[0], words[2:], styles[1:]
    return bullet, words, styles if styled else []


def body_text(paragraphs: Iterable[Paragraph]) -> str:
    """Paragraphs as plain lines, each with its bullet."""
    return "\n".join(f"{paragraph.bullet} {paragraph.text}".strip() for paragraph in paragraphs)


def _both_texts(old: Iterable[Paragraph], new: Iterable[Paragraph]) -> tuple[str, str, str]:
    texts = body_text(old), body_text(new)
    return (*texts, "" if texts[0] != texts[1] else _STYLE_ALONE)


# Sections


def _sections(both: Comparison) -> Iterator[Difference]:
    """In the order of the new plan; what was removed stands where it stood."""
    match = both.sections
    old, new = list(both.old.all_sections()), list(both.new.all_sections())
    moved, back = match.moved(), match.back
    gone = sorted(match.removed)
    for number, section in enumerate(new):
        before = back.get(number)
        while gone and before is not None and gone[0] < before:
            yield from _removed_section(both, old, gone.pop(0))
        if before is None:
            yield from _added_section(both, new, number)
        else:
            called = _called(section, _above(match.new, new, number))
            yield from _changed_section((old[before], section), before, called, is_moved=before in moved)
    for number in gone:
        yield from _removed_section(both, old, number)
    if not (moved or match.removed or match.added):
        yield from _numbers(both, old, new)


def _removed_section(both: Comparison, old: list[Section], number: int) -> Iterator[Difference]:
    """A section that went with the one above it is told with that one."""
    if both.sections.old[number] not in both.sections.removed:
        whole = [old[one] for one in sorted(below(both.sections.old, both.sections.removed, number))]
        title = _called(old[number], _above(both.sections.old, old, number))
        yield Difference(Key("section", "removed", "", number), title, section_text(whole), old_id=old[number].id)


def _added_section(both: Comparison, new: list[Section], number: int) -> Iterator[Difference]:
    if both.sections.new[number] not in both.sections.added:
        whole = [new[one] for one in sorted(below(both.sections.new, both.sections.added, number))]
        title = _called(new[number], _above(both.sections.new, new, number))
        key, new_id = Key("section", "added", "", number), new[number].id
        yield Difference(key, title, "", section_text(whole), new_id=new_id)


def below(parents: Iterable[int], among: Iterable[int], top: int) -> set[int]:
    """``top`` and those of ``among`` that stand below it with nothing else between."""
    parents, found = list(parents), {top}
    for number in sorted(among):
        if parents[number] in found:
            found.add(number)
    return found


def _changed_section(
    pair: tuple[Section, Section], number: int, called: str, *, is_moved: bool
) -> Iterator[Difference]:
    old, new = pair
    if not same_section(old, new):
        texts = section_text([old], numbered=False), section_text([new], numbered=False)
        note = "" if texts[0] != texts[1] else _STYLE_ALONE
        yield Difference(Key("section", "changed", "", number), called, *texts, note, old_id=old.id, new_id=new.id)
    if is_moved:
        note = one_line(f"Mục {old.marker} cũ chuyển chỗ thành mục {new.marker}.")
        yield Difference(Key("section", "moved", "", number), called, note=note, old_id=old.id, new_id=new.id)


def same_section(old: Section, new: Section) -> bool:
    """Whether heading and own paragraphs say the same."""
    return _tidy(old.heading) == _tidy(new.heading) and same_text(old.body, new.body)


def _numbers(both: Comparison, old: list[Section], new: list[Section]) -> Iterator[Difference]:
    """Other numbers of sections that all stayed; of what moved, came or went the numbers follow."""
    pairs = [(old[one], new[other]) for one, other in both.sections.pairs.items()]
    others = [(one, other) for one, other in pairs if not _same_number(one.marker, other.marker)]
    if others:
        before, after = (
            "\n".join(one_line(f"{side[at].marker} {_words(side[at])}") for side in others) for at in (0, 1)
        )
        yield Difference(Key("section", "changed", "numbers"), "Số thứ tự các mục", before, after)


def _same_number(old: str, new: str) -> bool:
    """Whether two numbers are one; "PHẦN THỨ NHẤT" is "Phần thứ nhất" on paper."""
    return old == new or (old.lower() == new.lower() and " " in old)


def section_text(sections: Iterable[Section], *, numbered: bool = True) -> str:
    """Sections as plain lines."""
    lines = []
    for section in sections:
        head = f"{section.marker if numbered else ''} {section.heading or ''}".strip()
        lines += [line for line in (head, body_text(section.body)) if line]
    return "\n".join(lines)


def _called(section: Section, above: Sequence[str]) -> str:
    """A section by the numbers above it and its own: "Mục II.2.a) Về kinh tế"."""
    own = section.marker
    holders = above[:-1] if above and own.startswith(f"{above[-1]}.") else above
    return one_line(f"Mục {'.'.join((*holders, own))} {_words(section)}")


def _words(section: Section) -> str:
    return _short(section.heading or next((paragraph.text for paragraph in section.body), ""))


def _above(parents: Sequence[int], sections: Sequence[Section], number: int) -> list[str]:
    """The numbers of what holds a section, from the top; "1.1" stands for "1" too."""
    step, above = parents[number], list[str]()
    while step != TOP:
        own = sections[step].marker.rstrip(".)/")
        if own and not (above and above[0].startswith(f"{own}.")):
            above = [own, *above]
        step = parents[step]
    return above


# Lists


def _lists(both: Comparison) -> Iterator[Difference]:
    words = {"old": folded_line(_whole_text(both.old)), "new": folded_line(_whole_text(both.new))}
    for kind in plan_rows.PLAN_KINDS:
        match = both.rows[kind]
        old, new = plan_rows.items(both.old, kind), plan_rows.items(both.new, kind)
        for one, other in sorted(match.pairs.items(), key=lambda pair: pair[1]):
            if changed := changed_fields(both, kind, one, other):
                ticked = any(getattr(new[other], name) not in (None, "", ()) for name in changed)
                yield _changed_row(both, kind, (one, other), ticked=ticked)
        for number in sorted(match.added):
            if both.papers and both.papers.agree_on(new[number]):
                continue
            text = _row_text(both.new, kind, number)
            title, key = _title(kind, new[number]), Key(kind, "added", "", number)
            yield Difference(key, title, "", text, new_id=new[number].id)
        for number in sorted(match.removed):
            if not (both.papers and both.papers.say_nothing_of(old[number], _name(kind, old[number]))):
                yield _removed_row(both, kind, number, words)
        if match.moved():
            before, after = ("\n".join(_name(kind, row) for row in rows) for rows in (old, new))
            yield Difference(Key(kind, "moved"), f"Thứ tự của {REGISTERS[kind].title}", before, after)


def _changed_row(both: Comparison, kind: str, pair: tuple[int, int], *, ticked: bool) -> Difference:
    old, new = plan_rows.items(both.old, kind)[pair[0]], plan_rows.items(both.new, kind)[pair[1]]
    before, after = _row_texts(both, kind, *pair)
    note = "" if before != after else "Khác ở phần không in ra giấy."
    key = Key(kind, "changed", "", pair[0])
    return Difference(key, _title(kind, old), before, after, note, ticked, old.id, new.id)


def _removed_row(both: Comparison, kind: str, number: int, words: Mapping[str, str]) -> Difference:
    """What does not stand in the old text was never on paper, what still stands in the new one was only not seen."""
    row = plan_rows.items(both.old, kind)[number]
    own = folded_line(sentence_of(row) or _name(kind, row))
    note = ""
    if own not in words["old"]:
        note = "Dòng này không có trong lời văn của kế hoạch, nên tệp mới không nói gì về nó."
    elif own in words["new"]:
        note = "Lời văn mới vẫn còn câu này; có thể chương trình chưa đọc ra."
    text = _row_text(both.old, kind, number)
    return Difference(Key(kind, "removed", "", number), _title(kind, row), text, "", note, not note, old_id=row.id)


def changed_fields(both: Comparison, kind: str, one: int, other: int) -> tuple[str, ...]:
    """The fields in which a row of the old plan differs from its counterpart; what a paper does not say is left out."""
    old, new = plan_rows.items(both.old, kind)[one], plan_rows.items(both.new, kind)[other]
    if both.papers and kind != "plan_tasks" and both.papers.agree_on(new):  # who does a task is often in the heading
        return ()
    names = [field.name for field in fields(old) if field.name not in ("id", *_LINKS)]
    found = [name for name in names if _tidy(getattr(old, name)) != _tidy(getattr(new, name))]
    found = [name for name in found if not _is_kept(both, kind, name, old, new)]
    for link in _LINKS:
        if hasattr(old, link):
            named, wanted = getattr(old, link), getattr(new, link)
            there = None if named is None else both.rows["plan_targets"].pairs.get(named, TOP)
            found += [link] * (there != wanted and not _is_kept(both, kind, link, old, new))
    return tuple(found)


def _is_kept(both: Comparison, kind: str, name: str, old: Any, new: Any) -> bool:
    return both.papers is not None and both.papers.keeps(kind, name, getattr(old, name), getattr(new, name))


def _row_text(plan: Plan, kind: str, number: int) -> str:
    return "\n".join(f"{heading}: {cell}" for heading, cell in _cells(plan, kind, number).items() if cell)


def _cells(plan: Plan, kind: str, number: int) -> dict[str, str]:
    headings = (column.heading for column in REGISTERS[kind].columns)
    return dict(zip(headings, plan_rows.cells(plan, kind, number), strict=True))


def _row_texts(both: Comparison, kind: str, one: int, other: int) -> tuple[str, str]:
    """The cells that differ, each under its heading."""
    old, new = _cells(both.old, kind, one), _cells(both.new, kind, other)
    differ = [heading for heading in old if old[heading] != new[heading]]
    before, after = ("\n".join(f"{heading}: {side[heading]}" for heading in differ) for side in (old, new))
    return before, after


def _name(kind: str, row: Any) -> str:
    name = str(getattr(row, REGISTERS[kind].title_key) or getattr(row, "quote", "") or "")
    return _short(name)


def _title(kind: str, row: Any) -> str:
    return f"{_capital(REGISTERS[kind].one)} “{_name(kind, row)}”"


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def _short(text: str) -> str:
    line = one_line(text)
    return line if len(line) <= _FIRST_WORDS else f"{line[:_FIRST_WORDS].rsplit(' ', 1)[0].rstrip(',;:')}…"


def _whole_text(plan: Plan) -> str:
    text = (body_text(plan.preamble), section_text(plan.all_sections()), body_text(plan.closing))
    return "\n".join((*text, *(recipient.name for recipient in plan.recipients)))
