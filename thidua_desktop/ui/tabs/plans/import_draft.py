"""What was read and is being corrected: a plan in memory with its own undo, until it is stored or put away."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from thidua_desktop.domain.changes import Changes
from thidua_desktop.domain.plan.drafts import with_ids
from thidua_desktop.domain.plan.plans import Plan
from thidua_desktop.ui.ask import UndoOffer
from thidua_desktop.ui.bus import Bus


class _Step(NamedTuple):
    plan: Plan
    text: str
    merge: str
    kinds: frozenset[str]


class UndoCorrection(UndoOffer):
    """The "Hoàn tác" of a notice about the newest edit of a draft: ``undo()`` takes it back."""

    def __init__(self, draft: ImportDraft, undo: Callable[[], None]) -> None:
        self._draft = draft
        self._undo = undo
        self._depth = draft.depth

    def is_over(self) -> bool:
        return self._draft.is_left or self._draft.depth != self._depth

    def __call__(self) -> None:
        if not self.is_over():
            self._undo()


class ImportDraft:
    """The plan as it stands now. Who edits it publishes the :class:`Changes` on ``bus``, as with the data file.

    Sections and rows carry ids of the draft's own; storing does not use them. ``is_left``: it was stored or put away.
    """

    def __init__(self, plan: Plan) -> None:
        self.bus = Bus()
        self.plan = with_ids(plan)
        self._read = self.plan
        self.is_left = False
        self._undo: list[_Step] = []
        self._redo: list[_Step] = []

    @property
    def is_corrected(self) -> bool:
        """Whether the plan is another than the one that was read."""
        return self.plan != self._read

    @property
    def undo_text(self) -> str:
        """What undo would take back, "" when nothing."""
        return self._undo[-1].text if self._undo else ""

    @property
    def redo_text(self) -> str:
        """What redo would do again, "" when nothing."""
        return self._redo[-1].text if self._redo else ""

    @property
    def depth(self) -> int:
        """How many edits undo can take back, one after another."""
        return len(self._undo)

    def edit(self, text: str, plan: Plan, kinds: frozenset[str], merge: str = "") -> Changes:
        """Put ``plan`` in place of what is there; edits in a row with one ``merge`` key are undone as one."""
        if plan == self.plan:
            return Changes()
        if not (merge and self._undo and self._undo[-1].merge == merge and not self._redo):
            self._undo.append(_Step(self.plan, text, merge, kinds))
        self._redo.clear()
        self.plan = plan
        return Changes(kinds, text=text)

    def undo(self) -> Changes:
        """Take the newest edit back; nothing when there is none."""
        return self._swap(self._undo, self._redo)

    def redo(self) -> Changes:
        """Do again what was taken back last; nothing when there is none."""
        return self._swap(self._redo, self._undo)

    def _swap(self, source: list[_Step], target: list[_Step]) -> Changes:
        if not source:
            return Changes()
        step = source.pop()
        target.append(step._replace(plan=self.plan, merge=""))
        self.plan = step.plan
        return Changes(step.kinds, text=step.text)
