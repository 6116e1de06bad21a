"""The plan's targets on paper."""

from __future__ import annotations

from collections.abc import Iterator

from ..figures.values import span
from ..offices import Office
from ..plan.plans import Plan, TargetValue
from ..vietnamese import date_in_words
from . import blocks
from .forms import ROW_HEADING, Facts, FormDefinition, build
from .heads import number_symbol, office_issuer
from .plan_paper import head_texts
from .target_rows import last_year_of, target_rows

_SIGNS = {"=": "", ">=": "≥", "<=": "≤"}


def targets_paper(plan: Plan, office: Office | None, form: FormDefinition) -> blocks.Document:
    """The table of the plan's targets laid out by ``form``."""
    texts = head_texts(plan, office) | {
        "title": plan.title,
        "plan_reference": plan_reference(plan, office),
        "previous_year": str(plan.year - 1),
    }
    facts = Facts(texts, rows={"targets": target_rows(plan.targets)})
    return build(form, facts, f"Bảng chỉ tiêu thi đua năm {plan.year}", texts["issuer"].replace("\n", " "))


def targets_sheet(plan: Plan, office: Office | None) -> blocks.Sheet:
    """The same annex as a sheet: a row for each figure, with who assigned it and what was achieved the year before."""
    columns = (
        blocks.SheetColumn("STT", 6),
        blocks.SheetColumn("Chỉ tiêu", 44),
        blocks.SheetColumn("Đơn vị tính", 13),
        blocks.SheetColumn(f"Thực hiện năm {plan.year - 1}", 12, "number"),
        blocks.SheetColumn("So sánh", 9),
        blocks.SheetColumn(f"Kế hoạch năm {plan.year}", 12, "number"),
        blocks.SheetColumn("Cấp giao", 16),
        blocks.SheetColumn("Cơ quan phụ trách", 24),
    )
    heading = ("PHỤ LỤC", f"BẢNG CHỈ TIÊU THI ĐUA NĂM {plan.year}", plan_reference(plan, office))
    return blocks.Sheet("Phụ lục", columns, tuple(_sheet_rows(plan)), heading, landscape=True)


def _sheet_rows(plan: Plan) -> Iterator[tuple[blocks.SheetCell, ...]]:
    told = iter(target_rows(plan.targets))
    for target in plan.targets:
        row = next(told)
        if ROW_HEADING in row:
            yield (row[ROW_HEADING],)
            row = next(told)
        about = (row["stt"], row["indicator"])
        for value in target.values or (TargetValue(None),):
            last_year, responsible = (last_year_of(target), target.responsible or "") if about[0] else (None, "")
            figure = span(value.value, value.value_to) if value.value_to is not None else value.value
            sign = _SIGNS.get(value.comparator, value.comparator)
            yield *about, value.unit, last_year, sign, figure, value.assigned_by or "", responsible
            about = ("", about[1])


def plan_reference(plan: Plan, office: Office | None = None) -> str:
    """The line that ties an annex to its plan: "(Kèm theo Kế hoạch số 05/KH-UBND ngày … của …)".

    Number and day that are not known yet are left to the pen, as on the plan itself (Nghị định 30/2020, Phụ lục I).
    """
    date = date_in_words(plan.date.day, plan.date.month, plan.date.year or plan.year)
    issuer = plan.issuer or (office_issuer(office) if office else "")
    issued = f" của {issuer}" if issuer else ""
    return f"(Kèm theo {plan.named[0]} số {number_symbol(plan.number, plan.symbol)} {date}{issued})"
