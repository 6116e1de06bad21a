"""Targets and commitments with their results as spreadsheets; what can be worked out from the sheet is a formula."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from ..plan.plans import TargetValue
from ..registration.results import lower_is_better, shown_result
from ..reports.sentences import issuer, plan_reference
from ..reports.year import ReportFacts, ResultLine, by_target, numeric, tally
from ..vietnamese import format_date
from . import blocks
from .heads import issuer_lines
from .target_rows import NO_GROUP, figure, own_names

_SIGNS = {"=": "", ">=": "≥", "<=": "≤"}
_PLAN = "Kế hoạch"

Cells = tuple[blocks.SheetCell, ...]


def results_book(facts: ReportFacts) -> blocks.Book:
    """The targets with who assigned what, promised and achieved; by field of work; and the commitments."""
    sheets = [_targets_sheet(facts)]
    if facts.targets:
        sheets.append(_groups_sheet(facts))
    if facts.commitments:
        sheets.append(_commitments_sheet(facts))
    return blocks.Book(tuple(sheets))


def _heading(facts: ReportFacts, title: str) -> tuple[str, ...]:
    day = f"số liệu đến ngày {format_date(facts.today)}"
    note = f"(Theo {plan_reference(facts.plan)}; {day})" if facts.plan else f"({day.capitalize()})"
    return (" ".join(issuer_lines(issuer(facts))), f"{title} NĂM {facts.year}", note)


def _targets_sheet(facts: ReportFacts) -> blocks.Sheet:
    columns = (
        blocks.SheetColumn("STT", 6),
        blocks.SheetColumn("Lĩnh vực", 16),
        blocks.SheetColumn("Chỉ tiêu", 44),
        blocks.SheetColumn("Cấp giao", 14),
        *_planned_columns(_PLAN),
        blocks.SheetColumn("Tổng cam kết", 11, "number", group="Các đơn vị cam kết"),
        blocks.SheetColumn("Đơn vị cam kết", 24, group="Các đơn vị cam kết"),
        *_achieved_columns(facts),
        blocks.SheetColumn("Cơ quan phụ trách", 22),
    )
    rows = tuple(map(_target_row, facts.targets, own_names([(line.number, line.name) for line in facts.targets])))
    return blocks.Sheet("Chỉ tiêu", columns, rows, _heading(facts, "BẢNG CHỈ TIÊU THI ĐUA"), landscape=True)


def _target_row(line: ResultLine, name: str) -> Cells:
    return (
        line.number if line.first else "",
        line.group,
        name,
        line.assigned_by,
        *_planned_cells(line),
        line.committed,
        "; ".join(line.committed_by),
        *_achieved_cells(line),
        line.responsible,
    )


def _planned_columns(heading: str) -> tuple[blocks.SheetColumn, ...]:
    return (
        blocks.SheetColumn("Đơn vị tính", 13),
        blocks.SheetColumn("So sánh", 9),
        blocks.SheetColumn(heading, 12, "number", key="planned"),
    )


def _planned_cells(line: ResultLine) -> Cells:
    """Unit, comparator and figure; a range stays the text it is."""
    planned = line.planned
    if planned is None or planned.value is None:
        return line.unit, "", line.planned_text or None
    sign = _SIGNS.get(planned.comparator, planned.comparator)
    return line.unit, sign, _range(planned) if planned.value_to is not None else planned.value


def _range(planned: TargetValue) -> str:
    return figure(TargetValue(planned.value, value_to=planned.value_to))


def _achieved_columns(facts: ReportFacts) -> tuple[blocks.SheetColumn, ...]:
    """What each phase brought (from the beginning of the year), what counts, and how much of the figure that is."""
    group = "Kết quả lũy kế đến hết"
    return (
        *(
            blocks.SheetColumn(phase.name, 12, "number", key=f"phase{number}", group=group)
            for number, phase in enumerate(facts.phases)
        ),
        blocks.SheetColumn("Thực hiện", 12, "number", key="achieved"),
        blocks.SheetColumn("Tỷ lệ", 9, "percent", key="percent"),
        blocks.SheetColumn("Đánh giá", 14),
    )


def _achieved_cells(line: ResultLine) -> Cells:
    """Of what has no figure the results are words, so there is nothing to work out."""
    if line.planned is None or line.planned.value is None:
        shown = (shown_result(line.planned, value) or None for value in line.values)
        return (*shown, shown_result(line.planned, line.achieved) or None, None, line.judgement)
    judged = f"{line.judgement} ({line.origin})" if line.origin else line.judgement
    return (*line.values, _latest(line), _percent(line), judged)


def _latest(line: ResultLine) -> blocks.SheetCell:
    """The result of the last phase that has one."""
    if not line.values:
        return line.achieved
    text = '""'
    for number in range(len(line.values)):
        text = f'IF({{phase{number}}}<>"",{{phase{number}}},{text})'
    return blocks.Formula(text, line.achieved)


def _percent(line: ResultLine) -> blocks.SheetCell:
    """Achieved by planned, turned round where less is more; of a range what it comes to, without a formula."""
    share = None if line.percent is None else round(line.percent / 100, 12)
    if line.planned is None or numeric(line.planned) is None:
        return share
    part, whole = ("planned", "achieved") if lower_is_better(line.planned) else ("achieved", "planned")
    return blocks.Formula(f'IF(OR({{achieved}}="",{{{whole}}}=0),"",{{{part}}}/{{{whole}}})', share)


def _groups_sheet(facts: ReportFacts) -> blocks.Sheet:
    columns = (
        blocks.SheetColumn("Lĩnh vực", 34),
        *(
            blocks.SheetColumn(words, 12, "integer", summed=True, key=key)
            for key, words in (
                ("all", "Số chỉ tiêu"),
                ("exceeded", "Vượt"),
                ("reached", "Đạt"),
                ("short", "Chưa đạt"),
                ("none", "Chưa có số liệu"),
            )
        ),
        blocks.SheetColumn("Tỷ lệ đạt và vượt", 12, "percent"),
    )
    rows = tuple(_group_row(group, lines) for group, lines in _by_group(facts.targets))
    return blocks.Sheet("Theo lĩnh vực", columns, rows, _heading(facts, "KẾT QUẢ CHỈ TIÊU THI ĐUA"), "Cộng")


def _by_group(lines: Iterable[ResultLine]) -> list[tuple[str, list[ResultLine]]]:
    """The lines of each field of work; parts of a target count where it does."""
    groups: dict[str, list[ResultLine]] = {}
    group = NO_GROUP
    for figures in by_target(lines):
        if "." not in figures[0].number:
            group = figures[0].group or NO_GROUP
        groups.setdefault(group, []).extend(figures)
    return list(groups.items())


def _group_row(group: str, lines: Sequence[ResultLine]) -> Cells:
    found = tally(lines)
    counts = [len(part) for part in (found.exceeded, found.reached, found.short, found.unreported)]
    share = (counts[0] + counts[1]) / found.total if found.total else None
    return (
        group,
        blocks.Formula("SUM({exceeded}:{none})", found.total),
        *counts,
        blocks.Formula('IF({all}=0,"",({exceeded}+{reached})/{all})', share),
    )


def _commitments_sheet(facts: ReportFacts) -> blocks.Sheet:
    columns = (
        blocks.SheetColumn("STT", 6),
        blocks.SheetColumn("Đơn vị", 26),
        blocks.SheetColumn("Nội dung cam kết", 48),
        blocks.SheetColumn("Chỉ tiêu của kế hoạch", 32),
        *_planned_columns("Cam kết"),
        *_achieved_columns(facts),
    )
    rows = tuple(
        (str(number), line.organisation, line.name, line.target, *_planned_cells(line), *_achieved_cells(line))
        for number, line in enumerate(facts.commitments, start=1)
    )
    return blocks.Sheet("Cam kết", columns, rows, _heading(facts, "KẾT QUẢ THỰC HIỆN CAM KẾT"), landscape=True)
