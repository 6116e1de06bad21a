"""One person who was entered twice: two rows become one, with everything that named either."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from ...domain.bad_input import BadInput
from ...domain.changes import Changes
from ...domain.members.merging import Choice, Conflict, added_note
from ...domain.registers.catalogue import REGISTERS
from ...domain.registers.directory import PEOPLE
from ...storage import records
from ...storage.datafile import DataFile
from ...storage.records import Row
from ..registers import register_rows as rows_of
from ..wording import shortened
from ..workspace import Workspace
from .doubles import differences_of

KIND = "people"
_LINKS = (
    *("registered_titles", "registered_initiatives", "nominations", "awards"),
    *("initiatives", "person_posts"),
)
_NUMBER = "identity_number"


def people_conflicts(workspace: Workspace, stays: int, goes: int) -> tuple[Conflict, ...]:
    """Where both rows say something, and not the same. Raises :class:`BadInput` for two identity numbers."""
    file = workspace.file
    first, second = (records.get(file, KIND, one) for one in (stays, goes))
    refuse(first, second)
    fields = [
        Conflict(one.key, one.heading, one.first, one.second)
        for one in differences_of(PEOPLE, first, second, rows_of.link_names(file, PEOPLE, None))
        if _filled(first, one.key) and _filled(second, one.key) and one.key != "note"
    ]
    return (*fields, *(_year_conflict(file, one, other) for one, other in _years(file, stays, goes)))


def _filled(row: Row, key: str) -> bool:
    """Whether a cell says something; that somebody is no member of the Party is what an unfilled cell says, too."""
    return row[key] not in (None, "", 0)


def refuse(first: Row, second: Row) -> None:
    """Raises :class:`BadInput` for two people whose identity numbers say that they are two, or one row with itself."""
    numbers = ["".join(str(row[_NUMBER]).split()) for row in (first, second)]
    if first["id"] == second["id"] or (all(numbers) and numbers[0] != numbers[1]):
        raise BadInput(
            f"Hai dòng “{shortened(str(first['full_name']))}” có số định danh khác nhau nên không gộp.",
            "Nếu một số ghi nhầm thì sửa lại số đó rồi gộp.",
        )


def merge_people(
    workspace: Workspace, pairs: Sequence[tuple[int, int]], answers: Mapping[str, Choice] | None = None
) -> Changes:
    """Puts every pair (who stays, who goes) together, in one act.

    ``answers`` tell for a single pair by :attr:`Conflict.key` what stays; without one it is what the row that stays
    says. The rest goes into the note. Raises :class:`BadInput` as :func:`people_conflicts` does.
    """
    file = workspace.file
    if not pairs:
        raise BadInput("Chưa chọn cặp nào để gộp.", "Đánh dấu các cặp là một người rồi gộp.")
    name = shortened(str(records.get(file, KIND, pairs[0][0])["full_name"]))
    what = f"hai dòng {name} là một người" if len(pairs) == 1 else f"{len(pairs)} cặp người nhập trùng"
    with file.act(f"Gộp {what}") as act:
        for stays, goes in chained(pairs):
            put_together(workspace, stays, goes, answers or {})
    return act.changes


def chained(pairs: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """Pairs of three or more rows of one person, each put to the row that stays in the end."""
    into: dict[int, int] = {}

    def end(one: int) -> int:
        while one in into:
            one = into[one]
        return one

    found = []
    for stays, goes in pairs:
        last, gone = end(stays), end(goes)
        if last != gone:
            into[gone] = last
            found.append((last, gone))
    return found


def put_together(workspace: Workspace, stays: int, goes: int, answers: Mapping[str, Choice]) -> None:
    """Puts two rows of one person together; belongs inside an act."""
    file = workspace.file
    first, second = records.find(file, KIND, stays), records.find(file, KIND, goes)
    if first is None or second is None:
        return
    conflicts = people_conflicts(workspace, stays, goes)
    changed: Row = {
        column.key: second[column.key]
        for column in PEOPLE.columns
        if column.key != "note" and not _filled(first, column.key) and _filled(second, column.key)
    }
    lost = []
    for one in conflicts:
        if "/" in one.key:
            continue
        taken = answers.get(one.key) == "other"
        changed |= {one.key: second[one.key]} if taken else {}
        lost.append(f"{one.what} {one.kept if taken else one.other}" if one.key != _NUMBER else "")
    notes = " ".join(filter(None, (str(first["note"]), str(second["note"]))))
    changed["note"] = added_note(notes, "dòng nhập trùng", lost)
    _settle_years(file, stays, goes, answers)
    for table in _LINKS:
        for row in records.page(file, table, where={"person_id": goes}, order="id"):
            records.update(file, table, rows_of.row_id(row), {"person_id": stays})
    records.delete(file, KIND, [goes])
    records.update(file, KIND, stays, changed)


def _years(file: DataFile, stays: int, goes: int) -> list[tuple[Row, Row]]:
    """The years that were entered of both rows."""
    own = {row["year"]: row for row in records.page(file, "person_years", where={"person_id": stays})}
    others = records.page(file, "person_years", where={"person_id": goes})
    return [(own[row["year"]], row) for row in others if row["year"] in own]


def _year_conflict(file: DataFile, one: Row, other: Row) -> Conflict:
    return Conflict(f"person_years/{one['year']}", f"Kết quả năm {one['year']}", _year_text(one), _year_text(other))


def _year_text(row: Row) -> str:
    shown = (
        (column, rows_of.shown(column, row[column.key], {}))
        for column in REGISTERS["person_years"].columns
        if column.key != "year" and row[column.key] not in (None, "")
    )
    return "; ".join(text if column.type in ("choice", "long_text") else f"{text} tháng" for column, text in shown)


def _settle_years(file: DataFile, stays: int, goes: int, answers: Mapping[str, Choice]) -> None:
    """Of a year that both have one row stays, with the other in its note; the other years come over."""
    for one, other in _years(file, stays, goes):
        taken = answers.get(f"person_years/{one['year']}") == "other"
        kept, lost = (other, one) if taken else (one, other)
        text = _year_text(lost)
        records.delete(file, "person_years", [rows_of.row_id(lost)])
        note = added_note(str(kept["note"]), "dòng nhập trùng", [text if text != _year_text(kept) else ""])
        records.update(file, "person_years", rows_of.row_id(kept), {"note": note})
    for row in records.page(file, "person_years", where={"person_id": goes}):
        records.update(file, "person_years", rows_of.row_id(row), {"person_id": stays})
