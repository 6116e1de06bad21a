import pytest
from hypothesis import given
from hypothesis import strategies as st

from thidua_desktop.domain import vietnamese as vn


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("Đặng Thị Ưởng", "dang thi uong"),
        ("HOÀ", "hoa"),
        ("hòa", "hoa"),
        ("Nghị quyết số 46/NQ-HĐND", "nghi quyet so 46/nq-hdnd"),
    ],
)
def test_fold(text, folded):
    assert vn.fold(text) == folded


def test_people_sort_by_given_name_in_vietnamese_order():
    people = ["Trần Thị Ánh", "Lê Văn Đào", "Nguyễn Văn An", "Phạm Ân", "Bùi Dung", "Hà Ăn", "Lê Ân", "Vũ Ạn", "Vũ Àn"]
    assert sorted(people, key=vn.name_key) == [
        "Nguyễn Văn An",
        "Vũ Àn",
        "Vũ Ạn",
        "Trần Thị Ánh",
        "Hà Ăn",
        "Lê Ân",
        "Phạm Ân",
        "Bùi Dung",
        "Lê Văn Đào",
    ]


def test_numbers_in_names_sort_by_their_value():
    places = ["Thôn 10", "Thôn 2", "Thôn 1", "Tổ 2B", "Tổ 12A", "Tổ 2A", "Thôn Đông"]
    assert sorted(places, key=vn.sort_key) == [
        "Thôn 1",
        "Thôn 2",
        "Thôn 10",
        "Thôn Đông",
        "Tổ 2A",
        "Tổ 2B",
        "Tổ 12A",
    ]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("44.762.000.000", 44_762_000_000),
        ("4.900", 4900),
        ("56,5", 56.5),
        ("0.78", 0.78),
        ("7,186", 7.186),
        ("60", 60),
        ("1.234,5", 1234.5),
        ("-3", -3),
        ("", None),
        ("x", None),
        ("1,2,3", None),
    ],
)
def test_parse_number(text, value):
    assert vn.parse_number(text) == value


@given(st.integers(-(10**12), 10**12))
def test_whole_numbers_read_back(value):
    assert vn.parse_number(vn.format_number(value)) == value


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (663, "663"),
        (95.3, "95,3"),
        (43500, "43.500"),
        (None, ""),
        (0.85, "0,85"),
        (5968266666.4 * 4 + 0.1, "23.873.066.665,7"),  # a float adds what nobody typed: …,699999809
        (-0.1 - 0.2, "-0,3"),
        (10.0**15, "1.000.000.000.000.000"),
    ],
)
def test_format_number(value, text):
    assert vn.format_number(value) == text


def test_dates():
    assert vn.parse_date("5/2/2026") == "2026-02-05"
    assert vn.format_date("2026-02-05") == "05/02/2026"
    assert vn.parse_date(" ") is None
    with pytest.raises(ValueError, match="day"):
        vn.parse_date("31/02/2026")


@pytest.mark.parametrize(
    ("parts", "line"),
    [
        ((5, 2, 2026), "ngày 05 tháng 02 năm 2026"),
        ((20, 3, 2026), "ngày 20 tháng 3 năm 2026"),
        ((None, None, 2026), "ngày      tháng      năm 2026"),
    ],
)
def test_date_line_of_a_paper(parts, line):
    assert vn.date_in_words(*parts) == line


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("2026", 2026),
        (" 05 ", 5),
        ("", None),
        ("-1", None),
        ("1.000", None),
        ("²", None),
        ("٢", None),
        ("9" * 16, None),
    ],
)
def test_a_whole_number_that_is_typed(text, value):
    assert vn.parse_whole(text) == value


@pytest.mark.parametrize(("parts", "text"), [([], ""), (["a"], "a"), (["a", "b"], "a và b"), ("abc", "a, b và c")])
def test_a_sentence_lists_its_parts(parts, text):
    assert vn.enumerated(parts) == text


@pytest.mark.parametrize("typed", ["  Hội\u00a0Nông \n dân ", "Hội Nông dân", "Ho\u0302\u0323i No\u0302ng da\u0302n"])
def test_what_is_typed_is_taken_in_one_line(typed):
    assert (vn.one_line(typed), vn.folded_line(typed)) == ("Hội Nông dân", "hoi nong dan")
