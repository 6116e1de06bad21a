"""A form definition is read whole, or its first bad place is named in Vietnamese."""

from __future__ import annotations

import tomllib
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.golden.samples import ROOT
from thidua_desktop.domain.papers.blocks import PageSetup
from thidua_desktop.domain.papers.fields import PAPERS
from thidua_desktop.domain.papers.form_parsing import FormError, parse_form
from thidua_desktop.domain.papers.forms import ColumnForm, FormItem, TableForm, TextForm

TEXT = {"type": "text", "text": "Năm {year}"}
COLUMNS = [{"field": "indicator", "heading": "Chỉ tiêu", "width": 50}]
TABLE = {"type": "table", "source": "targets", "columns": COLUMNS}


@pytest.mark.parametrize("file", sorted((ROOT / "forms").glob("*.toml")), ids=lambda file: file.stem)
def test_every_form_that_ships_can_be_read(file: Any) -> None:
    form = parse_form(file.stem, tomllib.loads(file.read_text(encoding="utf-8")))
    assert form.paper == file.stem
    assert form.items


def test_blocks_page_and_condition() -> None:
    form = parse_form(
        "plan", {"page": {"right": 15, "body_size": 13}, "block": [TEXT | {"when": "theme", "bold": True}, TABLE]}
    )
    assert form.page == PageSetup(right=15, body_size=13)
    assert form.items == (
        FormItem(TextForm("Năm {year}", bold=True), "theme"),
        FormItem(TableForm("targets", (ColumnForm("indicator", "Chỉ tiêu", 50),))),
    )


def test_an_offices_own_form_may_have_a_title_of_its_own_and_leave_the_paper_out() -> None:
    assert parse_form("plan", {"title": "Kế hoạch riêng", "block": [TEXT]}).title == "Kế hoạch riêng"
    assert parse_form("plan", {"block": [TEXT]}).title == PAPERS["plan"].title


@pytest.mark.parametrize(
    ("table", "place", "reason"),
    [
        ({"paper": "thu"}, "mục “paper”", "không có loại giấy tờ “thu”"),
        ({"paper": "targets", "block": [TEXT]}, "mục “paper”", "là “targets”, tức biểu mẫu “Bảng chỉ tiêu thi đua”"),
        ({}, "", "chưa có khối"),
        ({"block": [TEXT | {"size": float("nan")}]}, "khối thứ 1 (text), mục “size”", "phải là một số"),
        ({"block": [TABLE | {"blank_rows": 10**6}]}, "khối thứ 1 (table), mục “blank_rows”", "không quá"),
        ({"block": [TEXT], "khoi": 1}, "", "không biết mục “khoi”"),
        ({"block": [TEXT], "page": {"left": "3 cm"}}, "phần [page], mục “left”", "phải là một số"),
        ({"block": [TEXT], "page": {"left": 150, "right": 80}}, "phần [page]", "lề rộng hơn khổ giấy"),
        ({"block": [TEXT, {"type": "chu"}]}, "khối thứ 2", "“type” phải là một trong"),
        ({"block": [TEXT, "chữ"]}, "khối thứ 2", "phải là một bảng"),
        ({"block": [{"type": "text"}]}, "khối thứ 1 (text)", "thiếu mục “text”"),
        ({"block": [TEXT | {"text": "{nam}"}]}, "khối thứ 1 (text), mục “text”", "không có trường “{nam}”"),
        ({"block": [TEXT | {"text": "{year"}]}, "khối thứ 1 (text), mục “text”", "dấu { hoặc } lẻ"),
        ({"block": [TEXT | {"text": 5}]}, "khối thứ 1 (text), mục “text”", "phải là chữ"),
        ({"block": [TEXT | {"bold": "có"}]}, "khối thứ 1 (text), mục “bold”", "true hoặc false"),
        ({"block": [TEXT | {"align": "giữa"}]}, "khối thứ 1 (text), mục “align”", "phải là một trong: left"),
        ({"block": [TEXT | {"when": "nam"}]}, "khối thứ 1 (text), mục “when”", "không có trường “nam”"),
        ({"block": [{"type": "part", "source": "year"}]}, "khối thứ 1 (part), mục “source”", "phải là một trong"),
        ({"block": [TABLE | {"source": "x"}]}, "khối thứ 1 (table), mục “source”", "phải là một trong"),
        ({"block": [TABLE | {"columns": []}]}, "khối thứ 1 (table), mục “columns”", "ít nhất một cột"),
        (
            {"block": [TABLE | {"columns": [COLUMNS[0] | {"field": "x"}]}]},
            "khối thứ 1 (table), mục “columns”, cột thứ 1, mục “field”",
            "phải là một trong",
        ),
        (
            {"block": [TABLE | {"columns": [COLUMNS[0] | {"width": 0}]}]},
            "khối thứ 1 (table), mục “columns”, cột thứ 1, mục “width”",
            "phải lớn hơn 0",
        ),
        ({"block": [TABLE | {"total": ["", "Cộng"]}]}, "khối thứ 1 (table), mục “total”", "phải có 1 ô"),
        (
            {"block": [{"type": "signature", "right": {}, "left": {}, "recipients": "{recipients}"}]},
            "khối thứ 1 (signature)",
            "bên trái chỉ có",
        ),
        (
            {"block": [{"type": "placed", "fields": [{"text": "a", "x": 1, "y": 2}]}]},
            "khối thứ 1 (placed), mục “fields”, trường thứ 1",
            "thiếu mục “width”",
        ),
    ],
)  # fmt: skip
def test_first_bad_place_is_named(table: dict[str, Any], place: str, reason: str) -> None:
    with pytest.raises(FormError) as caught:
        parse_form("plan", table)
    assert caught.value.place == place
    assert reason in caught.value.reason
    assert caught.value.happened.startswith("Biểu mẫu “Kế hoạch phát động phong trào thi đua”")
    assert caught.value.advice


_VALUES = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats()
    | st.text(max_size=8)
    | st.sampled_from(["{year}", "targets", "left"]),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(st.sampled_from(["text", "x", "field", "width", "name"]), inner, max_size=3)
    ),
    max_leaves=8,
)
_KINDS = ["text", "table", "signature", "placed", "heading", "title", "national-header", "part", "bases", "page-break"]


@settings(max_examples=150)
@given(
    st.sampled_from(_KINDS),
    st.dictionaries(
        st.sampled_from(["text", "source", "columns", "right", "fields", "when", "issuer", "lines", "total"]), _VALUES
    ),
)
def test_any_table_is_read_or_refused_in_words(kind: str, table: dict[str, Any]) -> None:
    try:
        parse_form("plan", {"block": [{"type": kind} | table]})
    except FormError as error:
        assert error.place.startswith("khối thứ 1")
