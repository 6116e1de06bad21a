"""Codes in the corner of papers: as printed, and as somebody types them when the paper comes back."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from thidua_desktop.domain.registration.paper_codes import OF_PHASE, PREFIXES, PaperCode, code, read_code
from thidua_desktop.domain.vietnamese import fold


@pytest.mark.parametrize(
    ("paper", "number", "phase", "printed"),
    [
        ("registration-form", 17, 0, "ĐK-2026-017"),
        ("pledge", 1, 0, "GƯ-2026-001"),
        ("target-assignment", 1234, 0, "CT-2026-1234"),
        ("progress-form", 17, 2, "KQ2-2026-017"),
        ("registration-form", 17, 2, "ĐK-2026-017"),
        ("plan", 17, 0, ""),
        ("registration-form", None, 0, ""),
    ],
)
def test_a_code_is_printed(paper: str, number: int | None, phase: int, printed: str) -> None:
    assert code(paper, 2026, number, phase) == printed


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("ĐK-2026-017", PaperCode("registration-form", 2026, 17)),
        ("dk 2026 17", PaperCode("registration-form", 2026, 17)),
        ("dk2026017", PaperCode("registration-form", 2026, 17)),
        ("Đ K-2026-017", None),
        ("ĐK – 2O26 – O17", PaperCode("registration-form", 2026, 17)),
        ("gu_2026_3", PaperCode("pledge", 2026, 3)),
        ("Scan ĐK-2026-017.jpg", PaperCode("registration-form", 2026, 17)),
        ("KQ1-2026-017", PaperCode("progress-form", 2026, 17, 1)),
        ("kq 2 2026 17", PaperCode("progress-form", 2026, 17, 2)),
        ("kq12026017", PaperCode("progress-form", 2026, 17, 1)),
        ("kq-2026-017", PaperCode("progress-form", 2026, 17)),
        ("ĐK1-2026-017", None),
        ("ĐK-2026-000", None),
        ("05/KH-UBND", None),
        ("KDK-2026-017", None),
        ("", None),
    ],
)
def test_a_typed_code_is_read(typed: str, meant: PaperCode | None) -> None:
    assert read_code(typed) == meant


@given(
    st.sampled_from(sorted(PREFIXES)),
    st.integers(2000, 2099),
    st.integers(1, 999_999),
    st.integers(1, 9),
    st.booleans(),
)
def test_what_is_printed_is_read_back(paper: str, year: int, number: int, phase: int, folded: bool) -> None:
    printed = code(paper, year, number, phase)
    meant = PaperCode(paper, year, number, phase if paper in OF_PHASE else 0)
    assert read_code(fold(printed) if folded else f"Phiếu {printed}, đã nộp") == meant
