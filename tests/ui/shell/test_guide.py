"""The guide (F1): its pages, its search, its links, and what it is without a picture or a folder."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtTest import QTest

import thidua_desktop
from tests.ui.typing import type_text
from thidua_desktop.shipped import GUIDE
from thidua_desktop.ui.shell import guide, guide_pages
from thidua_desktop.ui.shell.guide import GuideWindow
from thidua_desktop.ui.shell.guide_pages import FIRST, OF_TAB, places, read_pages
from thidua_desktop.ui.shell.pages import PAGES

PICTURE = re.compile(r"!\[([^\]]*)\]\(([^)]+)\)")
LINK = re.compile(r"(?<!!)\[[^\]]+\]\(([^)]+)\)")


@pytest.fixture
def shown(qtbot):
    made = GuideWindow()
    qtbot.addWidget(made)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    return made


def test_there_is_a_page_for_every_tab():
    names = [page.name for page in read_pages()]
    assert len(OF_TAB) == len(PAGES)
    assert set(OF_TAB) | {FIRST, "08-an-toan-du-lieu"} <= set(names)


@pytest.mark.parametrize("page", read_pages(), ids=lambda page: page.name)
def test_a_page_says_how_and_what_when_it_goes_wrong(page):
    assert page.text.startswith("# ")
    assert "## Nếu sai" in page.text


def test_links_lead_to_pages_and_pictures_have_words():
    names = {page.name for page in read_pages()}
    for path in sorted(GUIDE.glob("*.md")):
        text = path.read_text(encoding="utf-8")
        assert {link.removesuffix(".md") for link in LINK.findall(text)} <= names, path.name
        for words, name in PICTURE.findall(text):
            assert words, path.name
            assert name.startswith("anh/"), path.name
            assert name.endswith(".png"), path.name


def test_f1_opens_the_page_of_the_tab_in_view(opened):
    for number, name in enumerate(OF_TAB):
        opened.show_tab(number)
        opened.actions_.guide.trigger()
        assert opened.helper.guide.isVisible()
        assert opened.helper.guide.shown == name


def test_f1_before_a_file_is_open_tells_how_to_begin(window):
    window.actions_.guide.trigger()
    assert window.helper.guide.shown == FIRST


def test_a_link_leads_to_its_page_and_back(shown):
    shown.text.anchorClicked.emit(QUrl("03-ke-hoach.md"))
    assert shown.shown == "03-ke-hoach"
    assert shown.list.currentIndex().data() == shown.pages["03-ke-hoach"].title
    shown.back.click()
    assert shown.shown == FIRST
    assert not shown.back.isEnabled()
    shown.text.anchorClicked.emit(QUrl("khong-co.md"))
    assert shown.shown == FIRST


def test_the_list_leads_by_keyboard(shown):
    shown.list.setFocus()
    QTest.keyClick(shown.list, Qt.Key.Key_Down)
    assert shown.shown == "02-tong-quan"


def test_the_search_counts_marks_and_leads(qtbot, shown):
    type_text(shown.search, "sao luu")
    qtbot.waitUntil(lambda: shown.list.model().rowCount() < len(shown.pages))
    listed = [shown.list.model().index(row, 0).data() for row in range(shown.list.model().rowCount())]
    assert any(re.fullmatch(r"An toàn dữ liệu \(\d+\)", text) for text in listed)
    assert shown.text.extraSelections()
    assert shown.text.extraSelections()[0].cursor.selectedText().lower() == "sao lưu"


def test_a_search_in_vain_says_so(qtbot, shown):
    type_text(shown.search, "zzz")
    qtbot.waitUntil(shown.nothing.isVisible)
    assert "zzz" in shown.nothing.text()
    QTest.keyClick(shown.search, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: shown.list.model().rowCount() == len(shown.pages))
    assert not shown.nothing.isVisible()


def test_escape_closes_the_window(shown, qtbot):
    shown.list.setFocus()
    QTest.keyClick(shown.list, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: not shown.isVisible())


def test_a_missing_picture_leaves_no_hole(tmp_path):
    (tmp_path / "anh").mkdir()
    (tmp_path / "anh" / "co.png").write_bytes(b"")
    (tmp_path / "01-mot.md").write_text("# Một\n![Có](anh/co.png)\n![Thiếu](anh/thieu.png)\nChữ\n", encoding="utf-8")
    (page,) = read_pages(tmp_path)
    assert (page.title, page.text) == ("Một", "# Một\n![Có](anh/co.png)\nChữ")


def test_without_its_folder_the_guide_says_so(qtbot, monkeypatch, tmp_path):
    monkeypatch.setattr(guide, "read_pages", lambda: guide_pages.read_pages(tmp_path / "mất"))
    made = GuideWindow()
    qtbot.addWidget(made)
    assert "Dữ liệu vẫn nguyên" in made.text.toPlainText()


@pytest.mark.parametrize(
    ("text", "words", "found"),
    [
        ("Sao lưu và sao luu", "sao lưu", ["Sao lưu", "sao luu"]),
        ("Đăng ký, đăng kí", "dang k", ["Đăng k", "đăng k"]),
        ("hoà và hòa", "hoa", ["hoà", "hòa"]),
        ("Một", "", []),
        ("Một", "hai", []),
    ],
)
def test_words_are_found_without_marks_and_in_their_place(text, words, found):
    assert [text[begin:end] for begin, end in places(text, words)] == found


EXAMPLES = {
    "tỉnh giao 62 triệu đồng; HĐND xã giao 65 triệu đồng",
    "Chi hội Nông dân thôn 1",
    "dang thi",
    "Đặng Thị",
    "trong đó",
    "gu 2026 17",
}
"""What stands in quotation marks in the guide and is no word of the window."""


@pytest.mark.parametrize("page", read_pages(), ids=lambda page: page.name)
def test_buttons_and_words_in_quotation_marks_are_those_of_the_window(page):
    sources = Path(thidua_desktop.__file__).parent.rglob("*.py")
    program = "\n".join(path.read_text(encoding="utf-8") for path in sources).lower()
    quoted = set(re.findall("“([^”]+)”", " ".join(page.text.split()))) - EXAMPLES
    # What the window fills in stands as "…": "Lấy … đơn vị"; a sum says what it was added up from.
    parts = {words: re.split(r" ?… ?|(?<=cộng từ) ", words.lower()) for words in quoted}
    assert [words for words, of in parts.items() if not all(part in program for part in of)] == []
