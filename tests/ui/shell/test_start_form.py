from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from tests.ui.typing import type_text
from thidua_desktop.domain.offices import Signer
from thidua_desktop.ui.shell.provinces import provinces
from thidua_desktop.ui.shell.start_form import StartForm, superior_of, without_kind


@pytest.fixture
def form(qtbot, tmp_path):
    made = StartForm(tmp_path, date(2026, 1, 15))
    qtbot.addWidget(made)
    return made


def test_there_are_thirty_four_provinces():
    names = provinces()
    assert len(names) == len(set(names)) == 34
    assert sum(name.startswith("thành phố ") for name in names) == 6


@pytest.mark.parametrize("typed", ["Ví Dụ", "xã Ví Dụ", "UBND xã Ví Dụ", "Ủy ban nhân dân xã  Ví Dụ", "XÃ Ví Dụ"])
def test_the_name_is_understood_however_it_is_typed(typed):
    assert without_kind(typed) == "Ví Dụ"


def test_a_name_that_only_begins_like_a_kind_stays():
    assert without_kind("Xã") == "Xã"
    assert without_kind("Phường Mẫu Một") == "Mẫu Một"


def test_one_answer_fills_the_others(form, tmp_path):
    type_text(form.name, "Ví Dụ")
    form.province.setCurrentText("tỉnh Mẫu")
    form.kind.setCurrentText("phường")
    assert form.place.text() == "Ví Dụ"
    assert form.superior.text() == "UBND TỈNH MẪU"
    assert form.path == tmp_path / "Thi đua phường Ví Dụ.thidua"
    assert form.year.value() == 2026


def test_what_the_clerk_typed_is_not_filled_over(form):
    type_text(form.place, "Nơi Khác")
    type_text(form.superior, "UBND MẪU")
    type_text(form.name, "Ví Dụ")
    form.province.setCurrentText("tỉnh Mẫu")
    assert form.place.text() == "Nơi Khác"
    assert form.superior.text() == "UBND MẪU"


def test_only_signers_with_a_name_are_kept(form):
    type_text(form.name, "Ví Dụ")
    type_text(form.vice, "Trần Thị Mẫu")
    assert form.answers().signers == (Signer("Trần Thị Mẫu", "KT. CHỦ TỊCH\nPHÓ CHỦ TỊCH", "TM. ỦY BAN NHÂN DÂN"),)


def test_a_file_name_takes_no_sign_that_windows_refuses(form):
    type_text(form.name, 'Ví/Dụ: "Một"')
    assert not set(form.path.name) & set('<>:"/\\|?*')


def test_the_path_chosen_stays(form):
    form.set_path(Path("mẫu.thidua"))
    type_text(form.name, "Ví Dụ")
    assert form.path == Path("mẫu.thidua")


def test_no_province_no_superior():
    assert superior_of("") == ""
