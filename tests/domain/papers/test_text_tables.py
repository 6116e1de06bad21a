"""Rows in a plan's text become tables again."""

from __future__ import annotations

import pytest

from tests.golden.samples import form
from thidua_desktop.domain.papers import blocks
from thidua_desktop.domain.papers.plan_paper import plan_paper
from thidua_desktop.domain.papers.text_tables import cells, flowing
from thidua_desktop.domain.plan.plans import Plan, Section
from thidua_desktop.domain.richtext import plain

ROWS = tuple(
    plain(text, "|")
    for text in (
        "TT | Chỉ tiêu | Đơn vị tính | Kế hoạch",
        "I. KINH TẾ",
        "1 | Thu ngân sách trên địa bàn | triệu đồng | 12.500",
        "2 | Sản lượng lúa | tấn | 1.284,5",
        " | Trong đó: vụ Đông Xuân | tấn",
    )
)


def test_rows_one_after_another_are_one_table() -> None:
    before, table, after = flowing((plain("Các chỉ tiêu như sau:"), *ROWS, plain("Trên đây là các chỉ tiêu.")))
    assert before == blocks.Text(plain("Các chỉ tiêu như sau:"))
    assert after == blocks.Text(plain("Trên đây là các chỉ tiêu."))
    assert isinstance(table, blocks.Table)
    assert [(column.heading, column.align) for column in table.columns] == [
        ("TT", "center"),
        ("Chỉ tiêu", "left"),
        ("Đơn vị tính", "left"),
        ("Kế hoạch", "right"),
    ]
    assert table.rows == (
        ("I. KINH TẾ",),
        ("1", "Thu ngân sách trên địa bàn", "triệu đồng", "12.500"),
        ("2", "Sản lượng lúa", "tấn", "1.284,5"),
        ("", "Trong đó: vụ Đông Xuân", "tấn", ""),
    )


def test_text_between_rows_parts_two_tables() -> None:
    kinds = [type(block).__name__ for block in flowing((*ROWS, plain("Ghi chú: số liệu ước."), *ROWS))]
    assert kinds == ["Table", "Text", "Table"]


def test_a_list_item_is_no_row() -> None:
    assert list(flowing((plain("a | b", "-"),))) == [blocks.Text(plain("a | b", "-"))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a | b | c", ("a", "b", "c")),
        ("a |  | c", ("a", "", "c")),
        ("a | | c", ("a", "", "c")),
        (" | b | ", ("", "b", "")),
        ("a|b", ("a", "b")),
        ("một ô", ("một ô",)),
    ],
)
def test_cells_of_a_row_however_it_is_typed(text: str, expected: tuple[str, ...]) -> None:
    assert cells(plain(text, "|")) == expected


@pytest.mark.parametrize(
    ("texts", "align"),
    [
        (("96%", "≥ 8,5%", ""), "center"),
        (("1-2", "10–12", "31/12/2026"), "center"),
        (("I", "II", "1.1", "1.1.2"), "center"),
        (("1.200.000", "-", "50"), "right"),
        (("62 triệu đồng", "5"), "left"),
        (("", ""), "left"),
    ],
)
def test_figures_stand_in_the_middle_and_amounts_on_the_right(texts: tuple[str, ...], align: str) -> None:
    rows = [plain("Tên | Số", "|"), *(plain(f"việc | {text}", "|") for text in texts)]
    (table,) = flowing(rows)
    assert isinstance(table, blocks.Table)
    assert table.columns[1].align == align


def test_tables_stand_wherever_the_plan_has_them() -> None:
    plan = Plan(2026, preamble=ROWS, sections=(Section(1, "I.", "Chỉ tiêu", ROWS),), closing=ROWS)
    kinds = [type(block).__name__ for block in plan_paper(plan, None, form("plan")).blocks]
    assert kinds == ["NationalHeader", "Title", "Table", "Heading", "Table", "Table", "Signature"]
