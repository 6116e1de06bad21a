"""The window and the command say with the same words how grave a remark of the checker is."""

from __future__ import annotations

import pytest

from thidua_desktop.domain.checking import Finding
from thidua_desktop.domain.checking.severities import WORDS, counted
from thidua_desktop.ui.tabs.plans.findings_list import FindingsList
from thidua_desktop.ui.widgets.chip import StatusChip


def findings(*severities):
    return tuple(Finding("X", severity, "", f"điều {number}") for number, severity in enumerate(severities))


@pytest.mark.parametrize(
    ("severities", "said"),
    [
        ((), []),
        (("hint",), ["1 gợi ý"]),
        (("hint", "error", "warning", "error"), ["2 lỗi", "1 lưu ý", "1 gợi ý"]),
        (("warning", "warning"), ["2 lưu ý"]),
    ],
)
def test_remarks_are_counted_by_how_grave_they_are(qtbot, severities, said):
    given = findings(*severities)
    assert list(counted(given).values()) == said
    shown = FindingsList()
    qtbot.addWidget(shown)
    shown.show()
    shown.show_findings(given)
    chips = [chip for chip in shown.findChildren(StatusChip) if chip.isVisible()]
    assert [chip.text().lstrip("!○ ") for chip in chips] == said


def test_the_gravest_stands_first():
    assert list(WORDS) == ["error", "warning", "hint"]
