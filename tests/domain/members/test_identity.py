"""What an identity number may be: data with source and mark; another one is told, not refused."""

from __future__ import annotations

import pytest

from thidua_desktop.definitions import shipped_definitions
from thidua_desktop.domain.lists.cells import read_identity
from thidua_desktop.domain.members.identity import doubt_of, parse_identity_numbers

SHIPPED = shipped_definitions().identity_numbers


@pytest.mark.parametrize(
    ("number", "said"),
    [
        ("001080000678", ""),
        ("001 080 000 678", ""),
        ("123456789", ""),
        ("", ""),
        ("12ab", "có chữ khác chữ số"),
        ("0010800006", "có 10 chữ số"),
    ],
)
def test_twelve_digits_or_the_nine_of_before(number: str, said: str) -> None:
    doubt = doubt_of(number, SHIPPED)
    assert said in doubt and bool(doubt) == bool(said)
    assert not number or number not in doubt
    assert all(kind.source and kind.mark for kind in SHIPPED)


def test_in_a_list_a_doubtful_one_waits_for_a_tick_and_words_stay_out() -> None:
    read = read_identity("12ab", SHIPPED)
    assert (read.value, "kiểm tra lại" in read.doubt) == ("12ab", True)
    assert read_identity("đang làm", SHIPPED).value is None


def test_a_wrong_row_is_named() -> None:
    row = {"digits": 0, "name": "a", "article": "b", "source": "c", "mark": "chưa đối chiếu"}
    with pytest.raises(ValueError, match="loại số thứ 1: “digits”"):
        parse_identity_numbers({"numbers": [row]})
