"""“Thêm năm…” at the end of the chooser of years."""

from __future__ import annotations

from collections.abc import Sequence

from thidua_desktop.domain.vietnamese import parse_whole
from thidua_desktop.ui.ask import Ask


def year_to_add(ask: Ask, known: Sequence[int], shown: int) -> int | None:
    """The year the clerk types, the one after the last known offered; None for none, and what is none is told."""
    text = ask.line("Thêm năm", "Năm thi đua:", str(max(known, default=shown) + 1))
    year = parse_whole(text) if text else None
    if text and year is None:
        ask.tell(f"“{text}” không phải là năm.", "Hãy gõ đủ bốn chữ số, ví dụ 2027.")
    return year
