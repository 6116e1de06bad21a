"""What the clerk types in a table, what is kept, and what is read again."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from thidua_desktop.domain.bad_input import BadInput
from thidua_desktop.domain.figures.values import format_values, join_list, parse_values, read_list
from thidua_desktop.domain.plan.plans import TargetValue
from thidua_desktop.domain.registers.catalogue import REGISTERS, Choice, Column
from thidua_desktop.domain.registers.cells import format_cell, parse_cell
from thidua_desktop.domain.vietnamese import fold

ORGANISATIONS = {1: "Hội Nông dân", 2: "Đoàn Thanh niên", 3: "Thôn 1", 4: "Thôn 1"}
KIND = Column("kind", "Loại", "choice", (Choice("m", "phong trào"), Choice("c", "cuộc vận động")))


def column(cell_type, **more):
    return Column("x", "Cột", cell_type, **more)


@pytest.mark.parametrize(
    ("col", "typed", "kept", "shown"),
    [
        (column("text"), "  Thôn\u00a01  ", "Thôn 1", "Thôn 1"),
        (column("text"), "hai\ndòng", "hai dòng", "hai dòng"),
        (
            column("long_text"),
            "KT. CHỦ TỊCH \nPHÓ CHỦ TỊCH",
            "KT. CHỦ TỊCH\nPHÓ CHỦ TỊCH",
            "KT. CHỦ TỊCH\nPHÓ CHỦ TỊCH",
        ),
        (column("number"), "44.762,5", 44762.5, "44.762,5"),
        (column("integer"), "1.200", 1200, "1200"),
        (column("date"), "5/2/2026", "2026-02-05", "05/02/2026"),
        (column("date"), "05-02-2026", "2026-02-05", "05/02/2026"),
        (column("year"), "2026", 2026, "2026"),
        (column("yes_no"), "X", True, "có"),
        (column("yes_no"), "khong", False, "không"),
        (KIND, "Phong Trao", "m", "phong trào"),
        (column("link"), "hoi nong dan", 1, "Hội Nông dân"),
        (column("list"), "3/2; 30/4 ;", ("3/2", "30/4"), "3/2; 30/4"),
        (column("values"), "từ 90% trở lên", (TargetValue(90, "%", ">="),), "≥ 90%"),
        (column("date", empty=None), "  ", None, ""),
        (column("text"), "", "", ""),
    ],
)
def test_a_cell_is_kept_and_shown_again(col, typed, kept, shown):
    value = parse_cell(col, typed, ORGANISATIONS)
    assert value == kept
    assert format_cell(col, value, ORGANISATIONS) == shown


@pytest.mark.parametrize(
    ("col", "typed", "happened"),
    [
        (column("date"), "31/02/2026", "“31/02/2026” không phải là ngày có thật."),
        (column("date"), "mai", "“mai” không phải là ngày có thật."),
        (column("number"), "1,2,3", "“1,2,3” không phải là số."),
        (column("integer"), "1,5", "“1,5” không phải là số nguyên."),
        (column("year"), "26", "“26” không phải là năm."),
        (column("year"), "9" * 5000, f"“{'9' * 159}…” không phải là năm."),
        (column("date"), "mai " * 9000, f"“{'mai ' * 39}mai…” không phải là ngày có thật."),
        (column("yes_no"), "có lẽ", "“có lẽ” không phải là có hay không."),
        (KIND, "việc", "“việc” không có trong các lựa chọn của “Loại”."),
        (column("link"), "Hội Cựu", "Chưa có “Hội Cựu” trong danh mục."),
        (column("link"), "thon 1", "Có 2 dòng cùng tên “thon 1”."),
        (column("text", required=True), " ", "Ô “Cột” không được để trống."),
        (column("values"), "6/6 cụm", "“6/6 cụm” không đọc được thành số."),
    ],
)
def test_what_does_not_fit_is_said_in_one_sentence_with_what_to_do(col, typed, happened):
    with pytest.raises(BadInput) as caught:
        parse_cell(col, typed, ORGANISATIONS)
    assert caught.value.happened == happened
    assert caught.value.advice.endswith(".")


def test_an_open_choice_takes_other_words_but_still_finds_its_own():
    col = column("choice", choices=(Choice("Luật", "Luật"),), open_choice=True)
    assert parse_cell(col, "luat") == "Luật"
    assert parse_cell(col, "Lời kêu gọi") == "Lời kêu gọi"


@pytest.mark.parametrize(
    ("typed", "figures"),
    [
        ("≥ 96 %", [TargetValue(96, "%", ">=")]),
        (
            "thị xã giao 10 ha; HĐND xã giao: 6ha",
            [TargetValue(10, "ha", "=", "thị xã"), TargetValue(6, "ha", "=", "HĐND xã")],
        ),
        ("1-2 nhà", [TargetValue(1, "nhà", value_to=2)]),
        ("từ 1 đến 2 nhà", [TargetValue(1, "nhà", value_to=2)]),
        ("giảm 04 hộ; giảm còn 12 hộ", [TargetValue(4, "hộ", "giảm"), TargetValue(12, "hộ", "còn")]),
        ("khoảng 30 người", [TargetValue(30, "người", "khoảng")]),
        ("không quá 3 đơn; tối thiểu 5 buổi", [TargetValue(3, "đơn", "<="), TargetValue(5, "buổi", ">=")]),
        ("44.762.000.000 đồng", [TargetValue(44762000000, "đồng")]),
        ("5,8‰", [TargetValue(5.8, "‰")]),
        ("10 km đường giao thông", [TargetValue(10, "km đường giao thông")]),
        ("Sở Giao thông giao 5 km", [TargetValue(5, "km", "=", "Sở Giao thông")]),
        ("thành phố giao ≥ dự toán", [TargetValue(None, "dự toán", ">=", "thành phố")]),
        ("“Đảng ủy; HĐND xã” giao chưa có số", [TargetValue(None, "", "=", "Đảng ủy; HĐND xã")]),
        (
            "tỉnh giao … triệu đồng; còn ..%",
            [TargetValue(None, "triệu đồng", "=", "tỉnh"), TargetValue(None, "%", "còn")],
        ),
        ("", []),
    ],
)
def test_figures_of_a_target_are_read_as_offices_write_them(typed, figures):
    assert parse_values(typed) == tuple(figures)


@pytest.mark.parametrize("typed", ["1,2,3 ha", "05/02/2026", "3 - ha", "12..5 tấn"])
def test_half_read_figures_are_refused(typed):
    with pytest.raises(BadInput, match="không đọc được thành số"):
        parse_values(typed)


WORDS = st.lists(
    st.sampled_from(
        ["thị xã", "giao", "còn", "≥", "5", "10–2", ";", "“ba”", "”", "“", "HĐND", "trở lên", "chưa có số", "…", "%"]
    ),
    min_size=1,
    max_size=4,
).map(" ".join)
FIGURES = st.builds(
    TargetValue,
    value=st.none() | st.decimals(-(10**9), 10**9, places=4).map(float),
    unit=st.just("") | WORDS,
    comparator=st.sampled_from(["=", ">=", "<=", ">", "<", "khoảng", "giảm", "còn"]),
    assigned_by=st.none() | WORDS,
) | st.builds(
    TargetValue,
    value=st.integers(-50, 50).map(float),
    unit=st.just("") | WORDS,
    value_to=st.integers(-50, 50).map(float),
)


def test_a_figure_not_known_yet_shows_a_blank_to_fill_in():
    assert format_values((TargetValue(None, "triệu đồng", "=", "tỉnh"), TargetValue(None, "%", "còn", "HĐND xã"))) == (
        "tỉnh giao … triệu đồng; HĐND xã giao còn …%"
    )
    assert format_values((TargetValue(None, "dự toán", ">="),)) == "≥ dự toán"


@settings(max_examples=300, deadline=None)
@given(st.lists(FIGURES, max_size=3).map(tuple))
def test_figures_survive_their_text(figures):
    assert parse_values(format_values(figures)) == figures


@settings(max_examples=100, deadline=None)
@given(st.lists(WORDS, max_size=3).map(tuple))
def test_a_list_survives_its_text(items):
    assert read_list(join_list(items)) == items


@pytest.mark.parametrize("register", REGISTERS.values(), ids=REGISTERS.keys())
def test_a_register_is_consistent(register):
    keys = set(register.keys)
    assert len(keys) == len(register.columns)
    assert {register.title_key, *register.search} <= keys
    assert register.order == "position" if register.ordered else register.order in keys
    names = [fold(name) for col in register.columns for name in (col.heading, *col.aliases)]
    assert len(names) == len(set(names)), "a pasted heading would mean two columns"
    for col in register.columns:
        assert not col.links_to or col.links_to in REGISTERS
        assert col.type != "choice" or col.choices or col.suggests
        assert not col.choices or col.type in ("choice", "part")
        if col.default:
            parse_cell(col, col.default)


def test_an_unknown_column_is_a_defect():
    with pytest.raises(KeyError):
        REGISTERS["signers"].column("nope")
