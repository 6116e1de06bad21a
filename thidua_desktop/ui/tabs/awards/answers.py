"""How the answer to a nomination or a condition is shown: word, sign and colour."""

from __future__ import annotations

from thidua_desktop.domain.rules import Answer
from thidua_desktop.ui.theme import State

STATES: dict[Answer, State] = {
    "đạt": State.GOOD,
    "lưu ý": State.WAIT,
    "thiếu dữ liệu": State.NEUTRAL,
    "chưa đạt": State.BAD,
}
MARK_STATES = {"đã đối chiếu": State.GOOD, "chưa đối chiếu": State.WAIT}
_UNKNOWN = "?"  # before what nobody can answer yet; the neutral state has no sign of its own


def worded(answer: Answer) -> tuple[str, State]:
    """The word and the state of an answer, shown as ✓ đạt, ○ lưu ý, ? thiếu dữ liệu, ! chưa đạt."""
    state = STATES[answer]
    return (answer if state.sign else f"{_UNKNOWN} {answer}"), state
