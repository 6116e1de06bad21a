"""What stands on the form sheet of an organisation when it goes out."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date

from ...domain.figures.values import format_values
from ...domain.plan.plans import TargetValue
from ...domain.registration.commitments import Commitment
from ...domain.registration.paper_codes import code as paper_code
from ...domain.registration.results import shown_result
from ...domain.sheets.figure_cells import figure_cells
from ...domain.sheets.forms import CellValue, FormBook, Question, Row, SheetKind, Stamp, Table, office_key
from ...domain.sheets.known import Known, KnownCommitment, row_key
from ...domain.sheets.questions import CODE, FILLED_BY, FILLED_ON, OF_HAMLETS, ORGANISATION
from ...domain.sheets.tables import DONE, NOT_DONE, REGISTRATION_TABLES, RESULT_TABLES
from ...domain.vietnamese import format_date
from ...storage import records
from ..awards.rule_corrections import law
from ..chasing.deadlines import deadlines
from ..office.offices import office
from ..registration.result_sheets import ResultRow, commitment_sheet
from ..registration.sharing import owed_shares
from ..workspace import Workspace
from . import phases
from .known_rows import YearRows, movement_names, people_of, registration_of

REGISTRATION_TITLE, RESULTS_TITLE = "Đăng ký thi đua", "Kết quả thi đua"
_SPARE = 5
"""Empty rows below filled ones, at least."""
_GUIDE = (
    "Chỉ điền vào các ô màu vàng; các ô khác được khóa để khỏi lỡ tay. Ô có mũi tên thì chọn trong danh sách.",
    "Ngày gõ dạng ngày/tháng/năm, ví dụ 30/06/{year}. Ô số chỉ gõ con số; đơn vị tính ghi ở ô bên cạnh.",
    "Thiếu dòng thì chèn thêm dòng vào giữa bảng. Dòng in sẵn mà đơn vị không đăng ký thì xóa hết chữ trong dòng đó.",
    "Xong thì lưu lại (vẫn là tệp Excel), đặt tên tùy ý và gửi về {office} qua Zalo hoặc USB{due}.",
)
_RESULTS_GUIDE = (
    "Kết quả tính từ đầu năm đến hết đợt (lũy kế). Nội dung không có con số thì chọn Đạt hoặc Chưa đạt.",
    *(_GUIDE[0], _GUIDE[1], _GUIDE[3]),
)


def registration_sheet(
    workspace: Workspace, year: int, organisation_id: int | None = None, owed: Sequence[Commitment] | None = None
) -> FormBook:
    """The form for what an organisation registers, filled with what is known and with its share of the plan.

    Without an organisation it is an empty form that any may fill in. ``owed`` is :func:`.sharing.owed_shares` of the
    year when it was read already.
    """
    known = YearRows(workspace, year).known(organisation_id or 0)
    if owed is None:
        owed = owed_shares(workspace, year, organisation_id) if organisation_id else ()
    own = [one for one in owed if one.organisation_id == organisation_id]
    tables = tuple(
        replace(table, rows=rows, room=max(_SPARE, table.room - len(rows)))
        for table in _offering(workspace, year, organisation_id or 0, known)
        for rows in [tuple(_registered(table, known, own))]
    )
    stamp = _stamp(workspace, "đăng ký", year, organisation_id)
    code = paper_code("registration-form", year, _number(workspace, year, organisation_id))
    guide = _told(_GUIDE, stamp, deadlines(workspace, year)["đăng ký"].day)
    made = _form(f"{REGISTRATION_TITLE} năm {year}", stamp, guide, tables, code)
    if known.culture is None:
        return made
    asked = (replace(one, value=_figure(known.culture[one.key])) for one in OF_HAMLETS)
    return replace(made, questions=(*made.questions, *asked))


def _figure(number: int | None) -> float | None:
    return None if number is None else float(number)


def progress_sheet(
    workspace: Workspace, year: int, phase_id: int | None = None, organisation_id: int | None = None
) -> FormBook:
    """The form for the results of a phase (the awaited one without ``phase_id``), a row for each figure.

    Raises :class:`NothingToExport` when the year's plans have no phases.
    """
    phase = phases.wanted(workspace, year, phase_id)
    name = phase.name
    table = RESULT_TABLES[0]
    rows: tuple[Row, ...] = ()
    if organisation_id is not None:
        sheet = commitment_sheet(workspace, year, organisation_id)
        rows = tuple(_result_row(row, phase.place - 1) for row in sheet.rows)
    stamp = _stamp(workspace, "kết quả", year, organisation_id, phase.id, name)
    if not rows:
        typed = tuple(replace(one, typed=one.key != "stt") for one in table.columns)
        table = replace(table, columns=typed, room=20)
    title = f"{RESULTS_TITLE} năm {year} – {name}"
    code = paper_code("progress-form", year, _number(workspace, year, organisation_id), phase.place)
    guide = _told(_RESULTS_GUIDE, stamp, phase.due)
    return _form(title, stamp, guide, (replace(table, rows=rows),), code)


def _told(guide: Sequence[str], stamp: Stamp, due: str | None) -> tuple[str, ...]:
    """The lines of the first page for this office, with the day by which the form is to come back."""
    office_name = f"UBND {stamp.office_name}".strip()
    by = f", chậm nhất ngày {format_date(due)}" if due else ""
    return tuple(line.format(year=stamp.year, office=office_name, due=by) for line in guide)


def _number(workspace: Workspace, year: int, organisation_id: int | None) -> int | None:
    """The organisation's number in the year's list, None while it has none."""
    listed = registration_of(workspace, year, organisation_id) if organisation_id else None
    return int(listed["number"] or 0) if listed else None


def _form(title: str, stamp: Stamp, guide: tuple[str, ...], tables: tuple[Table, ...], code: str) -> FormBook:
    filled = tuple(row.key for table in tables for row in table.rows if row.key)
    open_form = not stamp.organisation_id
    questions: tuple[Question, ...] = (replace(ORGANISATION, value=stamp.organisation or None, typed=open_form),)
    questions += (FILLED_BY, FILLED_ON, *((replace(CODE, value=code),) if code else ()))
    return FormBook(title, replace(stamp, printed=filled), guide, questions, tables, code)


def _stamp(
    workspace: Workspace,
    kind: SheetKind,
    year: int,
    organisation_id: int | None,
    phase_id: int = 0,
    phase: str = "",
) -> Stamp:
    name = ""
    if organisation_id is not None:
        name = str(records.get(workspace.file, "organisations", organisation_id)["name"])
    own = office(workspace)
    key, called = (office_key(own.name, own.province), own.name) if own else ("", "")
    return Stamp(kind, year, key, called, organisation_id or 0, name, phase_id, phase)


def _offering(workspace: Workspace, year: int, organisation_id: int, known: Known) -> Iterator[Table]:
    """The tables with the lists that their cells are chosen from."""
    awards = law(workspace).awards
    bodies = tuple(one.name for one in awards if "tập thể" in one.subjects)
    others = tuple(one.name for one in awards if set(one.subjects) - {"tập thể"})
    offered: Mapping[tuple[str, str], tuple[str, ...]] = {
        ("collectives", "award"): bodies,
        ("people", "award"): others,
        ("people", "subject"): people_of(workspace, organisation_id),
        ("movements", "name"): movement_names(workspace, year),
        ("commitments", "target"): tuple(dict.fromkeys(one.indicator for one in known.targets if one.indicator)),
    }
    for table in REGISTRATION_TABLES:
        columns = (replace(one, choices=offered.get((table.key, one.key), one.choices)) for one in table.columns)
        yield replace(table, columns=tuple(columns))


def _registered(table: Table, known: Known, owed: Sequence[Commitment]) -> Iterator[Row]:
    """The rows of a table that are filled already."""
    if table.key in ("collectives", "people"):
        for title in known.titles:
            if (title.subject_kind == "tập thể") == (table.key == "collectives"):
                cells = {"subject": title.subject, "position": title.position, "award": title.award, "note": title.note}
                yield Row(row_key("t", title.id), _said(cells))
    elif table.key == "initiatives":
        for one in known.initiatives:
            cells = {"name": one.name, "author": one.author, "scope": one.scope, "note": one.note}
            yield Row(row_key("i", one.id), _said(cells))
    elif table.key == "movements":
        for joined in known.movements:
            yield Row(row_key("m", joined.id), _said({"name": joined.name, "note": joined.note}))
    elif table.key == "commitments":
        indicators = {one.id: one.indicator for one in known.targets}
        for commitment in known.commitments:
            yield from _commitment_rows(commitment, indicators.get(commitment.target_id or 0, ""))
        for share in owed:
            yield from _owed_rows(share, indicators.get(share.target_id or 0, share.quote))


def _commitment_rows(one: KnownCommitment, indicator: str) -> Iterator[Row]:
    """A row for each figure, or one; the words of the commitment stand in the first."""
    for place, value in enumerate(one.values or (None,)):
        cells: dict[str, CellValue] = dict(figure_cells(value))
        if place == 0:
            deadline = date.fromisoformat(one.deadline) if one.deadline else None
            cells |= {"quote": one.quote, "deadline": deadline, "proof": one.proof, "target": indicator}
        yield Row(row_key("c", one.id, place), _said(cells))


def _owed_rows(share: Commitment, indicator: str) -> Iterator[Row]:
    for place, value in enumerate(share.values or (None,)):
        words: dict[str, CellValue] = {"quote": indicator, "target": indicator} if place == 0 else {}
        yield Row(row_key("g", share.target_id or 0, place), _said({**words, **figure_cells(value)}))


def _said(cells: Mapping[str, CellValue]) -> Mapping[str, CellValue]:
    return {key: value for key, value in cells.items() if value not in ("", None)}


def _result_row(row: ResultRow, place: int) -> Row:
    cell = row.cells[place] if place < len(row.cells) else None
    earlier = next((one.text for one in reversed(row.cells[:place]) if one.text), "")
    has_number = row.planned is not None and row.planned.value is not None
    value: CellValue = cell.value if cell else None
    if value is not None and not has_number:
        value = shown_result(row.planned, float(str(value))).capitalize()
    cells: dict[str, CellValue] = {
        "quote": row.name,
        "planned": _planned(row.planned),
        "unit": row.unit,
        "before": earlier,
        "value": value,
        "proof": cell.proof if cell else "",
        "note": cell.note if cell else "",
    }
    choices = {} if has_number else {"value": (DONE, NOT_DONE)}
    return Row(row_key("c", row.owner_id, row.figure), _said(cells), choices)


def _planned(value: TargetValue | None) -> str:
    """The figure without its unit, which stands beside it."""
    return format_values((replace(value, unit="", assigned_by=None),)) if value and value.value is not None else ""
