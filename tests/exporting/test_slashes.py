"""A long word in a narrow cell breaks after its slashes."""

from __future__ import annotations

import pytest

from thidua_desktop.exporting.slashes import unbroken, with_breaks


@pytest.mark.parametrize(
    ("text", "width", "shown"),
    [
        ("triệu đồng/người/năm", 16, "triệu đồng/|người/|năm"),
        ("triệu đồng/người/năm", 60, "triệu đồng/người/năm"),
        ("31/12/2026", 10, "31/12/2026"),
        ("tạ/ha", 20, "tạ/ha"),
        ("không có dấu", 5, "không có dấu"),
    ],
)
def test_only_a_word_that_does_not_fit_breaks(text: str, width: float, shown: str) -> None:
    assert with_breaks(text, 12, width).replace("\u200b", "|") == shown


def test_parts_that_stay_together() -> None:
    assert unbroken("62 triệu đồng/người/năm, 31/12/2026") == [
        *("62", "triệu", "đồng/", "người/", "năm,"),
        "31/12/2026",
    ]
