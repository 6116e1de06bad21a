"""The phiếu báo cáo kết quả of an organisation for one phase: its commitments, with room for what was reached."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from ..members.names import phase_of_year
from ..plan.plans import Phase
from ..registration.results import due
from ..vietnamese import format_date, in_sentence
from . import blocks
from .forms import Facts, FormDefinition, build
from .year_heads import OrganisationYear, Row, organisation_texts, plan_of_committee, with_room

PAPER = "progress-form"


@dataclass(frozen=True, slots=True)
class ProgressLine:
    """One figure of a commitment: ``achieved`` and what follows are "" where nothing was reported yet."""

    number: str
    content: str
    planned: str
    achieved: str = ""
    percent: str = ""
    status: str = ""
    proof: str = ""
    note: str = ""


def progress_form(
    of: OrganisationYear, phase: Phase | None, place: int, lines: Sequence[ProgressLine], form: FormDefinition
) -> blocks.Document:
    """The paper laid out by ``form``; ``place`` is the phase's place in the plan, from 1, 0 for none."""
    phase_name = in_sentence(phase.name) if phase else ""
    told = phase_of_year(phase_name, of.period)
    rows: dict[str, tuple[Row, ...]] = {"results": tuple(_row(line) for line in lines)}
    texts = organisation_texts(of, PAPER, place) | {
        "phase": phase_name,
        "phase_of_year": told,
        "span": _span(phase),
        "due": format_date(due(phase)) if phase else "",
        "opening": _opening(of, phase_name),
    }
    named = of.organisation.name if of.organisation else ""
    facts = Facts(texts, rows=with_room(form, rows))
    return build(form, facts, f"Phiếu báo cáo kết quả {told}", named)


def _opening(of: OrganisationYear, phase: str) -> str:
    plan = plan_of_committee(of)
    told = f"{of.name} báo cáo kết quả {phase}".rstrip() + " như sau:"
    return f"Thực hiện {plan}, {told}" if plan else told


def _span(phase: Phase | None) -> str:
    if phase is None or not (phase.start and phase.end):
        return ""
    return f"(Từ ngày {format_date(phase.start)} đến ngày {format_date(phase.end)})"


def _row(line: ProgressLine) -> Row:
    return {
        "stt": line.number,
        "content": line.content,
        "planned": line.planned,
        "achieved": line.achieved,
        "percent": line.percent,
        "status": line.status,
        "proof": line.proof,
        "note": line.note,
    }
