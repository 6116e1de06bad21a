"""The plan's targets on paper and as a spreadsheet."""

from __future__ import annotations

from collections.abc import Iterator

from ..offices import Office
from ..plans import Plan, Target, TargetValue
from ..vietnamese import date_in_words
from . import blocks
from .forms import Facts, FormDefinition, build
from .heads import issuer_lines, number_symbol, office_issuer, short_date
from .plan_paper import head_texts
from .target_rows import figure, names, numbers, target_rows

_SAID_BY_PLAN = "Kế hoạch"
_COMPARATORS = {"=": "", ">=": "≥", "<=": "≤"}


def targets_paper(plan: Plan, office: Office | None, form: FormDefinition) -> blocks.Document:
    """The table of the plan's targets laid out by ``form``."""
    texts = head_texts(plan, office) | {"title": plan.title, "plan_reference": plan_reference(plan, office)}
    facts = Facts(texts, rows={"targets": target_rows(plan.targets)})
    return build(form, facts, f"Bảng chỉ tiêu thi đua năm {plan.year}", texts["issuer"].replace("\n", " "))


def plan_reference(plan: Plan, office: Office | None = None) -> str:
    """The line that ties an annex to its plan: "(Kèm theo Kế hoạch số 05/KH-UBND ngày … của …)".

    Number and day that are not known yet are left to the pen, as on the plan itself (Nghị định 30/2020, Phụ lục I).
    """
    full = short_date(plan.date)
    date = f"ngày {full}" if full else date_in_words(plan.date.day, plan.date.month, plan.date.year or plan.year)
    issuer = plan.issuer or (office_issuer(office) if office else "")
    issued = f" của {issuer}" if issuer else ""
    return f"(Kèm theo {plan.doc_type.capitalize()} số {number_symbol(plan.number, plan.symbol)} {date}{issued})"


def targets_sheet(plan: Plan, office: Office | None = None) -> blocks.Sheet:
    """The targets as a spreadsheet: a row for each indicator, unit and comparator, a column for each assigner."""
    levels = tuple(dict.fromkeys(v.assigned_by or _SAID_BY_PLAN for t in plan.targets for v in t.values))
    levels = levels or (_SAID_BY_PLAN,)
    columns = (
        blocks.SheetColumn("STT", 6),
        blocks.SheetColumn("Lĩnh vực", 18),
        blocks.SheetColumn("Chỉ tiêu", 48),
        blocks.SheetColumn("Đơn vị tính", 13),
        blocks.SheetColumn("So sánh", 9),
        *(blocks.SheetColumn(_level_heading(level), 13, "number") for level in levels),
        blocks.SheetColumn("Phụ trách", 26),
    )
    rows = tuple(
        row
        for target, number, name in zip(plan.targets, numbers(plan.targets), names(plan.targets), strict=True)
        for row in _target_rows(target, (number, target.group or "", name), levels)
    )
    issuer = plan.issuer or (office_issuer(office) if office else "")
    heading = (" ".join(issuer_lines(issuer)), f"BẢNG CHỈ TIÊU THI ĐUA NĂM {plan.year}", plan_reference(plan, office))
    return blocks.Sheet("Chỉ tiêu", columns, rows, tuple(line for line in heading if line), landscape=True)


def _level_heading(level: str) -> str:
    return level if level == _SAID_BY_PLAN else f"{level[:1].upper()}{level[1:]} giao"


_Cell = str | float | None


def _target_rows(target: Target, lead: tuple[_Cell, ...], levels: tuple[str, ...]) -> Iterator[tuple[_Cell, ...]]:
    for unit, comparator, figures in _rows_of(target.values) or [("", "", {})]:
        yield (*lead, unit, comparator, *(figures.get(level) for level in levels), target.responsible or "")


def _rows_of(values: tuple[TargetValue, ...]) -> list[tuple[str, str, dict[str, _Cell]]]:
    """The figures by unit and comparator; a level that gives two figures of one kind gets two rows."""
    rows: list[tuple[str, str, dict[str, _Cell]]] = []
    for value in values:
        level = value.assigned_by or _SAID_BY_PLAN
        sign = _COMPARATORS.get(value.comparator, value.comparator)
        row = next((r for r in rows if r[:2] == (value.unit, sign) and level not in r[2]), None)
        if row is None:
            row = (value.unit, sign, {})
            rows.append(row)
        row[2][level] = value.value if value.value_to is None else figure(value)
    return rows
