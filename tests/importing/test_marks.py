"""Markers at the head of a line, and lines that only look like one."""

from __future__ import annotations

import pytest

from thidua_desktop.importing.layout.marks import Rank, find_mark, label_mark

MARKS = [
    ("I. MỤC ĐÍCH", "I.", Rank.ROMAN),
    ("IV/ TỔ CHỨC", "IV/", Rank.ROMAN),
    ("II.NỘI DUNG", "II.", Rank.ROMAN),
    ("A. KHỐI THI ĐUA", "A.", Rank.CAPITAL),
    ("PHẦN THỨ NHẤT", "PHẦN THỨ NHẤT", Rank.PART),
    ("Phần II. Nội dung", "Phần II.", Rank.PART),
    ("PHẦN MỘT", "PHẦN MỘT", Rank.PART),
    ("Phần hai: Nội dung", "Phần hai:", Rank.PART),
    ("Chương I", "Chương I", Rank.CHAPTER),
    ("Điều 12. Trách nhiệm", "Điều 12.", Rank.ARTICLE),
    ("1. Mục đích", "1.", Rank.NUMBER),
    ("1.Mục đích", "1.", Rank.NUMBER),
    ("1) Mục đích", "1)", Rank.NUMBER),
    ("1/ Mục đích", "1/", Rank.NUMBER),
    ("1- Mục đích", "1-", Rank.NUMBER),
    ("2. 96% gia đình", "2.", Rank.NUMBER),
    ("2.1. Về kinh tế", "2.1.", Rank.NUMBER2),
    ("2.1 Về kinh tế", "2.1", Rank.NUMBER2),
    ("2. 2. Về văn hóa", "2. 2.", Rank.NUMBER2),
    ("2.1- Về kinh tế", "2.1-", Rank.NUMBER2),
    ("2.1/ Về kinh tế", "2.1/", Rank.NUMBER2),
    ("I.1. Về kinh tế", "I.1.", Rank.NUMBER),
    ("I - MỤC ĐÍCH", "I -", Rank.ROMAN),
    ("Il. MỤC ĐÍCH", "Il.", Rank.ROMAN),
    ("1I. Mục đích", "1I.", Rank.ROMAN),
    ("l. MỤC ĐÍCH, YÊU CẦU", "l.", Rank.ROMAN),
    ("(1) Về kinh tế", "(1)", Rank.BRACKET),
    ("(a) Về kinh tế", "(a)", Rank.BRACKET),
    ("a1) Về kinh tế", "a1)", Rank.BRACKET),
    ("ii) Về kinh tế", "ii)", Rank.LETTER),
    ("a - Về kinh tế", "a -", Rank.LETTER),
    ("Đ. TỔ CHỨC", "Đ.", Rank.CAPITAL),
    ("3.2.1. Nguyên tắc", "3.2.1.", Rank.NUMBER3),
    ("a) Triển khai", "a)", Rank.LETTER),
    ("đ. Kiểm tra", "đ.", Rank.LETTER),
    ("- Hội CCB", "-", Rank.DASH),
    ("– Hội CCB", "-", Rank.DASH),
    ("-Hội CCB", "-", Rank.DASH),
    ("• Hội CCB", "-", Rank.DASH),
    ("+ Hội CCB", "+", Rank.PLUS),
]  # fmt: skip

NO_MARKS = [
    "4.900 con lợn",
    "1,5 ha",
    "1.5 triệu đồng",
    "5/6 thôn đạt chuẩn",
    "30/4 và 1/5",
    "01-02 nhà đại đoàn kết",
    "2024 là năm cuối",
    "Vì người nghèo",
    "19/CT-TTg ngày 16/7/2021",
    "34-CT/TW ngày 07/4/2014",
    "2.1-2.5 tấn",
    "(b/c)",
    "T/M ỦY BAN NHÂN DÂN",
    "I",
    "Phần lớn các hộ",
    "Phần hai của kế hoạch",
    "Điều này cho thấy",
    "---",
    "",
]


@pytest.mark.parametrize(("line", "marker", "rank"), MARKS, ids=[line for line, *_ in MARKS])
def test_a_marker_is_seen(line: str, marker: str, rank: Rank) -> None:
    mark = find_mark(line)
    assert mark is not None
    assert (mark.text, mark.rank) == (marker, rank)
    assert not line[mark.end :].startswith(" ")


@pytest.mark.parametrize("line", NO_MARKS)
def test_a_figure_or_a_word_is_no_marker(line: str) -> None:
    assert find_mark(line) is None


@pytest.mark.parametrize(
    ("label", "rank"),
    [("I.", Rank.ROMAN), ("1.1", Rank.NUMBER2), ("a)", Rank.LETTER), ("-", Rank.DASH), ("Việc 1:", Rank.NUMBER)],
)
def test_an_automatic_label_is_ranked(label: str, rank: Rank) -> None:
    assert label_mark(label).rank == rank
