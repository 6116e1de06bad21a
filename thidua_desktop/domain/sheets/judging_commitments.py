"""Commitments of a returned registration, each held against what is stored and against the plan's targets."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date

from ..bad_input import BadInput
from ..figures.values import format_values
from ..plan.plans import TargetValue
from ..vietnamese import format_date, one_line
from .cells import letters
from .claiming import claimed
from .figure_cells import other_unit, read_figures, told_percent
from .finding import AnswerRow
from .known import Known, KnownCommitment, KnownTarget, read_key
from .report import Change, ChangeKind, ChangeValue, RowReport, Said, place_of

TABLE: ChangeKind = "commitments"
_GONE = "Cam kết in sẵn này đã bỏ khỏi sổ sau khi phát phiếu; đánh dấu thì ghi lại thành cam kết mới."
_ADJUSTED = "Đăng ký đã nộp: ghi thành điều chỉnh, giữ nội dung cũ."
_STAYS = "đăng ký đã nộp nên cam kết vẫn giữ. Muốn bỏ thì điều chỉnh cam kết đó."
_NOTE = "Ghi chú “{}” không có chỗ lưu; xem lại ở tệp gốc."
_NO_FIGURE = "Ô mức cam kết ghi “{}”, không phải con số."
_NOT_TAKEN_ON = "Đơn vị để trống chỉ tiêu được giao này: chưa có cam kết."


def judged_commitments(rows: Sequence[AnswerRow], known: Known) -> Iterator[RowReport]:
    """A report for each commitment of the file, and for those that are no more in it."""
    groups = _groups([row for row in rows if row.table == TABLE])
    stored = claimed(groups, lambda group: _keyed(group[0].key, known), lambda group: _alike(group, known))
    for group, one in zip(groups, stored, strict=True):
        if all(row.emptied for row in group):
            if one or (read_key(group[0].key, "g") and _keyed(group[0].key, known) is None):
                yield _emptied(group[0], place_of(group), one, known)
        else:
            yield _judged(group, one, known)
    yield from _gone(known, {one.id for one in stored if one})


def _groups(rows: Sequence[AnswerRow]) -> list[list[AnswerRow]]:
    """Rows of one key belong together; so does a row with a figure and no words below another."""
    groups: list[list[AnswerRow]] = []
    by_key: dict[tuple[str, int], list[AnswerRow]] = {}
    for row in rows:
        key = read_key(row.key, "c") or read_key(row.key, "g")
        owner = (row.key[:1], key[0]) if key else None
        if owner in by_key and owner is not None:
            by_key[owner].append(row)
        elif owner is None and not row.text("quote") and groups and _says_figure(row):
            groups[-1].append(row)
        else:
            groups.append([row])
            if owner is not None:
                by_key[owner] = groups[-1]
    return groups


def _says_figure(row: AnswerRow) -> bool:
    return any(row.cells.get(key) is not None for key in ("value", "unit", "figures"))


def _keyed(key: str, known: Known) -> KnownCommitment | None:
    """The stored commitment that the key names, or that was made of the target it names."""
    if found := read_key(key, "c"):
        return next((one for one in known.commitments if one.id == found[0]), None)
    if found := read_key(key, "g"):
        return next((one for one in known.commitments if one.target_id == found[0]), None)
    return None


def _alike(group: Sequence[AnswerRow], known: Known) -> Sequence[KnownCommitment]:
    quote = letters(group[0].text("quote"))
    return [one for one in known.commitments if quote and letters(one.quote) == quote]


def _judged(group: Sequence[AnswerRow], stored: KnownCommitment | None, known: Known) -> RowReport:
    first, place = group[0], place_of(group)
    quote = first.text("quote")
    if not quote:
        held = stored.quote if stored else ""
        return RowReport(TABLE, place, held, "refused", ("Chưa ghi nội dung cam kết.", *Said.of(group).doubts))
    try:
        figures = _figures(group, stored)
    except BadInput as error:
        return RowReport(TABLE, place, quote, "refused", (error.happened,))
    said = Said.of(group)
    said = said.also(doubted=[text for row in group for text in other_unit(row, row.text("unit"))])
    said = said.also(doubted=[_NO_FIGURE.format(text) for row in group if (text := _words_for_a_figure(row))])
    if any(one.value is not None and one.value < 0 for one in figures):
        said = said.also(doubted=["Mức cam kết là số âm."])
    if len(figures) == len(group):
        typed = ((row.cells.get("value"), one.value) for row, one in zip(group, figures, strict=True))
        said = said.also(doubted=[text for one in typed for text in told_percent(*one)])
    if len(group) > 1 and not first.key:
        said = said.also(corrected=["Dòng sau không có nội dung, hiểu là con số nữa của cùng cam kết."])
    if stored is None and read_key(first.key, "c"):
        said = said.also(doubted=[_GONE])
    target, said = _target(first, stored, known, said)
    values: dict[str, ChangeValue] = {"quote": quote, "target_id": target.id if target else None}
    deadline = first.cells.get("deadline")
    if "deadline" in first.cells and not isinstance(deadline, str):
        values["deadline"] = deadline if isinstance(deadline, date) else None
    if "proof" in first.cells:
        values["proof_expected"] = first.text("proof")
    if note := first.text("note"):
        said = said.also(left=[_NOTE.format(note)])
    text = _told(quote, figures, first)
    if stored is None:
        return RowReport(TABLE, place, text, said.state, said.reasons, change=Change(TABLE, 0, values, figures))
    compared = _compared(RowReport(TABLE, place, text, said.state), group, said, stored, values, figures)
    return _adjusting(compared) if stored.id in known.kept else compared


def _words_for_a_figure(row: AnswerRow) -> str:
    """What stands in the cell of the figure when there is no digit in it ("hai làng"); "" for a figure or nothing."""
    text = row.text("value")
    return "" if any(letter.isdigit() for letter in text) else text


def _adjusting(report: RowReport) -> RowReport:
    """A commitment that was handed in: what it said before is kept."""
    change = report.change
    if change is None or not (change.figures is not None or {"quote", "deadline"} & set(change.values)):
        return report
    return replace(report, reasons=(*report.reasons, _ADJUSTED))


def _compared(
    report: RowReport,
    group: Sequence[AnswerRow],
    said: Said,
    stored: KnownCommitment,
    values: dict[str, ChangeValue],
    figures: tuple[TargetValue, ...],
) -> RowReport:
    """The report with what differs from the stored commitment; "same" when nothing does."""
    held: dict[str, ChangeValue] = {
        "quote": stored.quote,
        "target_id": stored.target_id,
        "deadline": date.fromisoformat(stored.deadline) if stored.deadline else None,
        "proof_expected": stored.proof,
    }
    changed = {
        key: value
        for key, value in values.items()
        if (folded(value) != folded(held[key]) if key == "quote" else value != held[key])
    }
    if changed.get("target_id", 0) is None:
        del changed["target_id"]  # an empty cell does not part a commitment from its target
    new_figures = figures if figures != stored.values else None
    if not changed and new_figures is None:
        return said.same(report, group)
    before = f"{stored.quote}: {format_values(stored.values)}".rstrip(": ")
    change = Change(TABLE, stored.id, changed, new_figures)
    return replace(report, reasons=said.reasons, before=before, change=change)


def folded(value: ChangeValue) -> str:
    """A text without what a hand or a paper changes by the way: spaces, the first capital and the dot at its end."""
    text = one_line(str(value)).rstrip(" .;")
    return text[:1].upper() + text[1:]


def _figures(group: Sequence[AnswerRow], stored: KnownCommitment | None) -> tuple[TargetValue, ...]:
    """The figures that the rows say, and those of the stored commitment that stood in none of its rows. Nobody writes
    again who gave a figure: it stays.
    """
    held = stored.values if stored else ()
    printed = [format_values((replace(value, assigned_by=None),)) for value in held]
    if held and [line for row in group for line in row.lines("figures")] == printed:
        return held
    keys = [(read_key(row.key, "c"), row) for row in group]
    placed = {key[1]: row for key, row in keys if stored and key and key[0] == stored.id and key[1] < len(held)}
    figures: list[TargetValue] = []
    for place, value in enumerate(held if placed else ()):
        figures += read_figures(placed[place], value) if place in placed else (value,)
    for row in group:
        if not any(row is one for one in placed.values()):
            figures += read_figures(row, None)
    if len(figures) != len(held):
        return tuple(figures)
    pairs = zip(figures, held, strict=True)
    return tuple(replace(one, assigned_by=one.assigned_by or before.assigned_by) for one, before in pairs)


def _target(
    row: AnswerRow, stored: KnownCommitment | None, known: Known, said: Said
) -> tuple[KnownTarget | None, Said]:
    """The target that the row names, else the one it was proposed for, else the stored link."""
    wanted = letters(row.text("target"))
    if wanted:
        found = [one for one in known.targets if letters(one.indicator) == wanted]
        if not found:
            text = f"Kế hoạch không có chỉ tiêu “{row.text('target')}” nên chưa gắn."
            return None, said.also(corrected=[text])
        return found[0], said
    proposed = read_key(row.key, "g")
    own = (stored.target_id if stored else None) or (proposed[0] if proposed else None)
    return next((one for one in known.targets if one.id == own), None), said


def _emptied(row: AnswerRow, place: str, stored: KnownCommitment | None, known: Known) -> RowReport:
    if stored is None:
        proposed = read_key(row.key, "g")
        target = next((one for one in known.targets if proposed and one.id == proposed[0]), None)
        return RowReport(TABLE, place, target.indicator if target else "", "doubtful", (_NOT_TAKEN_ON,))
    return _dropped(stored, known, place, "Đơn vị để trống cam kết này")


def _dropped(stored: KnownCommitment, known: Known, place: str, why: str) -> RowReport:
    """A commitment that the file does not hold any more goes only by the clerk's tick; one handed in stays."""
    if stored.id in known.kept:
        return RowReport(TABLE, place, stored.quote, "doubtful", (f"{why}; {_STAYS}",))
    removed = Change(TABLE, stored.id, removes=True)
    reason = f"{why}; đánh dấu nếu đúng là đơn vị bỏ."
    return RowReport(TABLE, place, f"Bỏ: {stored.quote}", "doubtful", (reason,), stored.quote, removed)


def _gone(known: Known, kept: set[int]) -> Iterator[RowReport]:
    """Commitments that an earlier file brought or that were on the form, and that the file does not hold."""
    printed = {found[0] for key in (known.stamp.printed if known.stamp else ()) if (found := read_key(key, "c"))}
    for one in known.commitments:
        brought = (TABLE, one.id) in known.brought
        if one.id in kept or TABLE not in known.present or not (brought or one.id in printed):
            continue
        why = f"Có trong tệp nhận trước “{known.earlier}”" if brought else "Có trên phiếu gửi đi"
        yield _dropped(one, known, "Không có trong tệp", f"{why} mà tệp này không còn")


def _told(quote: str, figures: tuple[TargetValue, ...], row: AnswerRow) -> str:
    deadline = row.cells.get("deadline")
    parts = [quote, format_values(figures)]
    if isinstance(deadline, date):
        parts.append(f"hạn {format_date(deadline.isoformat())}")
    return " – ".join(filter(None, parts))
