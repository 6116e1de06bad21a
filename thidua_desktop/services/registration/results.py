"""What was achieved in each phase: entered figure by figure, read as sheets of the whole year."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal, cast

from ...domain.changes import Changes
from ...domain.errors import KnownError
from ...domain.plan.plans import Direction, TargetValue
from ...domain.registration.results import read_result, shared_figures
from ...domain.vietnamese import one_line
from ...storage import records
from ...storage.plan_loading import load_phases
from ...storage.records import Row
from ...storage.registration import RESULTS
from ..entries import read_each
from ..registers import register_rows as rows_of
from ..registers.registers import register
from ..wording import shortened
from ..workspace import Workspace, told

Kind = Literal["commitments", "plan_targets"]

_NAMED_BY = {"commitments": "quote", "plan_targets": "indicator"}
_HALVES = (("6 tháng đầu năm", "01-01", "06-30"), ("6 tháng cuối năm", "07-01", "12-31"))


def ensure_phases(workspace: Workspace, plan_ids: Sequence[int]) -> Changes:
    """Gives those of the plans that have no phases the two halves of their year, in one act; empty when all have."""
    file = workspace.file
    years = {one: records.get(file, "plans", one)["year"] for one in plan_ids if not load_phases(file, one)}
    if not years:
        return Changes()
    with file.act(f"Thêm hai đợt của năm {', '.join(dict.fromkeys(map(str, years.values())))}") as act:
        for plan_id, year in years.items():
            for name, start, end in _HALVES:
                days = {"start": f"{year}-{start}", "end": f"{year}-{end}"}
                records.insert(file, "plan_phases", {"plan_id": plan_id, "name": name, **days})
    return act.changes


def set_commitment_result(
    workspace: Workspace, commitment_id: int, phase_id: int, figure: int, text: str, *, editing: str = ""
) -> Changes:
    """Stores what an organisation achieved of the commitment's ``figure`` up to the end of the phase; "" takes it away.

    Acts with the same ``editing`` token are undone as one. Raises :class:`BadInput` for what is no number,
    ``RecordGone`` when the commitment or the phase is not there, :class:`KnownError` for a phase of another plan.
    """
    return _set_result(workspace, "commitments", commitment_id, phase_id, figure, text, editing)


def set_target_result(
    workspace: Workspace, target_id: int, phase_id: int, figure: int, text: str, *, editing: str = ""
) -> Changes:
    """Stores what was achieved of a target's ``figure``, as :func:`set_commitment_result`.

    A figure whose result another one shares is stored with that one.
    """
    return _set_result(workspace, "plan_targets", target_id, phase_id, figure, text, editing)


@dataclass(frozen=True, slots=True)
class Entry:
    """One figure's result in one phase as it was typed; ``kind`` says what ``owner_id`` is."""

    kind: Kind
    owner_id: int
    phase_id: int
    figure: int
    text: str


def set_results(workspace: Workspace, entries: Sequence[Entry]) -> tuple[Changes, dict[Entry, KnownError]]:
    """Stores a block of results in one act; what does not fit is left as it was and told with why."""
    values, refused = read_each(entries, lambda entry: _read(workspace, entry)[1])
    if not values:
        return Changes(), refused
    with workspace.file.act(f"Nhập {len(values)} kết quả") as act:
        for entry, value in values.items():
            _put_value(workspace, entry, value)
    return told(act.changes), refused


def put_result(workspace: Workspace, kind: Kind, owner_id: int, phase_id: int, figure: int, values: Row) -> None:
    """Stores value, note and proof of one figure's result as far as ``values`` has them; belongs inside an act."""
    place = _stored_at(rows_of.figures(workspace.file, kind, owner_id), figure)
    before = _stored(workspace, kind, owner_id, phase_id, place)
    if "value" in values and (before is None or before["value"] != values["value"]):
        values = values | {"reported_on": workspace.today().isoformat() if values["value"] is not None else None}
    _put(workspace, kind, owner_id, phase_id, place, values)


def set_note(
    workspace: Workspace, kind: Kind, owner_id: int, phase_id: int, figure: int, text: str, *, editing: str = ""
) -> Changes:
    """Stores the remark on a result, also while there is no figure yet."""
    return _set_words(workspace, kind, owner_id, phase_id, figure, ("note", "ghi chú", text), editing)


def set_proof(
    workspace: Workspace, kind: Kind, owner_id: int, phase_id: int, figure: int, text: str, *, editing: str = ""
) -> Changes:
    """Stores what proves a result (minh chứng), also while there is no figure yet."""
    return _set_words(workspace, kind, owner_id, phase_id, figure, ("proof", "minh chứng", text), editing)


def _set_result(
    workspace: Workspace, kind: Kind, owner_id: int, phase_id: int, figure: int, text: str, editing: str
) -> Changes:
    entry = Entry(kind, owner_id, phase_id, figure, text)
    owner, value = _read(workspace, entry)
    what = f"Sửa kết quả {_named(kind, owner)}"
    with workspace.file.act(what, _merge(kind, owner_id, phase_id, figure, "value", editing)) as act:
        _put_value(workspace, entry, value)
    return told(act.changes, owner_id)


def _read(workspace: Workspace, entry: Entry) -> tuple[Row, float | None]:
    """Whose result it is, and what was typed as a figure; raises KnownError for what does not fit."""
    owner, values = _owner(workspace, entry.kind, entry.owner_id, entry.phase_id)
    direction = _direction(workspace, owner)
    return owner, read_result(values[entry.figure] if entry.figure < len(values) else None, entry.text, direction)


def _put_value(workspace: Workspace, entry: Entry, value: float | None) -> None:
    """Stores a figure with the day it was reported; the same figure keeps its day."""
    kind, owner_id, phase_id = entry.kind, entry.owner_id, entry.phase_id
    place = _stored_at(rows_of.figures(workspace.file, kind, owner_id), entry.figure)
    before = _stored(workspace, kind, owner_id, phase_id, place)
    if before is None or before["value"] != value:
        reported = workspace.today().isoformat() if value is not None else None
        _put(workspace, kind, owner_id, phase_id, place, {"value": value, "reported_on": reported})


def _set_words(
    workspace: Workspace,
    kind: Kind,
    owner_id: int,
    phase_id: int,
    figure: int,
    words: tuple[Literal["note", "proof"], str, str],
    editing: str,
) -> Changes:
    column, called, text = words
    owner, values = _owner(workspace, kind, owner_id, phase_id)
    place = _stored_at(values, figure)
    what = f"Sửa {called} kết quả {_named(kind, owner)}"
    with workspace.file.act(what, _merge(kind, owner_id, phase_id, place, column, editing)) as act:
        _put(workspace, kind, owner_id, phase_id, place, {column: one_line(text)})
    return told(act.changes, owner_id)


def _direction(workspace: Workspace, owner: Row) -> Direction:
    """Which way is better: a commitment that does not say goes the way of its target."""
    target_id = cast("int | None", owner.get("target_id"))
    if not owner["direction"] and target_id is not None:
        owner = records.get(workspace.file, "plan_targets", target_id)
    return cast(Direction, owner["direction"])


def _owner(workspace: Workspace, kind: Kind, owner_id: int, phase_id: int) -> tuple[Row, tuple[TargetValue, ...]]:
    """The stored target or commitment and its figures; the phase must be one of its plan's."""
    owner = records.get(workspace.file, kind, owner_id)
    phase = records.get(workspace.file, "plan_phases", phase_id)
    if phase["plan_id"] != owner["plan_id"]:
        called = shortened(str(phase["name"]))
        raise KnownError(
            f"Đợt “{called}” không thuộc kế hoạch có {_named(kind, owner)}; dữ liệu không thay đổi.",
            "Chọn một đợt của kế hoạch đó.",
        )
    return owner, rows_of.figures(workspace.file, kind, owner_id)


def _stored_at(values: tuple[TargetValue, ...], figure: int) -> int:
    return shared_figures(values)[figure] if figure < len(values) else figure


def _stored(workspace: Workspace, kind: Kind, owner_id: int, phase_id: int, figure: int) -> Row | None:
    table, link = RESULTS[kind]
    where = {link: owner_id, "phase_id": phase_id, "figure": figure}
    return next(iter(records.page(workspace.file, table, where=where)), None)


def _put(workspace: Workspace, kind: Kind, owner_id: int, phase_id: int, figure: int, values: Row) -> None:
    """Changes the row of a result, makes it, or takes it away when nothing is left in it."""
    file = workspace.file
    table, link = RESULTS[kind]
    row = _stored(workspace, kind, owner_id, phase_id, figure)
    after = {"value": None, "note": "", "proof": ""} | (row or {}) | values
    if after["value"] is None and not after["note"] and not after["proof"]:
        records.delete(file, table, [rows_of.row_id(row)] if row else [])
    elif row:
        records.update(file, table, rows_of.row_id(row), values)
    else:
        records.insert(file, table, {link: owner_id, "phase_id": phase_id, "figure": figure, **values})


def _named(kind: Kind, owner: Row) -> str:
    return f"{register(kind).one} “{shortened(str(owner[_NAMED_BY[kind]] or ''))}”"


def _merge(kind: Kind, owner_id: int, phase_id: int, figure: int, column: str, editing: str) -> str | None:
    return f"result/{kind}/{owner_id}/{phase_id}/{figure}/{column}/{editing}" if editing else None
