"""How far each of the four steps of a round is."""

from __future__ import annotations

from collections.abc import Sequence

from thidua_desktop.domain.vietnamese import format_date
from thidua_desktop.services.awards.rounds import RoundSummary
from thidua_desktop.services.awards.verdicts import NominationVerdict
from thidua_desktop.ui.tabs.awards.steps import Standing
from thidua_desktop.ui.theme import State


def standings(summary: RoundSummary, verdicts: Sequence[NominationVerdict]) -> tuple[Standing, ...]:
    """One for each step; the first that is not done is the one to go on with."""
    done = (
        summary.nominations > 0,
        bool(summary.nominations) and summary.chosen + summary.refused == summary.nominations,
        summary.chosen > 0 and summary.decided >= summary.chosen,
    )
    ready = any(one.is_certificate and one.decision for one in verdicts)
    words = (
        _nominated(summary, verdicts),
        _council(summary),
        _decided(summary),
        "sẵn sàng in" if ready else "",
    )
    following = next((number for number, is_done in enumerate(done) if not is_done), len(done))
    states = [State.GOOD if is_done else State.NEUTRAL for is_done in done]
    if following < len(done):
        states[following] = State.WAIT
    states.append(State.GOOD if ready else State.NEUTRAL)
    return tuple(Standing(*one) for one in zip(words, states, strict=True))


def _nominated(summary: RoundSummary, verdicts: Sequence[NominationVerdict]) -> str:
    if not summary.nominations:
        return "chưa có đề nghị"
    unmet = sum(one.verdict.answer == "chưa đạt" for one in verdicts)
    return f"{summary.nominations} đề nghị" + (f", {unmet} chưa đạt" if unmet else "")


def _council(summary: RoundSummary) -> str:
    if summary.chosen or summary.refused:
        return f"{summary.chosen} được chọn" + (f", {summary.refused} không" if summary.refused else "")
    return f"họp {format_date(summary.council_on)}" if summary.council_on else ""


def _decided(summary: RoundSummary) -> str:
    if summary.decided:
        return f"{summary.decided}/{summary.chosen} đã có quyết định"
    return f"tờ trình {format_date(summary.submitted_on)}" if summary.submitted_on else ""
