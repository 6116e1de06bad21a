"""The desk of the tests on another day."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from thidua_desktop.services.workspace import Workspace


def on(workspace: Workspace, day: str) -> Workspace:
    """The same desk on another day."""
    return replace(workspace, today=lambda: date.fromisoformat(day))
