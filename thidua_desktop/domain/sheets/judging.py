"""Titles, initiatives and movements of a returned registration, each held against what is stored."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TypeVar

from ..vietnamese import folded_line, name_key, one_line
from .cells import letters
from .claiming import claimed
from .finding import AnswerRow
from .known import Known, KnownInitiative, KnownMovement, KnownTitle, Listed, read_key
from .report import Change, ChangeKind, ChangeValue, RowReport, Said
from .tables import FAMILY_AWARD, HOUSEHOLD, PERSON, table

BODY = "tập thể"
_MISSING = {"initiatives": "tên sáng kiến", "movements": "tên phong trào"}
_Stored = TypeVar("_Stored", bound=Listed)


def judged_titles(rows: Sequence[AnswerRow], known: Known) -> Iterator[RowReport]:
    """A report for each title of the file, of collectives and of people, and for those that are no more in it."""
    titles = _Titles(known.titles)
    parted = list(_parted(rows, known))
    stored = claimed([row for row, _ in parted], titles.keyed, lambda row: titles.alike(row, known))
    for (row, several), one in zip(parted, stored, strict=True):
        if not row.emptied:
            yield _title(row, one, known, titles, titles.notes(row) if several else frozenset())
        elif one:
            yield _emptied(row, "registered_titles", one.id, one.told)
    yield from _gone(known, "registered_titles", "t", known.titles, _ids(stored))


class _Titles:
    """The stored titles and those met in the file, by subject and award. Hà and Hạ are two people; a name typed without
    any mark may be either.
    """

    def __init__(self, stored: Sequence[KnownTitle]) -> None:
        self.by_id = {one.id: one for one in stored}
        self._stored: dict[tuple[str, str], list[KnownTitle]] = {}
        self._met: dict[tuple[str, str], list[tuple[str, str]]] = {}
        for one in stored:
            self._stored.setdefault((folded_line(one.subject), folded_line(one.award)), []).append(one)

    def keyed(self, row: AnswerRow) -> KnownTitle | None:
        """The stored title that the key of the row names."""
        found = read_key(row.key, "t")
        return self.by_id.get(found[0]) if found else None

    def alike(self, row: AnswerRow, known: Known) -> Sequence[KnownTitle]:
        """The stored titles of the same subject and award."""
        subject, award = row.text("subject"), row.text("award")
        held = self._stored.get((folded_line(subject), folded_line(known.award(award) or award)), ())
        return [one for one in held if _same_name(one.subject, subject)]

    def notes(self, row: AnswerRow) -> frozenset[str]:
        """The notes of all titles of that subject: papers print them in one cell."""
        subject = row.text("subject")
        return frozenset(one.note for one in self.by_id.values() if _same_name(one.subject, subject))

    def meet(self, subject: str, award: str, place: str) -> str:
        """Notes that the file holds this title; gives where it stood before, "" for nowhere."""
        met = self._met.setdefault((folded_line(subject), folded_line(award)), [])
        before = next((at for name, at in met if _same_name(name, subject)), "")
        met.append((subject, place))
        return before


def _same_name(one: str, other: str) -> bool:
    if folded_line(one) != folded_line(other):
        return False
    return _is_plain(one) or _is_plain(other) or name_key(one) == name_key(other)


def _is_plain(name: str) -> bool:
    """Whether a name was typed without any mark."""
    return one_line(name).lower() == folded_line(name)


def _spelt(subject: str, stored: KnownTitle | None, known: Known) -> str:
    """The name as it is stored, else as the directory spells it, where the file has it in capitals or without marks."""
    held = stored.subject if stored and folded_line(stored.subject) == folded_line(subject) else known.person(subject)
    if held and (_is_plain(subject) or name_key(held) == name_key(subject)):
        return held
    return subject


def _parted(rows: Sequence[AnswerRow], known: Known) -> Iterator[tuple[AnswerRow, bool]]:
    """The rows of titles, one for each title or reward of a row, and whether its row holds several."""
    for row in rows:
        if row.table not in ("collectives", "people"):
            continue
        awards = [one for key in ("award", "reward") for one in _awards(row.lines(key), known)] or [""]
        for place, award in enumerate(awards):
            yield replace(row, cells={**row.cells, "award": award}, key="" if place else row.key), len(awards) > 1


def _awards(lines: Sequence[str], known: Known) -> Sequence[str]:
    """The awards that the lines of a cell name: one may go over several lines, several may stand in one line."""
    whole = " ".join(lines)
    if known.award(whole) is not None:
        return [whole]
    if any(known.award(one) is not None for one in lines):
        return lines
    parts = [part for part in re.split(r"\s*[,;+]\s*|\s+và\s+", whole) if part]
    return parts if all(known.award(part) is not None for part in parts) else [whole]


def _title(
    row: AnswerRow, stored: KnownTitle | None, known: Known, titles: _Titles, notes: frozenset[str]
) -> RowReport:
    """The report of a row that says something."""
    subject, written = row.text("subject"), row.text("award")
    if not subject or not written:
        missing = "tên" if not subject else "danh hiệu"
        return _refused(row, " – ".join(filter(None, (subject, written))), f"Chưa ghi {missing}.")
    if not any(letter.isalpha() for letter in subject):
        return _refused(row, f"{subject} – {written}", f"“{subject}” không phải là một tên.")
    said, award = _award(row, known, written)
    kind = BODY if row.table == "collectives" else _person_kind(known, subject, award)
    said = said.also(doubted=_wrong_kind(known, kind, award))
    other = known.other_body(row.text("position"))
    if other:
        said = said.also(doubted=[f"Dòng này ghi đơn vị khác: “{other}”."])
    elif other is not None:
        row = replace(row, cells={**row.cells, "position": None})
    if before := titles.meet(subject, award, row.place):
        said = said.also(doubted=[f"Trùng với {before}; chỉ đánh dấu nếu là hai người khác nhau."])
    spelt = _spelt(subject, stored, known) if kind == PERSON else subject
    if spelt != subject:
        said = said.also(corrected=[f"“{subject}” hiểu là “{spelt}”."])
    values: dict[str, ChangeValue] = {
        "subject": spelt,
        "subject_kind": kind,
        "award": award,
        "note": _note(row, stored, notes),
    }
    return _stored_or_new(row, "registered_titles", stored, values, said)


def _award(row: AnswerRow, known: Known, written: str) -> tuple[Said, str]:
    said, award = Said.of([row]), known.award(written)
    if award is None:
        return said.also(doubted=[f"“{written}” không có trong danh mục danh hiệu, hình thức khen thưởng."]), written
    if letters(award) != letters(written):
        said = said.also(corrected=[f"“{written}” hiểu là “{award}”."])
    return said, award


def _person_kind(known: Known, subject: str, award: str) -> str:
    kind = known.subject_kind(subject, award)
    return kind if kind and kind != BODY else PERSON


def _wrong_kind(known: Known, kind: str, award: str) -> list[str]:
    subjects = known.subjects(award)
    if not subjects or kind in subjects:
        return []
    return [f"“{award}” dành cho {', '.join(subjects)}, không dành cho {kind}."]


def _note(row: AnswerRow, stored: KnownTitle | None, notes: frozenset[str]) -> str:
    """The note, or that of the stored title when the cell holds the ``notes`` of several; the position of somebody whom
    the directory does not know goes with it, so that it is not lost.
    """
    note, position = _said(row, "note", stored), row.text("position")
    if stored and note and notes.issuperset(row.lines("note")):
        note = stored.note
    whole = f"{position}; {note}" if note else position
    if stored and position and letters(stored.note) == letters(whole):
        return stored.note  # an earlier file brought it, before the directory knew the position
    held = stored.position if stored else ""
    return whole if position and letters(position) != letters(held) and letters(position) not in letters(note) else note


def judged_initiatives(rows: Sequence[AnswerRow], known: Known) -> Iterator[RowReport]:
    """A report for each initiative of the file, and for those that are no more in it."""
    yield from _judged_named(rows, known, _Named(known.initiatives, "initiatives", "registered_initiatives", "i"))


def judged_movements(rows: Sequence[AnswerRow], known: Known) -> Iterator[RowReport]:
    """A report for each movement of the file, and for those that are no more in it."""
    yield from _judged_named(rows, known, _Named(known.movements, "movements", "registered_movements", "m"))


@dataclass(frozen=True, slots=True)
class _Named:
    """Rows that are known again by their name alone."""

    stored: Sequence[KnownInitiative | KnownMovement]
    table: str
    kind: ChangeKind
    letter: str

    def alike(self, row: AnswerRow) -> Sequence[KnownInitiative | KnownMovement]:
        """The stored rows of the same name."""
        name = folded_line(row.text("name"))
        return [one for one in self.stored if name and folded_line(one.name) == name]


def _judged_named(rows: Sequence[AnswerRow], known: Known, what: _Named) -> Iterator[RowReport]:
    own = [row for row in rows if row.table == what.table]
    stored = claimed(own, lambda row: _by_key(row, what.letter, what.stored), what.alike)
    for row, one in zip(own, stored, strict=True):
        if row.emptied:
            if one:
                yield _emptied(row, what.kind, one.id, one.told)
        elif not row.text("name"):
            said = " – ".join(filter(None, (row.text("author"), row.text("note"))))
            yield _refused(row, said, f"Chưa ghi {_MISSING[what.table]}.")
        else:
            told = Said.of([row]).also(left=_elsewhere(row, rows, known))
            yield _stored_or_new(row, what.kind, one, _named_values(row, one), told)
    yield from _gone(known, what.kind, what.letter, what.stored, _ids(stored))


def _elsewhere(row: AnswerRow, rows: Sequence[AnswerRow], known: Known) -> list[str]:
    """Papers repeat beside an initiative what its author registers; what stands nowhere else is not taken from here."""
    author = folded_line(row.text("author"))
    told = {letters(one.award) for one in known.titles if folded_line(one.subject) == author}
    own = (one for one in rows if one.table == "people" and folded_line(one.text("subject")) == author)
    for one in own:
        told |= {letters(known.award(line) or line) for key in ("award", "reward") for line in one.lines(key)}
    missing = [line for line in row.lines("award") if letters(known.award(line) or line) not in told]
    return [f"“{line}” ghi ở bảng sáng kiến không lấy: danh hiệu ghi ở bảng cá nhân." for line in missing]


def _named_values(row: AnswerRow, stored: KnownInitiative | KnownMovement | None) -> dict[str, ChangeValue]:
    """The values in the order of a report; a column that the file does not have leaves them as they are stored."""
    values: dict[str, ChangeValue] = {"name": row.text("name")}
    if row.table == "initiatives":
        scopes = table("initiatives").column("scope").choices
        scope = _said(row, "scope", stored)
        values |= {"author": _said(row, "author", stored), "scope": scope if scope in scopes else scopes[0]}
    return values | {"note": _said(row, "note", stored)}


def _stored_or_new(
    row: AnswerRow,
    kind: ChangeKind,
    stored: Listed | None,
    values: dict[str, ChangeValue],
    said: Said,
) -> RowReport:
    text = " – ".join(str(value) for key, value in values.items() if value and key != "subject_kind")
    if stored is None:
        return RowReport(row.table, row.place, text, said.state, said.reasons, change=Change(kind, 0, values))
    changed = {key: value for key, value in values.items() if getattr(stored, key) != value}
    if not changed:
        return said.same(RowReport(row.table, row.place, text, "same"), [row])
    change = Change(kind, stored.id, changed)
    return RowReport(row.table, row.place, text, said.state, said.reasons, stored.told, change)


def _gone(
    known: Known,
    kind: ChangeKind,
    letter: str,
    stored: Sequence[Listed],
    kept: set[int],
) -> Iterator[RowReport]:
    """The stored rows that the file does not hold though it should: an earlier file brought them, or they were on the
    form that went out."""
    printed = {found[0] for key in (known.stamp.printed if known.stamp else ()) if (found := read_key(key, letter))}
    for one in stored:
        if one.id in kept or _table_of(one) not in known.present:
            continue
        removed = Change(kind, one.id, removes=True)
        brought = (kind, one.id) in known.brought
        if brought and known.is_whole:
            reason = f"Có trong tệp nhận trước “{known.earlier}”, tệp này không còn: bỏ theo tệp này."
            yield RowReport(_table_of(one), "Không có trong tệp", one.told, "corrected", (reason,), one.told, removed)
        elif brought or one.id in printed:
            where = f"tệp nhận trước “{known.earlier}”" if brought else "phiếu gửi đi"
            reason = f"Có trên {where} mà tệp này không có; đánh dấu nếu đúng là đơn vị bỏ."
            yield RowReport(_table_of(one), "Không có trong tệp", one.told, "doubtful", (reason,), one.told, removed)


def _table_of(one: Listed) -> str:
    """The table that such a row stands in; households have a list of their own, our spreadsheet holds them too."""
    if isinstance(one, KnownTitle):
        is_family = (one.subject_kind, one.award) == (HOUSEHOLD, FAMILY_AWARD)
        return "families" if is_family else "collectives" if one.subject_kind == BODY else "people"
    return "initiatives" if isinstance(one, KnownInitiative) else "movements"


def _emptied(row: AnswerRow, kind: ChangeKind, row_id: int, before: str) -> RowReport:
    removed = Change(kind, row_id, removes=True)
    return RowReport(
        row.table, row.place, f"Bỏ: {before}", "corrected", ("Đơn vị để trống dòng này.",), before, removed
    )


def _refused(row: AnswerRow, text: str, reason: str) -> RowReport:
    return RowReport(row.table, row.place, text, "refused", (reason, *row.doubts))


def _by_key(row: AnswerRow, letter: str, stored: Sequence[_Stored]) -> _Stored | None:
    """The stored row that the key of the row names."""
    found = read_key(row.key, letter)
    return next((one for one in stored if found and one.id == found[0]), None)


def _ids(stored: Sequence[Listed | None]) -> set[int]:
    return {one.id for one in stored if one}


def _said(row: AnswerRow, key: str, stored: Listed | None) -> str:
    """The text of a cell; where the file has no such column it is as it is stored."""
    return row.text(key) if key in row.cells or stored is None else str(getattr(stored, key))
