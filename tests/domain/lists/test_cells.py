"""Cells of a list as a register keeps them."""

from __future__ import annotations

import pytest

from thidua_desktop.domain.lists.cells import read_column
from thidua_desktop.domain.registers.directory import ORGANISATIONS, PEOPLE


@pytest.mark.parametrize(
    ("register", "key", "note"),
    [
        (PEOPLE, "party_member", "Vào Đảng 03/02/2010"),
        (ORGANISATIONS, "must_register", "Phải đăng ký từ 03/02/2010"),
        (ORGANISATIONS, "must_report", "Phải báo cáo từ 03/02/2010"),
    ],
)
def test_a_day_where_yes_or_no_is_asked_is_yes_and_goes_to_the_note(register, key, note) -> None:
    read = read_column(register.column(key), "03/02/2010")
    assert (read.value, read.note, read.doubt) == (True, note, "")
    assert "hiểu là có" in read.corrected
