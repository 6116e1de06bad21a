"""Sheets of points, the ranking and the table of all criteria as spreadsheets."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ..offices import Office
from ..scoring.figures import shown_figure
from ..scoring.points import Points, summed
from ..scoring.ranking import Ranked
from ..scoring.sheets import ScoreRow, ScoreSheet
from ..scoring.typed import points_text
from . import blocks
from .heads import issuer_lines, office_issuer
from .score_ranking import NO_BLOCK, NOT_SCORED, RankingFacts, missing
from .score_sheet import base_text

_NAME = 28  # letters that the name of a sheet may have, its number aside
_REFUSED = str.maketrans("", "", "[]:*?/\\'")

Cells = tuple[blocks.SheetCell, ...]


@dataclass(frozen=True, slots=True)
class SheetsFacts:
    """The sheets of a year that stand in one book."""

    year: int
    office: Office | None
    sheets: tuple[ScoreSheet, ...]
    blank: bool = False


def score_book(facts: SheetsFacts) -> blocks.Book:
    """A sheet for each organisation."""
    return blocks.Book(tuple(_sheet(facts, number, one) for number, one in enumerate(facts.sheets, 1)))


def _sheet(facts: SheetsFacts, number: int, one: ScoreSheet) -> blocks.Sheet:
    columns = (
        blocks.SheetColumn("STT", 6),
        blocks.SheetColumn("Tiêu chí", 50),
        blocks.SheetColumn("Điểm chuẩn", 12, "number"),
        blocks.SheetColumn("Kế hoạch", 11, "number"),
        blocks.SheetColumn("Thực hiện", 11, "number"),
        blocks.SheetColumn("Tính theo số liệu", 11, "number", key="reckoned"),
        blocks.SheetColumn("Tự chấm", 9, "number"),
        blocks.SheetColumn("Thưởng", 9, "number"),
        blocks.SheetColumn("Hội đồng chấm", 11, "number"),
        blocks.SheetColumn("Được tính", 10, "number", key="counts"),
        blocks.SheetColumn("Lý do", 28),
    )
    rows = tuple((f"{row.number}. {row.criterion.name}",) if row.is_heading else _cells(facts, row) for row in one.rows)
    title = f"BẢNG CHẤM ĐIỂM THI ĐUA NĂM {facts.year}"
    heading = (_issuer(facts.office), title, f"({one.scored.name} – {one.criteria.name})")
    told = "" if facts.blank else f"Tổng điểm: {_number_text(one.total.points)}"
    unknown = f"Còn {one.total.unknown} tiêu chí chưa có điểm." if one.total.unknown and not facts.blank else ""
    name = f"{number}. {one.scored.name.translate(_REFUSED)[:_NAME].strip()}"
    notes = tuple(filter(None, (told, unknown)))
    return blocks.Sheet(name, columns, rows, tuple(filter(None, heading)), landscape=True, notes=notes)


def _cells(facts: SheetsFacts, row: ScoreRow) -> Cells:
    one, score, points = row.criterion, row.points.score, row.points
    base = one.points if one.is_measured else base_text(row)
    known = (row.number, one.name, base, _figure(row, score.planned))
    if facts.blank:
        return (*known, *(None,) * 7)
    counted = points.counts
    return (
        *known,
        row.achieved_text if len(score.late) > 1 else _figure(row, score.achieved),
        _value(points.reckoned),
        _given(score.self_points, score.self_grade),
        round(counted.bonus, 2) if counted and counted.bonus else None,
        _given(score.council_points, score.council_grade),
        _value(counted),
        score.reason or None,
    )


def _figure(row: ScoreRow, value: float | None) -> blocks.SheetCell:
    """A figure; of what is reached or not its word."""
    if value is None or row.criterion.direction != "yes_no":
        return None if value is None else round(value, 2)
    return shown_figure(value, "yes_no")


def _given(points: float | None, grade: str) -> blocks.SheetCell:
    """Points as a figure, a grade as its letter."""
    return round(points, 2) if points is not None else grade or None


def _value(points: Points | None) -> float | None:
    return None if points is None else round(summed(points), 2)


def _number_text(value: float) -> str:
    return points_text(value, "")


def _issuer(office: Office | None) -> str:
    return " ".join(issuer_lines(office_issuer(office))) if office else ""


def ranking_book(facts: RankingFacts) -> blocks.Book:
    """The ranking, and every organisation with the points of every criterion."""
    return blocks.Book((_ranking_sheet(facts), _matrix_sheet(facts)))


def _heading(facts: RankingFacts, title: str) -> tuple[str, ...]:
    lines = (_issuer(facts.office), f"{title} NĂM {facts.criteria.year}", f"({facts.criteria.name})")
    return tuple(filter(None, lines))


def _ranking_sheet(facts: RankingFacts) -> blocks.Sheet:
    columns = (
        blocks.SheetColumn("STT", 6, "integer"),
        blocks.SheetColumn("Tên đơn vị", 36),
        blocks.SheetColumn("Điểm các tiêu chí", 12, "number"),
        blocks.SheetColumn("Thưởng", 10, "number"),
        blocks.SheetColumn("Trừ", 10, "number"),
        blocks.SheetColumn("Tổng điểm", 11, "number"),
        blocks.SheetColumn("Xếp hạng trong khối", 11, "integer"),
        blocks.SheetColumn("Xếp hạng chung", 11, "integer"),
        blocks.SheetColumn("Ghi chú", 30),
    )
    notes = tuple(filter(None, (missing(facts.ranking),)))
    rows = tuple(_ranking_rows(facts))
    return blocks.Sheet("Xếp hạng", columns, rows, _heading(facts, "BẢNG XẾP HẠNG THI ĐUA"), notes=notes)


def _ranking_rows(facts: RankingFacts) -> Iterator[Cells]:
    parts = facts.ranking.blocks()
    for name, own in parts:
        if name or len(parts) > 1:
            yield (name or NO_BLOCK,)
        for number, one in enumerate(own, 1):
            yield _ranked(number, one)


def _ranked(number: int, one: Ranked) -> Cells:
    if one.place is None:
        return (number, one.name, *(None,) * 6, NOT_SCORED)
    found = one.sheet.total
    unknown = f"còn {found.unknown} tiêu chí chưa có điểm" if found.unknown else None
    return (
        number,
        one.name,
        round(found.base, 2),
        round(found.bonus + found.added, 2) or None,
        round(found.taken_off, 2) or None,
        round(found.points, 2),
        one.block_place,
        one.place,
        unknown,
    )


def _matrix_sheet(facts: RankingFacts) -> blocks.Sheet:
    measured = [one for one in facts.criteria.criteria if one.kind != "nhóm"]
    part = ""
    parts: dict[int, str] = {}
    for one in facts.criteria.criteria:
        part = one.name if one.kind == "nhóm" else part
        parts[one.id] = part
    columns = (
        blocks.SheetColumn("STT", 6, "integer"),
        blocks.SheetColumn("Đơn vị", 32),
        blocks.SheetColumn("Khối", 20),
        *(blocks.SheetColumn(one.name, 14, "number", group=parts[one.id]) for one in measured),
        blocks.SheetColumn("Tổng điểm", 11, "number"),
    )
    rows = tuple(_matrix_row(number, one) for number, one in enumerate(facts.ranking.ranked, 1))
    return blocks.Sheet("Theo tiêu chí", columns, rows, _heading(facts, "BẢNG ĐIỂM THI ĐUA"), landscape=True)


def _matrix_row(number: int, one: Ranked) -> Cells:
    rows: Sequence[ScoreRow] = [row for row in one.sheet.rows if not row.is_heading]
    total = round(one.sheet.total.points, 2) if one.place is not None else None
    return (number, one.name, one.block or None, *(_value(row.points.counts) for row in rows), total)
