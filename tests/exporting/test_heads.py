"""The head of a paper: what stands in one line, and where a longer one breaks."""

from __future__ import annotations

import pytest

from thidua_desktop.domain.papers import measures as m
from thidua_desktop.domain.papers.blocks import A4, Heading, NationalHeader, Title
from thidua_desktop.exporting.head_measures import issuer_column
from thidua_desktop.exporting.layout import block_pieces
from thidua_desktop.exporting.pieces import Grid, Line, ShortLine
from thidua_desktop.exporting.text_width import text_width

SHORT = "Ví Dụ, ngày 05 tháng 02 năm 2026"
LONG = "Nguyễn Văn Thí Dụ Dài, ngày 05 tháng 02 năm 2026"


def _left(header: NationalHeader) -> list[str]:
    (grid,) = block_pieces(header, A4)
    assert isinstance(grid, Grid)
    return [piece.runs[0].text for piece in grid.rows[0][0] if isinstance(piece, Line)]


@pytest.mark.parametrize(
    ("superior", "date", "lines"),
    [
        ("UBND TỈNH MẪU", SHORT, ["UBND TỈNH MẪU"]),
        ("UBND THÀNH PHỐ THÍ DỤ NGÃI", SHORT, ["UBND THÀNH PHỐ THÍ DỤ NGÃI"]),
        ("UBND THÀNH PHỐ THÍ DỤ NGHĨA", SHORT, ["UBND THÀNH PHỐ THÍ DỤ NGHĨA"]),
        ("UBND THÀNH PHỐ THÍ DỤ NGHĨA", LONG, ["UBND", "THÀNH PHỐ THÍ DỤ NGHĨA"]),
        ("ỦY BAN NHÂN DÂN TỈNH THÍ DỤ MẪU", SHORT, ["ỦY BAN NHÂN DÂN", "TỈNH THÍ DỤ MẪU"]),
    ],
)
def test_superior_stands_in_one_line_or_breaks_before_its_place(superior: str, date: str, lines: list[str]) -> None:
    header = NationalHeader(("ỦY BAN NHÂN DÂN", "XÃ VÍ DỤ"), "Số: 05/KH-UBND", date, superior)
    assert _left(header) == [*lines, "ỦY BAN NHÂN DÂN", "XÃ VÍ DỤ"]
    left = issuer_column(header, A4)
    assert all(text_width(line, m.ISSUER_SIZE) <= left for line in lines)
    assert A4.text_width - left >= text_width(m.NATION, m.NATION_SIZE, "bold") or date == LONG


@pytest.mark.parametrize(
    ("subject", "lines"),
    [
        ("Phát động phong trào thi đua năm 2026, đợt 1", ["Phát động phong trào thi đua năm 2026, đợt 1"]),
        (
            "Tổng kết phong trào thi đua và công tác khen thưởng năm 2026, phương hướng, nhiệm vụ năm 2027",
            [
                "Tổng kết phong trào thi đua và công tác khen thưởng năm\u00a02026,",
                "phương\u00a0hướng,\u00a0nhiệm\u00a0vụ\u00a0năm\u00a02027",
            ],
        ),
        (
            "Về việc đề nghị tặng Bằng khen của Chủ tịch Ủy ban nhân dân tỉnh năm 2026",
            ["Về việc đề nghị tặng Bằng khen của Chủ tịch Ủy ban nhân dân tỉnh năm\u00a02026"],
        ),
    ],
)
def test_a_subject_of_two_lines_breaks_where_its_meaning_breaks(subject: str, lines: list[str]) -> None:
    pieces = block_pieces(Title("BÁO CÁO", subject), A4)
    said = [piece.runs[0].text for piece in pieces if isinstance(piece, Line)]
    assert said == ["BÁO CÁO", " ".join(lines)]


def test_a_number_stays_with_its_word_in_the_title_of_a_part() -> None:
    (piece,) = block_pieces(Heading("", "KHEN THƯỞNG 6 THÁNG ĐẦU NĂM 2026", style="part"), A4)
    assert isinstance(piece, Line)
    assert piece.runs[0].text == "KHEN THƯỞNG 6\u00a0THÁNG ĐẦU NĂM\u00a02026"


def test_council_breaks_before_what_it_does() -> None:
    header = NationalHeader(("HỘI ĐỒNG THI ĐUA - KHEN THƯỞNG",), place_date=SHORT)
    assert _left(header) == ["HỘI ĐỒNG", "THI ĐUA - KHEN THƯỞNG"]


@pytest.mark.parametrize(
    ("issuer", "line"),
    [
        ("TRƯỜNG TIỂU HỌC VÍ DỤ", "TRƯỜNG TIỂU HỌC VÍ DỤ"),
        ("TRƯỜNG TRUNG HỌC CƠ SỞ THÍ DỤ", "TRƯỜNG TRUNG HỌC CƠ SỞ THÍ\u00a0DỤ"),
    ],
)
def test_a_long_issuer_leaves_no_word_alone(issuer: str, line: str) -> None:
    assert _left(NationalHeader((issuer,), place_date=SHORT)) == [line]


@pytest.mark.parametrize(
    "issuer",
    [
        ("HỘI",),
        ("ỦY BAN NHÂN DÂN", "XÃ VÍ DỤ"),
        ("BAN CHỈ HUY PHÒNG THỦ DÂN SỰ, PHÒNG CHỐNG THIÊN TAI VÀ TÌM KIẾM CỨU NẠN", "XÃ VÍ DỤ"),
        ("BAN CHỈ HUY PHÒNG THỦ DÂN SỰ " * 6,),
    ],
)
def test_the_line_under_an_issuer_of_any_length_is_a_third_to_a_half_of_what_stands_above_it(
    issuer: tuple[str, ...],
) -> None:
    header = NationalHeader(issuer, place_date=SHORT)
    (grid,) = block_pieces(header, A4)
    assert isinstance(grid, Grid)
    line = grid.rows[0][0][-1]
    assert isinstance(line, ShortLine)
    above = min(max(text_width(part, m.ISSUER_SIZE, "bold") for part in issuer), issuer_column(header, A4))
    assert above / 3 <= line.length <= above / 2
