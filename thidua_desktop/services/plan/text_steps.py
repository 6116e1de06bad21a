"""Typing taken back in the page takes back the act it was stored as: one undo is one, wherever it is done."""

from __future__ import annotations

from dataclasses import dataclass

from ...domain.changes import Changes
from ...domain.outline.text import Lines, PlanText
from .. import history
from ..workspace import Workspace
from . import plan_text
from .plans import plan

_MOST = 200  # steps remembered


@dataclass(frozen=True, slots=True)
class _Step:
    """An act of the page: the lines before and after it, and what it changed."""

    before: Lines
    after: Lines
    changes: Changes


class TextSteps:
    """Stores the lines of one plan's page and remembers what each act made of which lines."""

    def __init__(self, plan_id: int) -> None:
        self._plan_id = plan_id
        self._done: list[_Step] = []
        self._undone: list[_Step] = []

    def store(self, workspace: Workspace, before: Lines, lines: Lines, *, editing: str) -> tuple[Changes, PlanText]:
        """Stores ``lines``, which were ``before``; as :func:`.plan_text.set_plan_lines`.

        Lines as they were before the newest act undo that act, those of an act just undone do it again.
        """
        if self._done and self._done[-1].before == lines and history.is_newest(workspace, self._done[-1].changes):
            self._undone.append(self._done.pop())
            return history.undo(workspace), self._stored(workspace)
        if self._undone and self._undone[-1].after == lines and self._is_next(workspace, self._undone[-1]):
            self._done.append(self._undone.pop())
            return history.redo(workspace), self._stored(workspace)
        changes, made = plan_text.set_plan_lines(workspace, self._plan_id, lines, editing=editing)
        if changes:
            goes_on = self._done and self._done[-1].changes.act == changes.act
            first = self._done.pop().before if goes_on else before
            self._done = [*self._done, _Step(first, lines, changes)][-_MOST:]
            self._undone.clear()
        return changes, made

    @staticmethod
    def _is_next(workspace: Workspace, step: _Step) -> bool:
        return workspace.file.redo_act == step.changes.act

    def _stored(self, workspace: Workspace) -> PlanText:
        now = plan(workspace, self._plan_id)
        return PlanText(now.preamble, now.sections, now.closing)
