"""The year's list of organisations: who registers, whose form has come back, who has reported."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import cast

from ...domain.bad_input import BadInput
from ...domain.changes import Changes
from ...domain.registration.commitments import Registration, Standing
from ...domain.registration.periods import SchoolYear, school_year
from ...domain.registration.results import current_phase
from ...domain.vietnamese import enumerated, format_date, one_line
from ...storage import records
from ...storage import registration as stored
from ...storage.keys import Value
from ...storage.records import Row
from ..office.years import check_year
from ..plan.adopting import Candidate, adopt, candidates
from ..registers import register_rows as rows_of
from ..wording import shortened
from ..workspace import Workspace, told
from .registration_rows import ensure_registered, in_printing_order, is_active, new_organisation, put_received

__all__ = ["Candidate", "Registration", "Standing", "adopt", "candidates"]


def open_year(workspace: Workspace, year: int, organisation_ids: Sequence[int] | None = None) -> Changes:
    """Puts organisations into the year's list, in one act: those given, else all active ones that must register.

    Those that are in it stay as they are; empty changes when all are. Raises :class:`BadInput` for no such year.
    """
    check_year(year)
    file = workspace.file
    if organisation_ids is None:
        rows = in_printing_order(file)
        organisation_ids = [rows_of.row_id(row) for row in rows if is_active(row, year) and row["must_register"]]
    with file.act(f"Lập danh sách đăng ký năm {year}") as act:
        for organisation_id in organisation_ids:
            records.get(file, "organisations", organisation_id)
            ensure_registered(file, year, organisation_id)
    return act.changes


def enter_new(
    workspace: Workspace, year: int, name: str, kind: str = "", organisation_ids: Sequence[int] = ()
) -> Changes:
    """Adds an organisation to the directory and puts it into the year's list, with others of the directory; one act.

    Raises :class:`BadInput` for no such year, no name, or a name that is there already.
    """
    check_year(year)
    file, name = workspace.file, one_line(name)
    if not name:
        raise BadInput("Đơn vị chưa có tên nên chưa thêm được.", "Gõ tên đơn vị rồi thêm lại.")
    with file.act(f"Thêm tổ chức “{shortened(name)}” vào danh sách năm {year}") as act:
        for organisation_id in (new_organisation(file, name, kind), *organisation_ids):
            ensure_registered(file, year, organisation_id)
    return told(act.changes)


def registration(workspace: Workspace, year: int, organisation_id: int) -> Registration | None:
    """The bản đăng ký of an organisation in a year, None while it is not in the year's list."""
    where: Row = {"year": year, "organisation_id": organisation_id}
    found = records.page(workspace.file, "registrations", where=where)
    return _made(workspace, found[0]) if found else None


def _made(workspace: Workspace, row: Row) -> Registration:
    organisation_id = cast(int, row["organisation_id"])
    return Registration(
        rows_of.row_id(row),
        cast(int, row["year"]),
        organisation_id,
        str(records.get(workspace.file, "organisations", organisation_id)["name"]),
        cast("str | None", row["received_on"]),
        str(row["note"]),
    )


def set_received(workspace: Workspace, registration_id: int, day: date | None) -> Changes:
    """Stores the day the filled form came back, None for not yet."""
    one = _made(workspace, records.get(workspace.file, "registrations", registration_id))
    iso = day.isoformat() if day else None
    what = f"đã nộp đăng ký ngày {format_date(iso)}" if iso else "chưa nộp đăng ký"
    with workspace.file.act(f"Ghi {shortened(one.organisation)} {what}") as act:
        put_received(workspace.file, registration_id, iso)
    return act.changes


def set_note(workspace: Workspace, registration_id: int, text: str, *, editing: str = "") -> Changes:
    """Stores a remark on the registration; acts with the same ``editing`` token are undone as one."""
    one = _made(workspace, records.get(workspace.file, "registrations", registration_id))
    merge = f"registration/{registration_id}/{editing}" if editing else None
    with workspace.file.act(f"Sửa ghi chú đăng ký của {shortened(one.organisation)}", merge) as act:
        records.update(workspace.file, "registrations", registration_id, {"note": one_line(text)})
    return act.changes


_GOES = (
    *(
        ("registered_titles", "danh hiệu"),
        ("registered_initiatives", "sáng kiến"),
        ("registered_movements", "phong trào"),
    ),
    *(("sent_papers", "giấy đã giao"), ("taken_files", "tệp đã nhận"), ("reminders", "lần nhắc"), ("scores", "điểm")),
)
_SENT = ("sent_papers", "taken_files", "scores")


@dataclass(frozen=True, slots=True)
class Going:
    """What goes with an organisation out of the year's list: in ``words``, "" for nothing.

    ``is_out``: a paper, a file or a score is among it, or the form came in.
    """

    words: str
    is_out: bool


def what_goes(workspace: Workspace, registration_id: int) -> Going:
    """What :func:`remove_from_year` would take out with the organisation."""
    file, where = workspace.file, {"registration_id": registration_id}
    counts = {table: records.count(file, table, where=where) for table, _ in _GOES}
    received = records.get(file, "registrations", registration_id)["received_on"]
    words = enumerated([f"{counts[table]} {called}" for table, called in _GOES if counts[table]])
    return Going(words, bool(received) or any(counts[table] for table in _SENT))


def remove_from_year(workspace: Workspace, registration_id: int) -> Changes:
    """Takes an organisation out of the year's list with all of :func:`what_goes`; its commitments stay."""
    one = _made(workspace, records.get(workspace.file, "registrations", registration_id))
    with workspace.file.act(f"Đưa {shortened(one.organisation)} ra khỏi danh sách năm {one.year}") as act:
        records.delete(workspace.file, "registrations", [registration_id])
    return act.changes


def standing(workspace: Workspace, year: int) -> tuple[Standing, ...]:
    """Where every organisation of the year stands, in the order lists print them.

    They are those in the year's list, those with commitments, and all active ones that must register.
    """
    file = workspace.file
    registered = {row["organisation_id"]: row for row in stored.registrations_of_year(file, year)}
    promised, reported = _counts(workspace, year)
    blocks = {row["id"]: str(row["name"]) for row in records.page(file, "blocks")}
    return tuple(
        _standing(row, registered.get(row["id"]), blocks, promised[rows_of.row_id(row)], reported[rows_of.row_id(row)])
        for row in in_printing_order(file)
        if row["id"] in registered or row["id"] in promised or (is_active(row, year) and row["must_register"])
    )


def _counts(workspace: Workspace, year: int) -> tuple[Counter[int], Counter[int]]:
    """How many commitments each organisation has, and how many of them have a result in the awaited phase."""
    file = workspace.file
    phases, today = stored.phases_of_year(file, year), workspace.today().isoformat()
    awaited = {plan_id: current_phase(listed, today) for plan_id, listed in phases.items()}
    results = stored.results_of_year(file, "commitments", year)
    promised: Counter[int] = Counter()
    reported: Counter[int] = Counter()
    for row in stored.rows_of_year(file, "commitments", year):
        if row["organisation_id"] is None:
            continue
        organisation_id = cast(int, row["organisation_id"])
        promised[organisation_id] += 1
        phase = awaited[cast(int, row["plan_id"])]
        said = results.get(rows_of.row_id(row), {})
        if phase and any(at == phase.id and one.value is not None for (at, _), one in said.items()):
            reported[organisation_id] += 1
    return promised, reported


def _standing(row: Row, registered: Row | None, blocks: Mapping[Value, str], promised: int, reported: int) -> Standing:
    return Standing(
        organisation_id=rows_of.row_id(row),
        name=str(row["name"]),
        short_name=str(row["short_name"]),
        kind=str(row["kind"]),
        must_report=bool(row["must_report"]),
        registration_id=rows_of.row_id(registered) if registered else None,
        received_on=cast("str | None", registered["received_on"]) if registered else None,
        note=str(registered["note"]) if registered else "",
        block=blocks.get(registered["block_id"], "") if registered else "",
        titles=int(registered["titles"] or 0) if registered else 0,
        commitments=promised,
        reported=reported,
        missing=promised - reported,
    )


def school_year_of(workspace: Workspace, organisation_id: int, year: int) -> SchoolYear | None:
    """The school year that stands for the emulation year of a school, None for an organisation by calendar years."""
    row = records.find(workspace.file, "organisations", organisation_id)
    if row is None or not row["by_school_year"]:
        return None
    return school_year(workspace.definitions.registration_periods, year)
