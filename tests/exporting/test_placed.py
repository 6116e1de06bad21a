"""Texts at a fixed place become smaller before they take more lines than there is room for."""

from __future__ import annotations

import pytest

from tests.golden.award_samples import PAPER
from tests.golden.samples import form
from thidua_desktop.domain.papers import measures as m
from thidua_desktop.domain.papers.award_papers import certificates_paper
from thidua_desktop.domain.papers.blocks import A4, PlacedPage, PlacedText
from thidua_desktop.exporting.layout import block_pieces
from thidua_desktop.exporting.pieces import Placed
from thidua_desktop.exporting.text_width import text_width

NAME = "Nguyễn Văn Mẫu"
LONG = "Ban Công tác Mặt trận và Chi hội Nông dân, Chi hội Phụ nữ, Chi đoàn Thanh niên thôn Ví Dụ Thượng"


def size_of(text: str, width: float, lines: int) -> float:
    piece, *_ = block_pieces(PlacedPage((PlacedText(text, 20, 90, width, size=28, bold=True, lines=lines),)), A4)
    assert isinstance(piece, Placed)
    return piece.line.size


def test_a_short_name_keeps_its_size() -> None:
    assert size_of(NAME, 240, 1) == 28


@pytest.mark.parametrize("lines", [1, 2, 3])
def test_a_long_name_is_set_smaller_until_it_fits(lines: int) -> None:
    size = size_of(LONG, 160, lines)
    assert 9 <= size <= 28
    assert text_width(LONG, size, "bold") <= 160 * lines
    assert size_of(LONG, 160, lines + 1) >= size


def test_the_line_under_the_motto_of_a_certificate_is_as_long_as_the_motto() -> None:
    page = next(
        block for block in certificates_paper(PAPER, form("certificates")).blocks if isinstance(block, PlacedPage)
    )
    motto, line = (field for field in page.fields if field.text == m.MOTTO or not field.text.strip("_"))
    assert text_width(line.text, line.size, "bold") == pytest.approx(text_width(motto.text, motto.size, "bold"), abs=2)


def test_letters_never_become_too_small_to_read() -> None:
    assert size_of(LONG * 3, 60, 1) == 9


def test_a_text_without_a_limit_takes_as_many_lines_as_it_needs() -> None:
    assert size_of(LONG, 60, 0) == 28
