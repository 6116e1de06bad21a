"""The organisations of the year as the steps look at them."""

from __future__ import annotations

from pathlib import Path

from thidua_desktop.services.registration import registrations
from thidua_desktop.services.registration.registrations import Standing

from .hands import Hands

VILLAGE = "Thôn, tổ dân phố"
LEAST = 6  # organisations the tour goes on with: three register on paper, three by file
ON_PAPER = 3


def listed(hands: Hands) -> list[Standing]:
    """Those of the year's list, in the office's order."""
    context = hands.window.context
    return [one for one in registrations.standing(context.workspace, context.year) if one.registration_id]


def on_paper(hands: Hands) -> list[Standing]:
    """Those that register on paper."""
    return listed(hands)[:ON_PAPER]


def by_file(hands: Hands) -> list[Standing]:
    """Those that send their sheets back as files."""
    return listed(hands)[ON_PAPER:LEAST]


def folder_of(hands: Hands, name: str) -> Path:
    """An empty folder among the papers."""
    folder = hands.record.folder / "giay-to" / name
    folder.mkdir(exist_ok=True)
    for path in folder.iterdir():
        path.unlink()
    return folder
