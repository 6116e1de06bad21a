"""A word wider than its line never runs off the page."""

from __future__ import annotations

import pytest

from tests.golden.lines_tool import raw_lines
from tests.golden.samples import documents
from thidua_desktop.domain.papers.blocks import A4, BY_CONTENTS, Column, Table
from thidua_desktop.exporting import pdf
from thidua_desktop.exporting.column_widths import sized
from thidua_desktop.exporting.long_words import BREAK, broken
from thidua_desktop.exporting.text_width import text_width

WORD = ("thiđuayêunước" * 15)[:190]


@pytest.mark.parametrize("text", ["Thi đua yêu nước", "Một đoạn dài hơn một dòng " * 5, "", " "])
def test_ordinary_text_is_left_alone(text):
    assert broken(text, 14, "regular", A4.text_width) == text


@pytest.mark.parametrize("measure", [160.0, 70.0, 12.0])
def test_every_part_of_a_long_word_fills_a_line_at_most(measure):
    made = broken(f"Xem {WORD} nhé", 14, "regular", measure)
    assert made.replace(BREAK, "") == f"Xem {WORD} nhé"
    parts = made.removeprefix("Xem ").removesuffix(" nhé").split(BREAK)
    assert all(text_width(part, 14) <= measure or len(part) == 1 for part in parts)


def test_a_word_that_may_break_already_is_not_broken_inside_its_syllables():
    word = f"đồng/\u2060{BREAK}người/\u2060{BREAK}năm"
    assert broken(f"triệu {word}", 12, "regular", 15.0) == f"triệu {word}"
    assert broken("lần/\u2060tháng", 12, "regular", 16.0) == "lần/\u2060tháng"  # what nobody sees takes no room


def test_no_line_of_the_pdf_is_wider_than_the_text():
    lines = [line for page in raw_lines(pdf.render(documents()["plan-words"])) for line in page]
    single = [line.replace(BREAK, "") for line in lines if "iđuayêunước" in line]
    assert len(single) > 20
    assert max(text_width(line, 14) for line in single) <= A4.text_width + 0.1


def test_a_long_word_leaves_the_other_columns_their_room():
    table = Table(
        (Column("TT", BY_CONTENTS), Column(WORD, BY_CONTENTS), Column("Hạn", BY_CONTENTS)), (("1", "Việc", WORD),)
    )
    number, words, due = (column.width for column in sized(table, A4.text_width).columns)
    assert number > text_width("TT", 10, "bold") and words > 40 and due > 40
    assert number + words + due == pytest.approx(A4.text_width)
