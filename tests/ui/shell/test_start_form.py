from __future__ import annotations

from datetime import date
from pathlib import Path

import platformdirs
import pytest
from PySide6.QtGui import QColor

from tests.ui.typing import type_text
from thidua_desktop.domain.offices import Signer
from thidua_desktop.ui.files import first_folder
from thidua_desktop.ui.shell.provinces import provinces
from thidua_desktop.ui.shell.start_form import StartForm, superior_of, without_kind
from thidua_desktop.ui.theme.colours import LIGHT
from thidua_desktop.ui.theme.sheet import style_sheet


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
    form.province.setCurrentText("tỉnh An Giang")
    form.kind.setCurrentText("phường")
    assert form.place.text() == "Ví Dụ"
    assert form.superior.text() == "UBND TỈNH AN GIANG"
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


@pytest.mark.parametrize("typed", ["", "Thanh", "tỉnh", "tỉnh Mẫu"])
def test_no_province_no_superior(typed):
    assert superior_of(typed) == ""


@pytest.mark.parametrize("typed", ["tỉnh Thanh Hóa", "Thanh Hóa", "thanh hoa "])
def test_a_province_is_known_by_its_bare_name_too(typed):
    assert superior_of(typed) == "UBND TỈNH THANH HÓA"


@pytest.mark.parametrize(
    ("typed", "kept"), [("bac ninh", "tỉnh Bắc Ninh"), ("Hà Nội", "thành phố Hà Nội"), ("Mẫu", "Mẫu")]
)
def test_the_plans_name_a_province_with_its_kind(form, typed, kept):
    type_text(form.name, "Ví Dụ")
    form.province.setCurrentText(typed)
    assert form.answers().office.province == kept


def test_only_the_folder_offered_is_made(form, qtbot, tmp_path):
    gone = StartForm(tmp_path / "Tài liệu", date(2026, 1, 15))
    qtbot.addWidget(gone)
    gone.make_folder()
    assert (tmp_path / "Tài liệu").is_dir()
    form.set_path(tmp_path / "khác" / "a.thidua")
    form.make_folder()
    assert not (tmp_path / "khác").exists()


def test_without_a_documents_folder_the_home_folder_is_offered(tmp_path, monkeypatch):
    monkeypatch.setattr(platformdirs, "user_documents_dir", lambda: str(tmp_path / "Documents"))
    assert first_folder() == Path.home()
    (tmp_path / "Documents").mkdir()
    assert first_folder() == tmp_path / "Documents"


def test_the_list_of_provinces_has_an_edge_like_the_fields(form):
    popup = form.province.completer().popup()
    popup.setStyleSheet(style_sheet(LIGHT))
    popup.resize(200, 100)
    corner = popup.grab().toImage().pixelColor(popup.width() // 2, 0)
    assert corner.name() == QColor(LIGHT.line_strong).name()
