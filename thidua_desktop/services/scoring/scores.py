"""The scores of a set: what each criterion brings an organisation, or the commune, and what is entered for it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Literal, cast

from ...domain.bad_input import BadInput
from ...domain.changes import Changes
from ...domain.errors import KnownError
from ...domain.papers.heads import COMMITTEE, office_issuer
from ...domain.registration.results import read_result
from ...domain.roman import roman
from ...domain.scoring.criteria import CriteriaSet, Criterion
from ...domain.scoring.figures import Figures
from ...domain.scoring.points import CriterionPoints, Score, points_of, total
from ...domain.scoring.sheets import COMMUNE, Scored, ScoreRow, ScoreSheet
from ...domain.scoring.typed import read_points
from ...domain.vietnamese import one_line, parse_number
from ...storage import records
from ...storage import registration as stored
from ...storage.records import Row
from ..entries import read_each
from ..office.offices import office
from ..registers import register_rows as rows_of
from ..registration.registration_rows import in_printing_order, organisation_of
from ..wording import shortened
from ..workspace import Workspace
from .figures import YearFigures
from .sets import criteria_set

TABLE = "scores"
Field = Literal["planned", "achieved", "own", "council", "reason"]
CALLED: dict[Field, str] = {
    "planned": "kế hoạch",
    "achieved": "thực hiện",
    "own": "điểm tự chấm",
    "council": "điểm Hội đồng chấm",
    "reason": "lý do đổi điểm",
}


class SetScores:
    """The scores of one set, each fact of the year read once."""

    def __init__(self, workspace: Workspace, set_id: int) -> None:
        self.criteria = criteria_set(workspace, set_id)
        self._figures = YearFigures(workspace, self.criteria.year)
        self.scored = tuple(_scored(workspace, self.criteria))
        rows = records.among(workspace.file, TABLE, "criterion_id", [one.id for one in self.criteria.criteria])
        self._scores = {(cast(int, row["criterion_id"]), int(row["registration_id"] or COMMUNE)): row for row in rows}

    def sheet(self, registration_id: int) -> ScoreSheet | None:
        """The sheet of one of those the set scores, None for another one."""
        found = next((one for one in self.scored if one.registration_id == registration_id), None)
        return self.sheet_of(found) if found else None

    def sheets(self) -> tuple[ScoreSheet, ...]:
        """The sheets of all that the set scores, in the order lists print them."""
        return tuple(map(self.sheet_of, self.scored))

    def sheet_of(self, scored: Scored) -> ScoreSheet:
        """The sheet of that one."""
        rows = tuple(self._rows(scored))
        return ScoreSheet(self.criteria, scored, rows, total(self.criteria, [row.points for row in rows]))

    def _rows(self, scored: Scored) -> Iterator[ScoreRow]:
        part = number = 0
        for one in self.criteria.criteria:
            if one.kind == "nhóm":
                part, number = part + 1, 0
                yield ScoreRow(roman(part), one, CriterionPoints(one, Score(one.id)))
                continue
            number += 1
            yield self._row(str(number), one, scored)

    def _row(self, number: str, criterion: Criterion, scored: Scored) -> ScoreRow:
        entered = _score(criterion, self._scores.get((criterion.id, scored.registration_id)))
        found = self._figures.of(self.criteria, criterion, scored.organisation_id)
        typed = frozenset(key for key in ("planned", "achieved") if getattr(entered, key) is not None)
        if found is not None:
            criterion = _judged(criterion, found)
            entered = replace(
                entered,
                planned=found.planned if entered.planned is None else entered.planned,
                achieved=found.achieved if entered.achieved is None else entered.achieved,
                late=found.late if entered.achieved is None else (),
            )
        said = found.said if found else ""
        return ScoreRow(number, criterion, points_of(self.criteria, criterion, entered), said, typed)


def _judged(criterion: Criterion, found: Figures) -> Criterion:
    """The criterion as its figures are judged, where it does not say it itself."""
    return criterion if criterion.direction or not found.direction else replace(criterion, direction=found.direction)


def _scored(workspace: Workspace, criteria: CriteriaSet) -> Iterator[Scored]:
    if criteria.subject == "xã":
        known = office(workspace)
        yield Scored(COMMUNE, office_issuer(known).removeprefix(COMMITTEE).strip() if known else "Xã")
        return
    blocks = {row["id"]: str(row["name"]) for row in records.page(workspace.file, "blocks")}
    listed = {row["organisation_id"]: row for row in stored.registrations_of_year(workspace.file, criteria.year)}
    for row in in_printing_order(workspace.file):
        found = listed.get(row["id"])
        if found is not None and criteria.block_id in (None, found["block_id"]):
            name, block = str(row["name"]), blocks.get(found["block_id"], "")
            yield Scored(rows_of.row_id(found), name, rows_of.row_id(row), block)


def _score(criterion: Criterion, row: Row | None) -> Score:
    if row is None:
        return Score(criterion.id)
    return Score(
        criterion.id,
        cast("int | None", row["registration_id"]),
        cast("float | None", row["planned"]),
        cast("float | None", row["achieved"]),
        cast("float | None", row["self_points"]),
        str(row["self_grade"]),
        cast("float | None", row["council_points"]),
        str(row["council_grade"]),
        str(row["reason"]),
        rows_of.row_id(row),
    )


def score_sheet(workspace: Workspace, set_id: int, registration_id: int) -> ScoreSheet | None:
    """All criteria of the set for one of those it scores (COMMUNE for the commune), None for another one."""
    return SetScores(workspace, set_id).sheet(registration_id)


# What is entered


@dataclass(frozen=True, slots=True)
class Entry:
    """What was typed in one cell of a sheet; ``registration_id`` is COMMUNE for the commune."""

    criterion_id: int
    registration_id: int
    field: Field
    text: str


def set_score(workspace: Workspace, entry: Entry, *, editing: str = "") -> Changes:
    """Stores what was typed in one cell of a sheet; "" takes it away, and a figure is again what the results say.

    Acts on one cell with the same ``editing`` token are undone as one. Raises :class:`BadInput` for what does not fit.
    """
    values = _read(workspace, entry)
    name = _name(workspace, entry.registration_id)
    merge = f"{TABLE}/{entry.criterion_id}/{entry.registration_id}/{entry.field}/{editing}" if editing else None
    with workspace.file.act(f"Sửa {CALLED[entry.field]} của {name}", merge) as act:
        _put(workspace, entry, values)
    return act.changes


def set_scores(workspace: Workspace, entries: Sequence[Entry]) -> tuple[Changes, dict[Entry, KnownError]]:
    """Stores a block of cells in one act; what does not fit is left as it was and told with why."""
    values, refused = read_each(entries, lambda entry: _read(workspace, entry))
    if not values:
        return Changes(), refused
    with workspace.file.act(f"Nhập {len(values)} ô chấm điểm") as act:
        for entry, row in values.items():
            _put(workspace, entry, row)
    return act.changes, refused


def put_scores(workspace: Workspace, entries: Sequence[Entry]) -> tuple[Changes, dict[Entry, KnownError]]:
    """Stores one cell or several in one act, as :func:`set_score` and :func:`set_scores` name it."""
    if len(entries) != 1:
        return set_scores(workspace, entries)
    try:
        return set_score(workspace, entries[0]), {}
    except BadInput as error:
        return Changes(), {entries[0]: error}


def _name(workspace: Workspace, registration_id: int) -> str:
    return "xã" if registration_id == COMMUNE else shortened(organisation_of(workspace.file, registration_id))


def _read(workspace: Workspace, entry: Entry) -> Row:
    """The columns that the text stands for."""
    row = records.get(workspace.file, "criteria", entry.criterion_id)
    criteria = criteria_set(workspace, cast(int, row["set_id"]))
    criterion = next(one for one in criteria.criteria if one.id == entry.criterion_id)
    if criterion.kind == "nhóm":
        raise BadInput("Dòng này là tên một phần, không chấm điểm.", "Chấm ở các tiêu chí bên dưới.")
    match entry.field:
        case "reason":
            return {"reason": one_line(entry.text)}
        case "own" | "council":
            points, grade = read_points(criteria, criterion, entry.text)
            which = "self" if entry.field == "own" else "council"
            return {f"{which}_points": points, f"{which}_grade": grade}
    return {entry.field: _figure(criterion, entry.text)}


def _figure(criterion: Criterion, text: str) -> float | None:
    if criterion.direction == "yes_no":
        return read_result(None, text)
    typed = one_line(text)
    value = parse_number(typed.rstrip("% "))
    if typed and (value is None or value < 0):
        raise BadInput(f"“{typed}” chưa phải là số; dữ liệu không thay đổi.", "Gõ số từ 0 trở lên, ví dụ 96,5.")
    return value


def _put(workspace: Workspace, entry: Entry, values: Row) -> None:
    """Changes the row of a score, makes it, or takes it away when nothing is left in it."""
    file = workspace.file
    where: Row = {"criterion_id": entry.criterion_id, "registration_id": entry.registration_id or None}
    row = next(iter(records.page(file, TABLE, where=where)), None)
    kept = {key: row[key] for key in _KEPT if row} | values
    empty = all(value in (None, "") for value in kept.values())
    if row is None:
        if not empty:
            records.insert(file, TABLE, where | values)
    elif empty:
        records.delete(file, TABLE, [rows_of.row_id(row)])
    elif any(row[key] != value for key, value in values.items()):
        records.update(file, TABLE, rows_of.row_id(row), values)


_KEPT = ("planned", "achieved", "self_points", "self_grade", "council_points", "council_grade", "reason")
