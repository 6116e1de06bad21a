"""Finding and replacing words in the whole of a plan; what is replaced is one act that one undo takes back."""

from __future__ import annotations

from collections.abc import Sequence

from ...domain.changes import Changes
from ...domain.errors import KnownError
from ...domain.plan.replacing import Hit, Wanted, found, with_words
from ...domain.vietnamese import nfc
from ..wording import shortened
from ..workspace import Workspace
from .frozen import refuse_issued
from .plans import plan
from .rewriting import rewrite
from .target_text import text_carried


def find(workspace: Workspace, plan_id: int, wanted: Wanted) -> tuple[Hit, ...]:
    """Every place of the words in the plan as it is stored."""
    return found(plan(workspace, plan_id), wanted)


def replace(workspace: Workspace, plan_id: int, hits: Sequence[Hit], text: str, wanted: Wanted) -> Changes:
    """Puts ``text`` in the place of these finds in one act; the rows that quote the text follow.

    Raises :class:`KnownError` when one of them does not stand there any more or a cell cannot hold the new words, and
    ``PlanIssued``; then nothing is changed.
    """
    refuse_issued(workspace, plan_id)
    before = plan(workspace, plan_id)
    if not set(hits) <= set(found(before, wanted)):
        raise KnownError(
            "Chỗ cần thay đã khác lúc tìm; kế hoạch được giữ nguyên.", "Nhấn Enter ở ô tìm để tìm lại rồi thay."
        )
    after = with_words(before, hits, nfc(text), wanted)
    what = f"“{shortened(wanted.words)}” bằng “{shortened(text)}”"
    named = f"Thay {what}" if len(hits) == 1 else f"Thay {what} ở {len(hits)} chỗ"
    with workspace.file.act(named) as act, text_carried(workspace, plan_id):
        rewrite(workspace, before, after)
    return act.changes
