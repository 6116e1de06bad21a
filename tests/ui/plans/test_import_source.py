"""The source beside what was understood: each leads to the other."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor

from tests.ui.plans.conftest import PLAN
from tests.ui.plans.import_samples import chosen_words, go_to_line, line_of, part
from tests.ui.typing import press_key, type_text
from thidua_desktop.domain.checking import Finding, Place
from thidua_desktop.domain.plan.plans import PlanReading, SourceFile, SourceLine
from thidua_desktop.ui.tabs.plans.import_links import Span
from thidua_desktop.ui.tabs.plans.import_view import ImportView


def test_each_line_says_what_it_became(view):
    word = view.source.text.word
    assert [
        word(line_of(words)) for words in ("XÃ VÍ DỤ", "KẾ HOẠCH", "Căn cứ Luật", "như sau", "I. MỤC", "sôi nổi")
    ] == [
        "đầu văn bản",
        "tiêu đề",
        "căn cứ",
        "mở đầu",
        "mục",
        "nội dung",
    ]
    assert [word(line_of(words)) for words in ("774 tấn", "Dân vận", "Đợt 1", "Lưu: VT", "Nguyễn Văn Mẫu")] == [
        "chỉ tiêu",
        "phong trào",
        "đợt",
        "nơi nhận",
        "ký",
    ]


def test_pages_say_how_much_there_is_and_nothing_is_calm(view):
    counts = {key: view.pages.list.count(key) for key in ("outline", "plan_targets", "plan_phases", "commitments")}
    assert counts == {"outline": "6", "plan_targets": "3", "plan_phases": "1", "commitments": "không có"}
    assert view.pages.list.count("checks").endswith(("lỗi", "lưu ý", "gợi ý", "ổn"))


def test_choosing_a_row_marks_its_words_and_choosing_a_line_its_row(qtbot, view):
    view.pages.show_page("plan_targets")
    table = view.pages.table("plan_targets")
    table.table.go_to(1)
    qtbot.waitUntil(lambda: "774 tấn" in chosen_words(view), timeout=2000)
    assert view.source.text.line == line_of("774")
    go_to_line(view, "hộ nghèo")
    assert table.table.current_row() == 2
    assert "hộ nghèo" in chosen_words(view)
    assert view.source.text.line == line_of("hộ nghèo")


@pytest.mark.parametrize(
    ("words", "page"),
    [
        ("XÃ VÍ DỤ", "general"),
        ("Nguyễn Văn Mẫu", "general"),
        ("sôi nổi", "outline"),
        ("Căn cứ Luật", "plan_bases"),
        ("60 triệu", "plan_targets"),
        ("Dân vận", "plan_movements"),
        ("Đợt 1", "plan_phases"),
        ("Lưu: VT", "plan_recipients"),
    ],
)
def test_a_line_leads_to_what_came_of_it(view, words, page):
    go_to_line(view, words)
    assert view.pages.page == page
    assert view.source.text.line == line_of(words)


def test_choosing_a_part_or_a_field_shows_it_in_the_source(view):
    view.pages.show_page("outline")
    view.pages.outline.choose(part(view, "Về xã hội"))
    assert view.source.text.line == line_of("2. Về xã hội")
    view.pages.show_page("general")
    view.pages.general.fields["signer_name"].setFocus()
    assert view.source.text.line == line_of("Nguyễn Văn Mẫu")


def test_searching_the_source_needs_no_marks(tab, view):
    tab.find_here()
    assert view.source.search.hasFocus()
    type_text(view.source.search, "hoi thoat")
    press_key(view.source.search, Qt.Key.Key_Return)
    assert view.source.count.text() == "không thấy"
    view.source.search.clear()
    type_text(view.source.search, "ve ")
    press_key(view.source.search, Qt.Key.Key_Return)
    assert view.source.count.text() == "1/2"
    press_key(view.source.search, Qt.Key.Key_Return)
    assert view.source.text.line == line_of("2. Về xã hội")
    press_key(view.source.search, Qt.Key.Key_Return, modifiers=Qt.KeyboardModifier.ShiftModifier)
    assert view.source.text.line == line_of("1. Về kinh tế")


def test_what_was_not_understood_is_listed_and_leads_to_its_line(qtbot, context):
    lines = (SourceLine("KẾ HOẠCH", "title"), SourceLine("Trang 2"), SourceLine("Kết thúc.", "closing"))
    doubts = ("Không thấy nơi nhận.", "Câu bị cắt dòng: “…Kết thúc…”.")
    view = ImportView(context, PlanReading(replace(PLAN, id=0), lines, doubts), SourceFile("a.txt", b"a"))
    qtbot.addWidget(view)
    assert view.pages.list.count("unknown") == "○ 3"
    view.pages.show_page("unknown")
    view.pages.unknown.table.go_to(0)
    assert view.source.text.line == 1
    view.pages.unknown.table.go_to(2)
    assert view.source.text.line == 2
    view.source.text.moveCursor(QTextCursor.MoveOperation.Start)
    view.source.text.moveCursor(QTextCursor.MoveOperation.Down)
    assert view.pages.unknown.table.current_row() == 0
    qtbot.waitUntil(lambda: context.tasks.is_idle, timeout=10_000)


def test_findings_lead_to_their_words(qtbot, context):
    lines = (SourceLine("Thi đua sôi nổi nổi trong toàn xã.", "section"),)
    view = ImportView(context, PlanReading(replace(PLAN, id=0), lines), SourceFile("a.txt", b"a"))
    qtbot.addWidget(view)
    qtbot.waitUntil(lambda: bool(view.pages.findings.shown), timeout=10_000)
    doubled = next(finding for finding in view.pages.findings.shown if finding.code == "DUP_WORD")
    view.pages.findings.wanted.emit(doubled)
    assert doubled.quote in chosen_words(view)


def test_a_finding_leads_to_where_it_is_corrected_too(view):
    def go(quote: str, place: Place) -> str:
        view.pages.findings.wanted.emit(Finding("VÍ_DỤ", "warning", quote, "Ví dụ.", place=place))
        assert quote in chosen_words(view)
        return view.pages.page

    for field, quote in (("number", "Số: 05/KH-UBND"), ("day", "ngày 05 tháng 02"), ("signer_authority", "TM. ỦY BAN")):
        assert go(quote, Place("head", field=field)) == "general"
        assert view.pages.general.fields[field].hasFocus()
    targets = part(view, "CHỈ TIÊU THI ĐUA")
    assert go("CHỈ TIÊU THI ĐUA", Place("section", section_id=targets.number)) == "outline"
    assert view.pages.outline.tree.current() == targets


def test_names_and_counts_of_the_pages_have_room(view, tab):
    tab.resize(1024, 600)
    pages = view.pages.list
    longest = pages.fontMetrics().horizontalAdvance("Thông tin chung" + "○ 99 lưu ý")
    assert pages.viewport().width() > longest


def test_lines_stand_apart_so_that_marks_of_capitals_are_whole(view):
    text = view.source.text
    line = text.fontMetrics().height()
    rooms = [room for _, room in text._lines_in_sight(text.viewport().height())]
    assert all(room.height() >= line + 2 for room in rooms)
    assert all(0 <= below.top() - above.bottom() <= 4 for above, below in pairwise(rooms))


def test_a_far_line_is_brought_into_sight(qtbot, context):
    lines = tuple(SourceLine(f"Dòng {number}", "section") for number in range(400))
    view = ImportView(context, PlanReading(replace(PLAN, id=0), lines), SourceFile("a.txt", b"a"))
    qtbot.addWidget(view)
    view.resize(1000, 600)
    view.show()
    span = Span(300, 0, 4)
    view.source.text.mark([span])
    assert view.source.text._is_in_sight(span)
    assert 300 in [block.blockNumber() for block, _ in view.source.text._lines_in_sight(600)]
    qtbot.waitUntil(lambda: context.tasks.is_idle, timeout=10_000)
