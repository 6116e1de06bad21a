"""Bảng chấm điểm: every criterion with what was planned, achieved, given by the organisation and by the council."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from ..offices import Office, Signer
from ..scoring.figures import shown_figure
from ..scoring.points import CENT, Points, summed
from ..scoring.sheets import ScoreRow, ScoreSheet
from ..scoring.typed import grades_text, points_text
from ..scoring.words import lost_words, total_text
from ..vietnamese import format_number
from . import blocks
from .forms import ROW_HEADING, Facts, FormDefinition, build
from .heads import office_issuer
from .year_heads import OrganisationYear, Row, office_texts, organisation_texts, undated

PAPER = "score-sheet"
NO_REASON = "(chưa ghi lý do)"


def score_sheet(
    of: OrganisationYear, sheet: ScoreSheet, form: FormDefinition, *, blank: bool = False
) -> blocks.Document:
    """The sheet of an organisation laid out by ``form``; ``blank`` leaves what came of the year to the pen."""
    texts = undated(organisation_texts(of, PAPER)) | _texts(sheet, blank=blank) | {"block": sheet.scored.block}
    facts = Facts(texts, rows={"criteria": criteria_rows(sheet, blank=blank)})
    return build(form, facts, f"Bảng chấm điểm thi đua {of.period}", of.name)


@dataclass(frozen=True, slots=True)
class CommuneYear:
    """Who hands in the commune's own sheet, and to which ``cluster`` (cụm, khối), "" where that is not told."""

    year: int
    office: Office | None
    signer: Signer | None
    cluster: str = ""


def commune_score_sheet(
    of: CommuneYear, sheet: ScoreSheet, form: FormDefinition, *, blank: bool = False
) -> blocks.Document:
    """The commune's own sheet for its cụm, laid out by ``form``."""
    name = office_issuer(of.office) if of.office else sheet.scored.name
    texts = (
        undated(office_texts(of.office, of.signer, of.year))
        | _texts(sheet, blank=blank)
        | {"organisation": name, "cluster": of.cluster}
    )
    facts = Facts(texts, rows={"criteria": criteria_rows(sheet, blank=blank)})
    return build(form, facts, f"Bảng chấm điểm thi đua năm {of.year}", name)


def criteria_rows(sheet: ScoreSheet, *, blank: bool = False) -> tuple[Row, ...]:
    """The criteria as rows of a table, each part under its heading."""
    return tuple(_heading(row) if row.is_heading else _row(row, blank=blank) for row in sheet.rows)


def _heading(row: ScoreRow) -> Row:
    return {ROW_HEADING: f"{row.number}. {row.criterion.name}"}


def _row(row: ScoreRow, *, blank: bool) -> Row:
    one, points, score = row.criterion, row.points, row.points.score
    known = {
        "stt": row.number,
        "criterion": one.name,
        "base": base_text(row),
        "unit": one.unit,
        "planned": shown_figure(score.planned, one.direction),
        "note": one.note,
    }
    if blank:
        return known
    counted = points.counts
    return known | {
        "achieved": row.achieved_text,
        "reckoned": _told(points.reckoned),
        "own": points_text(score.self_points, score.self_grade),
        "bonus": total_text(counted.bonus) if counted and counted.bonus else "",
        "council": points_text(score.council_points, score.council_grade),
        "counts": _told(counted),
        "reason": score.reason or (NO_REASON if points.needs_reason else ""),
    }


def base_text(row: ScoreRow) -> str:
    """Điểm chuẩn as it is printed: "40", of bonus "≤ 5", of what is taken off "−5/lần"."""
    one = row.criterion
    if one.points is None:
        return ""
    told = format_number(one.points)
    match one.kind:
        case "thưởng":
            return f"≤ {told}"
        case "trừ":
            return "theo ngày" if one.by_days else f"−{told}/{one.unit or 'lần'}"
    return told


def _told(points: Points | None) -> str:
    return "" if points is None else total_text(summed(points))


def _texts(sheet: ScoreSheet, *, blank: bool) -> dict[str, str]:
    criteria, found = sheet.criteria, sheet.total
    known = {
        "set_name": criteria.name,
        "base_points": format_number(criteria.base_points),
        "rules": _rules(sheet),
        "source": criteria.source,
    }
    if blank:
        return known
    return known | {
        "total_own": _sum(row.points.own for row in sheet.rows),
        "total_bonus": total_text(found.bonus) if found.bonus else "",
        "total_council": _sum(row.points.council for row in sheet.rows),
        "total": total_text(found.points),
        "missing": _missing(sheet),
    }


def _sum(given: Iterable[Points | None]) -> str:
    known = [summed(points) for points in given if points is not None]
    return total_text(sum(known)) if known else ""


def _rules(sheet: ScoreSheet) -> str:
    """How points come about, so that a sheet can be scored without the set at hand."""
    criteria = sheet.criteria
    lines = []
    if criteria.bonus_rate is not None and criteria.bonus_rate > CENT:
        each = f", nhiều nhất {format_number(criteria.criterion_cap)}%/tiêu chí" if criteria.criterion_cap else ""
        all_of = f", tất cả không quá {format_number(criteria.bonus_cap)} điểm" if criteria.bonus_cap else ""
        lines.append(f"vượt 1% thưởng {format_number(criteria.bonus_rate)}% điểm chuẩn{each}{all_of}")
    kinds = {one.kind for one in criteria.criteria}
    if "định tính" in kinds:
        lines.append(f"mức chất lượng: {grades_text(criteria.grades)}")
    if any(one.by_days for one in criteria.criteria):
        lines.append(f"nộp chậm: {criteria.late_words()}")
    told = "; ".join(lines)
    return told[:1].upper() + told[1:]


def _missing(sheet: ScoreSheet) -> str:
    parts = [f"còn {sheet.total.unknown} tiêu chí chưa có điểm"] * bool(sheet.total.unknown)
    parts += [f"{sheet.unexplained} điểm Hội đồng đổi chưa ghi lý do"] * bool(sheet.unexplained)
    lost = lost_words([row.criterion.name for row in sheet.lost]).rstrip(".")
    told = "; ".join((*parts, *[lost[:1].lower() + lost[1:]] * bool(lost)))
    return told[:1].upper() + told[1:]
