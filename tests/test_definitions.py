from __future__ import annotations

import importlib.util
import shutil
import sys
from pathlib import Path

import pytest

from thidua_desktop import shipped
from thidua_desktop.definitions import DefinitionError, Definitions, load_definitions
from thidua_desktop.shipped import FORMS, RESOURCES


@pytest.fixture
def own(tmp_path: Path) -> Definitions:
    """The shipped definitions, copied to where a test may break them."""
    for folder in ("resources", "forms"):
        shutil.copytree(RESOURCES.parent / folder, tmp_path / folder)
    return load_definitions(tmp_path / "resources", tmp_path / "forms")


def test_everything_that_ships_can_be_read(own: Definitions) -> None:
    assert {act.number for act in own.legal_acts} >= {"06/2022/QH15", "15/2003/QH11"}
    assert own.check_rules.doc_types
    assert len(own.outlines) == 6
    assert [(one.subject, one.base_points) for one in own.criteria_sets] == [("đơn vị", 100), ("xã", 100)]
    for path in own.forms.iterdir():
        assert own.form(path.stem).items
    assert own.form("plan") is own.form("plan")


# what is broken: (file, text taken out, text put in, what the message says besides the file's name)
BROKEN = [
    ("forms/plan.toml", 'title = "Kế', "title = Kế", r"dòng 3, cột \d+: sai cách viết TOML"),
    ("forms/plan.toml", 'source = "sections"', 'source = "section"', r"khối thứ 4.*section"),
    ("forms/plan.toml", "{number_symbol}", "{so}", r"khối thứ 1.*không có trường “\{so\}”"),
    ("forms/targets.toml", "[[block]]", "[[khoi]]", "không biết mục “khoi”"),
    ("resources/legal_acts.toml", 'kind = "Luật"', 'loai = "Luật"', "văn bản thứ 1.*không có ô “loai”"),
    ("resources/legal_acts.toml", "2003-11-26", '"26/11/2003"', "văn bản thứ 1.*“date” phải là ngày"),
    ("resources/legal_acts.toml", "[[act]]", "[[act]", r"dòng \d+, cột \d+"),
]


@pytest.mark.parametrize(("name", "out", "into", "said"), BROKEN)
def test_the_first_bad_place_is_named(own: Definitions, name: str, out: str, into: str, said: str) -> None:
    path = own.forms.parent / name
    text = path.read_text(encoding="utf-8")
    assert out in text
    path.write_text(text.replace(out, into, 1), encoding="utf-8")
    with pytest.raises(DefinitionError, match=said) as caught:
        _ = own.form(path.stem) if name.startswith("forms") else own.legal_acts
    assert f"“{path.name}”" in caught.value.happened
    assert "không bị ảnh hưởng" in caught.value.happened
    assert str(path) in caught.value.advice


@pytest.mark.parametrize(
    ("extra", "said"),
    [
        ("sum_tolerance = 0.5", "mục này đã có trong"),
        ("la = 1", "không có mục “la”"),
        ("x =", "dòng 1, cột 4|cuối tệp"),
    ],
)
def test_a_bad_word_list_of_the_checker_is_named(own: Definitions, extra: str, said: str) -> None:
    (own.resources / "checking" / "zz.toml").write_text(extra, encoding="utf-8")
    with pytest.raises(DefinitionError, match=said) as caught:
        _ = own.check_rules
    assert "zz.toml" in caught.value.happened


@pytest.mark.parametrize(
    ("name", "out", "into", "said"),
    [
        ("outlines/a-gon.toml", "{năm}", "{nam}", "không có ô trống “nam”"),
        ("outlines/a-gon.toml", "[[targets]]", "[[chi-tieu]]", "không có mục “chi-tieu”"),
        ("drafting.toml", 'key = "đảng"', 'khoa = "đảng"', "“occasions”, dòng thứ 1: không có ô “khoa”"),
        (
            "drafting.toml",
            "Ngày thành lập Đảng Cộng sản Việt Nam",
            "Ngày hội xuân",
            "chưa biết ngày và năm của “Ngày hội xuân”",
        ),
        ("drafting.toml", "years = 5\n", "", "“terms”: thiếu “years”"),
    ],
)
def test_a_bad_outline_is_named(own: Definitions, name: str, out: str, into: str, said: str) -> None:
    path = own.resources / name
    text = path.read_text(encoding="utf-8")
    assert out in text
    path.write_text(text.replace(out, into, 1), encoding="utf-8")
    with pytest.raises(DefinitionError, match=said) as caught:
        _ = own.outlines
    assert f"“{path.name}”" in caught.value.happened


def test_a_wrong_row_is_looked_up_in_its_file(own: Definitions) -> None:
    path = next(
        path for path in (own.resources / "checking").glob("*.toml") if "sum_tolerance" in path.read_text("utf-8")
    )
    lines = path.read_text(encoding="utf-8").splitlines()
    path.write_text(
        "\n".join("sum_tolerance = 7" if "sum_tolerance" in line else line for line in lines), encoding="utf-8"
    )
    with pytest.raises(DefinitionError, match="phải là số thập phân") as caught:
        _ = own.check_rules
    assert path.name in caught.value.happened


def test_files_that_are_missing_or_no_text(own: Definitions) -> None:
    with pytest.raises(DefinitionError, match=r"“không có.toml”: không có tệp này"):
        own.form("không có")
    (own.forms / "plan.toml").write_bytes("Kế hoạch".encode("utf-16"))
    with pytest.raises(DefinitionError, match="không phải tệp chữ UTF-8"):
        own.form("plan")
    with pytest.raises(DefinitionError, match="không có thư mục này"):
        load_definitions(own.resources, own.forms / "khác")


def test_a_mended_file_is_read_again(own: Definitions) -> None:
    path = own.forms / "plan.toml"
    good = path.read_text(encoding="utf-8")
    path.write_text("hỏng", encoding="utf-8")
    with pytest.raises(DefinitionError):
        own.form("plan")
    path.write_text(good, encoding="utf-8")
    assert own.form("plan").items


def test_where_what_ships_is_found(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert (FORMS / "plan.toml").is_file()
    monkeypatch.setattr(sys, "_MEIPASS", str(tmp_path / "frozen"), raising=False)
    frozen = importlib.util.module_from_spec(shipped.__spec__)
    shipped.__spec__.loader.exec_module(frozen)
    assert frozen.resource("blank.docx") == tmp_path / "frozen" / "resources" / "blank.docx"
