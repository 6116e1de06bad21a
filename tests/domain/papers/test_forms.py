"""Facts fill a form."""

from __future__ import annotations

from typing import Any

import pytest

from thidua_desktop.domain.papers import blocks
from thidua_desktop.domain.papers.form_parsing import parse_form
from thidua_desktop.domain.papers.forms import ROW_HEADING, Facts, build, joined
from thidua_desktop.domain.richtext import Paragraph, Run, plain


def _built(facts: Facts, *items: dict[str, Any]) -> tuple[blocks.Block, ...]:
    return build(parse_form("plan", {"block": list(items)}), facts).blocks


def test_slots_are_filled_once_and_unknown_facts_are_empty() -> None:
    facts = Facts({"year": "2026", "title": "{year}"})
    assert _built(facts, {"type": "text", "text": "Năm {year}: {title}{theme}"}) == (
        blocks.Text(plain("Năm 2026: {year}")),
    )


def test_chapters_behind_one_that_is_left_out_close_up() -> None:
    chapters = (("I.", "theme"), ("II.", "title"), ("III.", "theme"), ("IV.", "theme"))
    look = {"type": "heading", "style": "chapter", "text": "Mục"}
    made = _built(Facts({"theme": "x"}), *(look | {"marker": marker, "when": when} for marker, when in chapters))
    assert [one.marker for one in made if isinstance(one, blocks.Heading)] == ["I.", "II.", "III."]


def test_each_line_of_a_text_is_a_paragraph_with_its_look() -> None:
    made = _built(
        Facts({"recipients": "một\nhai\n"}),
        {"type": "text", "text": "{recipients}", "bullet": "-", "italic": True, "align": "left", "indented": False},
    )
    assert made == tuple(
        blocks.Text(Paragraph((Run(word, italic=True),), "-"), "left", indented=False) for word in ("một", "hai")
    )


def test_block_is_left_out_when_its_field_is_empty() -> None:
    text = {"type": "text", "text": "Chủ đề: {theme}", "when": "theme"}
    assert _built(Facts({"theme": " "}), text) == ()
    assert len(_built(Facts({"theme": "Đoàn kết"}), text)) == 1
    assert _built(Facts(), text | {"when": "targets"}) == ()
    assert len(_built(Facts(rows={"targets": ({"stt": "1"},)}), text | {"when": "targets"})) == 1


def test_table_takes_its_columns_from_the_rows_and_fits_the_page() -> None:
    columns = [
        {"field": "stt", "heading": "STT", "width": 1, "align": "center"},
        {"field": "indicator", "heading": "Chỉ tiêu năm {year}", "width": 3},
    ]
    rows = ({ROW_HEADING: "Kinh tế"}, {"stt": "1", "indicator": "Thu nhập", "unit": "đồng"}, {"stt": "2"})
    (table,) = _built(
        Facts({"year": "2026"}, rows={"targets": rows}),
        {"type": "table", "source": "targets", "columns": columns, "total": ["", "Cộng"]},
    )
    assert isinstance(table, blocks.Table)
    assert table.columns == (blocks.Column("STT", 40, "center"), blocks.Column("Chỉ tiêu năm 2026", 120))
    assert table.rows == (("Kinh tế",), ("1", "Thu nhập"), ("2", ""))
    assert table.total == ("", "Cộng")


def test_table_before_a_signature_keeps_its_last_row_beside_it() -> None:
    table = {"type": "table", "source": "targets", "columns": [{"field": "stt", "heading": "STT", "width": 1}]}
    first, last, _ = _built(Facts(), table, table, {"type": "signature", "right": {"name": "{name}"}})
    assert isinstance(first, blocks.Table)
    assert isinstance(last, blocks.Table)
    assert (first.keep_next, last.keep_next) == (False, True)


@pytest.mark.parametrize(("closing", "kept"), [("hết./.", True), ("dài " * 101, False)])
def test_table_before_a_closing_sentence_goes_with_it_and_the_signature(closing: str, kept: bool) -> None:
    table = {"type": "table", "source": "targets", "columns": [{"field": "stt", "heading": "STT", "width": 1}]}
    signature = {"type": "signature", "right": {"name": "{name}"}}
    first, text, _ = _built(Facts(), table, {"type": "text", "text": closing}, signature)
    assert isinstance(first, blocks.Table)
    assert isinstance(text, blocks.Text)
    assert (first.keep_next, text.keep_next) == (kept, True)


def test_last_paragraph_stays_with_the_signature() -> None:
    signature = {"type": "signature", "right": {"name": "{name}"}, "recipients": ["- Như trên;", "{recipients}"]}
    text = {"type": "text", "text": "hết"}
    facts = Facts({"name": "Nguyễn Văn Mẫu", "recipients": "- Lưu: VT."})
    first, last, signed = _built(facts, text, text, signature)
    assert isinstance(first, blocks.Text)
    assert isinstance(last, blocks.Text)
    assert (first.keep_next, last.keep_next) == (False, True)
    assert signed == blocks.Signature(
        blocks.Signer(name="Nguyễn Văn Mẫu"), blocks.Recipients(("- Như trên;", "- Lưu: VT."))
    )


def test_words_with_dots_to_write_on_are_not_justified() -> None:
    made = _built(Facts({"name": "." * 20}), *({"type": "text", "text": text} for text in ("Ông (bà) {name}", "hết…")))
    assert [block.align for block in made if isinstance(block, blocks.Text)] == ["left", "justify"]


def test_left_may_hold_a_second_signer() -> None:
    made = _built(Facts(), {"type": "signature", "right": {}, "left": {"position": "NGƯỜI LẬP BIỂU"}})
    assert made == (blocks.Signature(blocks.Signer(), blocks.Signer(position=("NGƯỜI LẬP BIỂU",))),)


def test_every_other_block() -> None:
    made = _built(
        Facts({"year": "2026"}),
        {"type": "authority", "text": "CHỦ TỊCH"},
        {"type": "bases", "lines": ["Căn cứ một;", "Căn cứ hai."]},
        {"type": "heading", "marker": "I.", "text": "Năm {year}", "style": "chapter"},
        {"type": "page-break"},
        {"type": "placed", "fields": [{"text": "{year}", "x": 10, "y": 20, "width": 30, "bold": True}]},
    )
    assert made == (
        blocks.AuthorityLine("CHỦ TỊCH"),
        blocks.Bases((plain("Căn cứ một;"), plain("Căn cứ hai."))),
        blocks.Heading("I.", "Năm 2026", "chapter", 1),
        blocks.PageBreak(),
        blocks.PlacedPage((blocks.PlacedText("2026", 10, 20, 30, bold=True),)),
    )


def test_papers_joined_begin_on_new_pages() -> None:
    one = blocks.Document((blocks.Text(plain("a")),), subject="một")
    assert joined((one, one)).blocks == (*one.blocks, blocks.PageBreak(numbered_anew=True), *one.blocks)
    assert joined((one, one)).subject == "một"


def test_words_in_bold_lead_the_first_line_alone() -> None:
    made = _built(Facts({"title": "một\nhai"}), {"type": "text", "lead": "Điều 1. ", "text": "{title}"})
    assert made == (blocks.Text(Paragraph((Run("Điều 1. ", bold=True), Run("một")))), blocks.Text(plain("hai")))
    assert _built(Facts(), {"type": "text", "lead": "Điều 1. ", "text": "{title}"}) == ()


def test_a_column_that_no_row_fills_is_left_out_where_the_form_says_so() -> None:
    columns = [
        {"field": "stt", "heading": "STT", "width": 20},
        {"field": "assigned_by", "heading": "Cấp giao", "width": 50, "when_filled": True},
        {"field": "responsible", "heading": "Phụ trách", "width": 50},
    ]
    table = {"type": "table", "source": "targets", "columns": columns, "total": ["", "a", "b"]}
    [left_out] = _built(Facts(rows={"targets": ({"stt": "1"}, {ROW_HEADING: "Kinh tế"})}), table)
    assert isinstance(left_out, blocks.Table)
    assert [column.heading for column in left_out.columns] == ["STT", "Phụ trách"]
    assert (left_out.rows, left_out.total) == ((("1", ""), ("Kinh tế",)), ("", "b"))
    [whole] = _built(Facts(rows={"targets": ({"stt": "1", "assigned_by": "tỉnh"},)}), table)
    assert isinstance(whole, blocks.Table)
    assert whole.rows == (("1", "tỉnh", ""),)
