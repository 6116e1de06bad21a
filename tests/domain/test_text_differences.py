"""Two texts are compared word by word."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from thidua_desktop.domain.text_differences import Piece, differences, likeness, words


@pytest.mark.parametrize(
    ("old", "new", "shown"),
    [
        ("Trồng 10 ha rừng.", "Trồng 10 ha rừng.", "Trồng 10 ha rừng."),
        ("Trồng 10 ha rừng.", "Trồng 12 ha rừng.", "Trồng [-10][+12] ha rừng."),
        ("Giảm còn 2,5%.", "Giảm xuống còn 2,0%.", "Giảm[+ xuống] còn [-2,5][+2,0]%."),
        ("Hạn 15/6/2026, báo cáo.", "Hạn 20/6/2026, báo cáo.", "Hạn [-15/6/2026][+20/6/2026], báo cáo."),
        ("một hai ba", "bốn năm sáu", "[-một hai ba][+bốn năm sáu]"),
        ("", "Thêm câu.", "[+Thêm câu.]"),
        ("Bỏ câu.", "", "[-Bỏ câu.]"),
        ("- Dòng một\n- Dòng hai", "- Dòng một\n- Dòng ba\n- Dòng hai", "- Dòng một\n- Dòng [+ba\n- Dòng ]hai"),
    ],
)
def test_what_differs_is_shown_by_words(old: str, new: str, shown: str) -> None:
    assert "".join(_shown(piece) for piece in differences(old, new)) == shown


def _shown(piece: Piece) -> str:
    return piece.text if piece.kind == "same" else f"[{'-' if piece.kind == 'removed' else '+'}{piece.text}]"


texts = st.lists(st.sampled_from(["thi đua", "10", "12,5%", "xã Ví Dụ", "\n", ", ", " ", "x", ";"])).map("".join)


@given(texts, texts)
def test_the_pieces_are_both_texts(old: str, new: str) -> None:
    pieces = differences(old, new)
    assert "".join(piece.text for piece in pieces if piece.kind != "added") == old
    assert "".join(piece.text for piece in pieces if piece.kind != "removed") == new


def test_a_text_of_many_pages_is_compared_paragraph_by_paragraph() -> None:
    lines = [f"Đoạn {number} của kế hoạch dài.\n" for number in range(2_000)]
    changed = [*lines[:500], "Một đoạn khác hẳn.\n", *lines[501:]]
    marked = [piece for piece in differences("".join(lines), "".join(changed)) if piece.kind != "same"]
    assert marked == [Piece(lines[500], "removed"), Piece("Một đoạn khác hẳn.\n", "added")]


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [("trồng rừng", "Trồng rừng.", 1.0), ("trồng rừng", "trồng cây", 0.5), ("trồng", "họp", 0.0), ("", "", 0.0)],
)
def test_likeness_goes_by_common_words(one: str, other: str, expected: float) -> None:
    assert likeness(words(one), words(other)) == expected
