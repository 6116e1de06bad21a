"""Roman numbers both ways."""

from __future__ import annotations

import pytest

from thidua_desktop.domain.roman import roman, roman_value


@pytest.mark.parametrize(
    ("number", "written"),
    [(1, "I"), (4, "IV"), (9, "IX"), (14, "XIV"), (40, "XL"), (99, "XCIX"), (1994, "MCMXCIV")],
)
def test_a_number_is_written_and_read_back(number: int, written: str) -> None:
    assert roman(number) == written
    assert roman_value(written) == roman_value(written.lower()) == number


@pytest.mark.parametrize(("written", "value"), [("", 0), ("a", 0), ("IIII", 4)])
def test_what_is_no_roman_number_is_nothing_and_a_wrong_one_is_counted(written: str, value: int) -> None:
    assert roman_value(written) == value


def test_there_is_no_roman_number_for_nothing() -> None:
    assert roman(0) == ""
