"""The tab Báo cáo: what it shows of an empty and a full year, what is typed in it, what leaves it, where it leads."""

from __future__ import annotations

import zipfile
from dataclasses import replace
from datetime import date

import openpyxl
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton

from tests.services import report_year
from tests.services.report_year import YEAR
from tests.ui.typing import press_key, type_text
from thidua_desktop.domain.destinations import AWARDS, PLANS, REGISTRATION, Destination
from thidua_desktop.services import history
from thidua_desktop.services.registers import registers
from thidua_desktop.services.reports import report_texts, reports
from thidua_desktop.ui import printing
from thidua_desktop.ui.remembered import Remembered
from thidua_desktop.ui.tabs.reports.choices import CHOICES, MIDYEAR, REPORT, STATISTICS, SUMMARY, TARGETS
from thidua_desktop.ui.tabs.reports.tab import ReportsTab

KIND = report_texts.kind(midyear=False)


@pytest.fixture
def context(context, tmp_path):
    context.workspace = replace(context.workspace, today=lambda: date(YEAR, 12, 28))
    context.remembered = Remembered(tmp_path / "nho.json")
    return context


@pytest.fixture
def full(context):
    report_year.fill(context.workspace)
    return context


@pytest.fixture
def tab(qtbot, context):
    made = ReportsTab(context)
    qtbot.addWidget(made)
    context.bus.changed.connect(made.reload)
    made.resize(1366, 700)
    made.show()
    yield made
    context.bus.changed.disconnect(made.reload)


def choose(tab, name):
    tab.show_place(name, 0)


def own(context, part, *, midyear=False):
    return reports.gather(context.workspace, context.year, midyear=midyear).own(part)


# What is shown


def test_the_list_names_every_report(tab):
    model = tab.list.model()
    shown = [model.index(row).data() for row in range(model.rowCount())]
    assert shown == [
        "Báo cáo tổng kết năm",
        "Báo cáo sơ kết 6 tháng",
        "Bảng chỉ tiêu",
        "Thống kê khen thưởng",
        "Bảng tổng hợp đăng ký",
    ]


@pytest.mark.parametrize(
    ("name", "title"),
    [
        (REPORT, "Báo cáo tổng kết năm 2026"),
        (MIDYEAR, "Báo cáo sơ kết 6 tháng năm 2026"),
        (TARGETS, "Bảng chỉ tiêu năm 2026"),
    ],
)
def test_the_heading_says_of_which_year_it_is(tab, name, title):
    choose(tab, name)
    assert tab.header._title.full_text() == title


def test_an_empty_year_says_what_is_needed_and_the_report_can_still_be_written(tab):
    assert tab.stack.currentWidget() is tab.report
    assert "Còn thiếu 4 mục" in tab.header.chip.text()
    assert [one.text for one in tab.panel.missing.shown] == [
        "Chưa biết ai ký báo cáo",
        "Chưa có kế hoạch năm 2026",
        "Chưa có đơn vị nào trong danh sách đăng ký",
        "Chưa có khen thưởng nào của năm 2026",
    ]
    assert tab.report.message.isVisibleTo(tab)
    assert tab.act_export.isEnabled()


@pytest.mark.parametrize(
    ("name", "says", "leads_to"),
    [(TARGETS, "Năm 2026 chưa có chỉ tiêu nào", PLANS), (STATISTICS, "Năm 2026 chưa có khen thưởng nào", AWARDS)],
)
def test_a_table_with_nothing_to_show_leads_to_where_it_is_entered(tab, context, name, says, leads_to):
    went = []
    context.go_to = went.append
    choose(tab, name)
    assert tab.stack.currentWidget() is tab.empty
    assert tab.empty._title.text() == says
    assert not tab.act_export.isEnabled()
    assert not tab.act_print.isEnabled()
    tab.empty.findChild(QPushButton).click()
    assert went == [Destination(leads_to, year=2026)]


def test_each_part_shows_the_sentences_that_are_printed(full, tab):
    assert "Có 2/3 đơn vị gửi bản đăng ký thi đua năm 2026." in tab.report.parts["registration"].said.text()
    assert "Trồng rừng mới" in tab.report.parts["shortcomings"].said.text()
    assert not tab.report.parts["proposals"].said.isVisibleTo(tab)
    choose(tab, MIDYEAR)
    assert "So với kế hoạch cả năm" in tab.report.parts["targets"].said.text()


def test_what_is_missing_is_listed_and_each_line_leads_to_its_place(full, tab):
    went = []
    full.go_to = went.append
    line = next(line for line in tab.panel.missing.lines if "chỉ tiêu" in line._title.text())
    line.findChild(QPushButton).click()
    assert went == [Destination(REGISTRATION, "target_results", 0, 2026)]


def test_the_message_at_the_top_opens_what_is_missing(tab):
    tab.panel.fold(True)
    tab.report.message.findChild(QPushButton).click()
    assert not tab.panel.is_folded
    assert tab.panel.pages.currentWidget() is tab.panel.missing


def test_a_year_that_lacks_nothing_says_so(full, tab, monkeypatch):
    monkeypatch.setattr(reports, "missing_in", lambda facts: ())
    tab.reload(None)
    assert "Đủ số liệu" in tab.header.chip.text()
    assert not tab.report.message.isVisibleTo(tab)


def test_a_change_elsewhere_is_in_the_sentences(full, tab):
    changes, _ = registers.add_row(
        full.workspace,
        "awards",
        {"year": "2026", "subject": "Hội Phụ nữ", "subject_kind": "tập thể", "award": "Tập thể lao động tiên tiến"},
    )
    full.bus.publish(changes)
    assert "8 lượt khen thưởng" in tab.report.parts["awards"].said.text()


def test_the_targets_are_a_table_with_a_page_for_each_sheet(full, tab):
    choose(tab, TARGETS)
    assert tab.stack.currentWidget() is tab.sheet
    assert [tab.sheet.tabs.tabText(number) for number in range(3)] == ["Chỉ tiêu", "Theo lĩnh vực", "Cam kết"]
    model = tab.sheet.tables[0].model()
    cells = [model.text(2, column) for column in range(model.columnCount())]
    assert cells[2] == "Trồng rừng mới"
    assert cells[6:8] == ["20", "20"]
    assert cells[-3:-1] == ["65%", "chưa đạt (cộng từ các đơn vị)"]


def test_statistics_have_their_sums_below(full, tab):
    choose(tab, STATISTICS)
    sums = tab.sheet._stack.widget(0)._sums
    assert [sums.text(0, column) for column in (0, 2, 3, 17)] == ["Cộng", "7", "1", "6.172.000"]
    listed = tab.sheet.tables[2].model()
    assert listed.rowCount() == 7
    assert "15/12/2026" in {listed.text(row, 10) for row in range(7)}


def test_a_table_takes_new_rows_without_being_built_anew(full, tab):
    choose(tab, STATISTICS)
    table = tab.sheet.tables[2]
    cells = {"year": "2026", "subject": "Tổ 1", "subject_kind": "tập thể", "award": "Tập thể lao động tiên tiến"}
    full.bus.publish(registers.add_row(full.workspace, "awards", cells)[0])
    assert tab.sheet.tables[2] is table
    assert table.model().rowCount() == 8


def test_the_summary_of_registrations_is_shown_as_its_pages(qtbot, full, tab):
    choose(tab, SUMMARY)
    assert not tab.panel.isVisibleTo(tab)
    qtbot.waitUntil(lambda: tab.paper.page_count() > 0, timeout=10_000)
    choose(tab, REPORT)
    assert tab.panel.isVisibleTo(tab)


def test_a_table_takes_the_width_of_the_panel_and_a_report_gives_it_back(qtbot, full, tab):
    qtbot.waitUntil(lambda: tab.panel.width() > 300)
    before = tab.panel.width()
    choose(tab, TARGETS)
    qtbot.waitUntil(lambda: tab.panel.width() < 50)
    choose(tab, SUMMARY)
    qtbot.waitUntil(lambda: tab.paper.page_count() > 0, timeout=10_000)
    choose(tab, REPORT)
    qtbot.waitUntil(lambda: tab.panel.width() == before)
    tab.panel.fold(True)
    choose(tab, MIDYEAR)
    assert tab.panel.is_folded


def test_an_unknown_place_leaves_the_tab_as_it_stands(tab):
    choose(tab, "people")
    assert tab.choice.name == REPORT


# What is typed


def test_own_words_are_stored_within_a_second_and_one_visit_is_one_act(qtbot, full, tab):
    field = tab.report.parts["guidance"].own
    field.setFocus()
    type_text(field, "Đã họp")
    qtbot.waitUntil(lambda: own(full, "guidance") == "Đã họp", timeout=1500)
    type_text(field, " 12 thôn")
    qtbot.waitUntil(lambda: own(full, "guidance") == "Đã họp 12 thôn", timeout=1500)
    assert field.toPlainText() == "Đã họp 12 thôn"
    full.bus.publish(history.undo(full.workspace))
    assert own(full, "guidance") == ""
    assert field.toPlainText() == ""


def test_filling_in_is_not_typing(qtbot, full, tab):
    report_texts.set_text(full.workspace, KIND, YEAR, "guidance", "Một")
    before = history.undo_text(full.workspace)
    tab.reload(None)
    for choice in CHOICES:
        choose(tab, choice.name)
    choose(tab, REPORT)
    qtbot.wait(900)
    assert history.undo_text(full.workspace) == before
    assert tab.report.parts["guidance"].own.toPlainText() == "Một"


def test_each_report_shows_its_own_words(full, tab):
    report_texts.set_text(full.workspace, report_texts.kind(midyear=True), YEAR, "awards", "Nửa năm")
    report_texts.set_text(full.workspace, KIND, YEAR, "awards", "Cả năm")
    tab.reload(None)
    field = tab.report.parts["awards"].own
    assert field.toPlainText() == "Cả năm"
    choose(tab, MIDYEAR)
    assert field.toPlainText() == "Nửa năm"


def test_what_is_being_typed_is_stored_for_its_own_report_and_year(full, tab):
    field = tab.report.parts["awards"].own
    field.setFocus()
    type_text(field, "Cả năm")
    choose(tab, MIDYEAR)
    assert own(full, "awards") == "Cả năm"
    assert field.toPlainText() == ""
    type_text(field, "Nửa năm")
    tab.set_year(2027)
    assert full.year == 2027
    full.year = YEAR
    assert own(full, "awards", midyear=True) == "Nửa năm"
    assert field.toPlainText() == ""


def test_hiding_the_tab_stores_what_is_typed(full, tab):
    field = tab.report.parts["awards"].own
    type_text(field, "Kịp thời")
    tab.hide()
    assert own(full, "awards") == "Kịp thời"


def test_a_day_that_is_none_is_refused_in_place_and_stays_in_the_field(full, tab):
    field = tab.report.fields["date"]
    field.widget.setFocus()
    type_text(field.widget, "31/02/2027")
    press_key(field.widget, Qt.Key.Key_Return)
    assert "“31/02/2027” không phải là một ngày" in field.problem()
    assert own(full, "date") == ""
    assert field.widget.text() == "31/02/2027"
    for _ in "31/02/2027":
        press_key(field.widget, Qt.Key.Key_Backspace)
    type_text(field.widget, "5/1/2027")
    press_key(field.widget, Qt.Key.Key_Return)
    assert field.problem() == ""
    assert own(full, "date") == "2027-01-05"


def test_leaving_a_refused_day_asks_first(full, tab, ask):
    field = tab.report.fields["number"].widget
    type_text(field, "bảy")
    ask.answers = [False, True]
    choose(tab, TARGETS)
    assert tab.choice.name == REPORT
    assert tab.list.currentIndex().row() == 0
    choose(tab, TARGETS)
    assert tab.choice.name == TARGETS


def test_the_programs_sentences_are_left_out_by_a_tick(full, tab):
    card = tab.report.parts["registration"]
    card.printed.click()
    assert reports.gather(full.workspace, YEAR).speaks("registration") is False
    assert not card.said.isEnabled()
    full.bus.publish(history.undo(full.workspace))
    assert card.printed.isChecked()
    assert card.said.isEnabled()


def test_own_direction_greys_what_was_suggested(full, tab):
    card = tab.report.parts["direction"]
    assert card.said.isEnabled()
    type_text(card.own, "Giữ vững kết quả.")
    card.own.autosave.flush()
    assert not card.said.isEnabled()


# What leaves


def test_the_preview_shows_the_report_and_follows_what_is_typed(qtbot, full, tab):
    tab.act_preview.trigger()
    qtbot.waitUntil(lambda: tab.panel.preview.page_count() > 0, timeout=10_000)
    first = tab.panel.preview.pdf
    type_text(tab.report.parts["guidance"].own, "Đã họp.")
    qtbot.waitUntil(lambda: tab.panel.preview.pdf != first, timeout=10_000)
    tab.act_preview.trigger()
    assert tab.panel.pages.currentWidget() is tab.panel.missing
    assert not tab.act_preview.isChecked()


def test_the_report_is_written_as_word_with_what_is_being_typed(qtbot, full, tab, ask, tmp_path):
    type_text(tab.report.parts["guidance"].own, "Đã họp mười hai thôn.")
    ask.answers = [tmp_path / "bc.docx"]
    tab.act_export.trigger()
    qtbot.waitUntil(lambda: bool(ask.notices), timeout=10_000)
    assert ask.said[0].explain.endswith("Báo cáo tổng kết năm 2026 - xã Ví Dụ.docx")
    with zipfile.ZipFile(tmp_path / "bc.docx") as archive:
        assert "Đã họp mười hai thôn." in archive.read("word/document.xml").decode()


def test_pdf_is_written_from_the_menu(qtbot, full, tab, ask, tmp_path):
    ask.answers = [tmp_path / "bc.pdf"]
    tab.act_pdf.trigger()
    qtbot.waitUntil((tmp_path / "bc.pdf").exists, timeout=10_000)
    assert (tmp_path / "bc.pdf").read_bytes()[:4] == b"%PDF"
    qtbot.waitUntil(lambda: bool(ask.notices))


@pytest.mark.parametrize(("name", "sheets"), [(TARGETS, 3), (STATISTICS, 4)])
def test_a_table_is_written_as_excel(qtbot, full, tab, ask, tmp_path, name, sheets):
    choose(tab, name)
    assert tab.act_export.text() == "Xuất Excel"
    ask.answers = [tmp_path / "bang.xlsx"]
    tab.act_export.trigger()
    qtbot.waitUntil(lambda: bool(ask.notices), timeout=10_000)
    assert len(openpyxl.load_workbook(tmp_path / "bang.xlsx").sheetnames) == sheets


def test_ctrl_p_prints_what_is_in_view(qtbot, full, tab, monkeypatch):
    printed = []
    monkeypatch.setattr(printing, "print_pdf", lambda ask, tasks, pdf, name, owner: printed.append((pdf[:4], name)))
    choose(tab, STATISTICS)
    tab.print_here()
    qtbot.waitUntil(lambda: bool(printed), timeout=10_000)
    assert printed == [(b"%PDF", "Thống kê khen thưởng 2026 - xã Ví Dụ")]
