"""The chase list: what is owed in which order, recording who was reached with two keys, deadlines, messages."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu

from tests.ui.typing import press_key, type_text
from thidua_desktop.domain.chasing.sent_papers import PLEDGE, PaperKey
from thidua_desktop.services import history
from thidua_desktop.services.chasing import sent_papers
from thidua_desktop.services.chasing.deadlines import deadlines
from thidua_desktop.services.office import years
from thidua_desktop.services.registration import registrations
from thidua_desktop.storage import records
from thidua_desktop.ui.tabs.commitments.chasing import view as chasing
from thidua_desktop.ui.tabs.commitments.tab import BY_ORGANISATION, CHASING
from thidua_desktop.ui.theme import State

NAME, WHAT, DEADLINE, LATE, LAST, ANSWER, HEAD, CONTACT = range(8)


@pytest.fixture
def spring(opened, make_tab):
    """The view on 20 March: pledges and registrations are overdue, no report is."""
    opened.workspace = replace(opened.workspace, today=lambda: date(2026, 3, 20))
    tab = make_tab()
    tab.switch.setCurrentIndex(CHASING)
    return tab


def rows(tab, *columns):
    model = tab.view.model
    return [[model.text(row, column) for column in columns] for row in range(model.rowCount())]


def record(tab):
    """Agree to the open dialog."""
    tab.view.dialog.agree.click()


def test_what_is_longest_overdue_stands_first_with_its_words(spring):
    assert rows(spring, NAME, WHAT, DEADLINE, LATE)[::3] == [
        ["Hội Nông dân xã", "chưa ký giao ước", "15/02/2026", "quá hạn 33 ngày"],
        ["Hội Nông dân xã", "chưa nộp bản đăng ký", "15/03/2026", "quá hạn 5 ngày"],
        ["Hội Nông dân xã", "chưa báo cáo 2/2 cam kết đợt 6 tháng đầu năm", "25/06/2026", "còn 97 ngày"],
    ]
    model = spring.view.model
    assert [model.state(row, LATE) for row in (0, 3, 6)] == [State.BAD, State.BAD, State.NEUTRAL]
    assert spring.view.count.text() == "3 đơn vị, 9 việc"


def test_one_letter_and_enter_record_that_one_was_reached(spring, qtbot):
    spring.view.table.go_to(3)
    type_text(spring.view.table, "z")
    qtbot.waitUntil(lambda: spring.view.dialog is not None and spring.view.dialog.isVisible())
    press_key(spring.view.dialog, Qt.Key.Key_Return)
    assert rows(spring, LAST)[3] == ["20/03 Zalo"]
    assert rows(spring, LAST)[4] == ["chưa nhắc"]
    assert spring.view.current().about == "đăng ký"


def test_many_are_recorded_at_once_and_the_notice_takes_them_back(spring, ask):
    spring.view.table.selectAll()
    spring.view.ask_reached("điện thoại")
    spring.view.dialog._answer.setText("mai nộp")
    record(spring)
    assert rows(spring, LAST, ANSWER) == [["20/03 điện thoại", "mai nộp"]] * 9
    assert ask.notices[-1].text == "Đã ghi 9 việc được nhắc."
    ask.notices[-1].acts[0][1]()
    assert rows(spring, LAST) == [["chưa nhắc"]] * 9


def test_a_day_that_is_none_cannot_be_recorded(spring):
    spring.view.table.go_to(0)
    spring.view.ask_reached("giấy")
    dialog = spring.view.dialog
    dialog._day.setText("31/2")
    assert not dialog.agree.isEnabled()
    dialog._day.setText("18/3")
    record(spring)
    assert rows(spring, LAST)[0] == ["18/03 giấy"]


def test_the_answer_is_typed_in_its_cell_once_somebody_was_reached(spring, qtbot):
    model = spring.view.model
    assert not model.flags(model.index(0, ANSWER)) & Qt.ItemFlag.ItemIsEditable
    spring.view.table.go_to(0)
    spring.view.ask_reached("Zalo")
    record(spring)
    spring.view.table.go_to(0, ANSWER)
    type_text(spring.view.table, "d")
    assert spring.view.dialog is None or not spring.view.dialog.isVisible(), "letters are typed in the cell"
    press_key(spring.view.table, Qt.Key.Key_Escape)
    model.setData(model.index(0, ANSWER), "đang trình ký")
    assert rows(spring, ANSWER)[0] == ["đang trình ký"]
    spring.context.bus.publish(history.undo(spring.context.workspace))
    assert rows(spring, ANSWER)[0] == [""]


@pytest.mark.parametrize(
    ("number", "count"),
    [
        (chasing.ALL, 9),
        (chasing.LATE, 6),
        (chasing.FORMS, 3),
        (chasing.PLEDGES, 3),
        (chasing.REPORTS, 3),
        (chasing.NEVER, 8),
        (chasing.AGAIN, 0),
    ],
)
def test_the_list_is_filtered_and_each_filter_says_how_many(spring, number, count):
    spring.view.table.go_to(0)
    spring.view.ask_reached("Zalo")
    record(spring)
    spring.view.filter.setCurrentIndex(number)
    spring.view.filter.activated.emit(number)
    assert len(rows(spring)) == count
    assert spring.view.filter.itemText(number).endswith(f"({count})")
    assert spring.view.empty.isVisible() is (count == 0)


def test_who_was_reached_some_days_ago_comes_again(spring):
    spring.view.table.go_to(0)
    spring.view.ask_reached("Zalo")
    spring.view.dialog._day.setText("18/3")
    record(spring)
    spring.view.filter.setCurrentIndex(chasing.AGAIN)
    spring.view.filter.activated.emit(chasing.AGAIN)
    assert spring.view.days.isVisible()
    assert rows(spring, NAME) == []
    spring.view.days.setValue(2)
    assert rows(spring, NAME) == [["Hội Nông dân xã"]]


def test_organisations_are_found_by_words_and_the_answer(spring):
    spring.view.table.go_to(1)
    spring.view.ask_reached("Zalo")
    spring.view.dialog._answer.setText("chờ họp chi bộ")
    record(spring)
    spring.view._on_search("cho hop")
    assert rows(spring, NAME, WHAT) == [["Hội Phụ nữ xã", "chưa ký giao ước"]]


def test_what_came_in_leaves_the_list_and_the_keyboard_stays_where_it_was(spring, context):
    spring.view.table.go_to(4)
    one = spring.view.model.rows[3]
    context.bus.publish(registrations.set_received(context.workspace, one.registration_id, date(2026, 3, 19)))
    assert len(rows(spring)) == 8
    assert (spring.view.current().organisation, spring.view.current().about) == ("Hội Phụ nữ xã", "đăng ký")


def test_everything_done_leaves_a_kind_word(context, make_tab):
    tab = make_tab()
    tab.switch.setCurrentIndex(CHASING)
    assert tab.view.empty._title.text() == "Không còn gì phải đôn đốc"
    assert not tab.view.reached_button.isEnabled()
    assert tab.view.paper() is None or tab.view.paper().export == "chase-list"


# Deadlines


def test_a_day_that_is_an_example_says_so_until_the_office_sets_its_own(spring, context):
    bar = spring.view.deadlines
    assert bar.days["đăng ký"].text() == "15/03/2026"
    assert bar._chips["đăng ký"].text() == "○ tham khảo"
    assert "15/3" in bar.days["đăng ký"].toolTip()
    bar.days["đăng ký"].setFocus()
    bar.days["đăng ký"].selectAll()
    type_text(bar.days["đăng ký"], "31/1")
    bar.days["đăng ký"].autosave.flush()
    assert deadlines(context.workspace, 2026)["đăng ký"].day == "2026-01-31"
    assert not bar._chips["đăng ký"].isVisible()
    assert rows(spring, WHAT, DEADLINE)[0] == ["chưa nộp bản đăng ký", "31/01/2026"]


def test_a_deadline_that_is_no_day_is_said_under_its_field_and_changes_nothing(spring, context):
    bar = spring.view.deadlines
    bar.days["giao ước"].setText("31/2")
    bar.days["giao ước"].autosave.touch()
    bar.days["giao ước"].autosave.flush()
    assert not deadlines(context.workspace, 2026)["giao ước"].own
    assert bar._fields["giao ước"]._below.text().startswith("! “31/2” không phải là ngày có thật.")


def test_reading_the_view_never_counts_as_typing(spring, context):
    before = history.undo_text(context.workspace)
    spring.view.reload(None)
    QTest.qWait(1)
    spring.switch.setCurrentIndex(BY_ORGANISATION)
    spring.switch.setCurrentIndex(CHASING)
    assert history.undo_text(context.workspace) == before


# Out


def test_the_message_to_the_chosen_ones_is_on_the_clipboard_with_all_they_owe(spring, ask):
    spring.view.table.go_to(0)
    spring.view.copy_message()
    text = QGuiApplication.clipboard().text()
    assert text.startswith("Kính gửi: Hội Nông dân xã\nUBND xã Ví Dụ đề nghị")
    assert text.count("\n- ") == 2, "the report is due in June"
    assert ask.notices[-1].text == "Đã chép lời nhắn cho 1 đơn vị; dán vào Zalo bằng Ctrl+V."


def test_a_row_leads_to_its_organisation(spring):
    spring.view.table.row_opened.emit(1)
    assert spring.switch.currentIndex() == BY_ORGANISATION
    assert spring.organisations.chosen.name == "Hội Phụ nữ xã"


def test_the_menu_of_letters_counts_the_chosen_and_the_shown(spring):
    spring.view.table.go_to(0)
    menu = QMenu()
    spring.view.letters._fill(menu)
    words = [act.text() for act in menu.actions() if act.text()]
    assert words[0] == "In cho 1 đơn vị đang chọn…"
    assert words[2] == "In cho 3 đơn vị trong bảng…"
    menu.deleteLater()


# At the side


def test_every_time_is_listed_can_be_corrected_and_taken_away(spring, ask):
    for channel in ("Zalo", "giấy"):
        spring.view.table.go_to(0)
        spring.view.ask_reached(channel)
        record(spring)
    pane = spring.view.contacts
    assert [one.contact.channel for one in pane.reminders] == ["giấy", "Zalo"]
    assert [one.about for one in pane.reminders] == ["giao ước", "giao ước"]
    pane.correct(0)
    pane.dialog._reached.setText("Anh Mẫu")
    pane.dialog._day.setText("15/3")
    pane.dialog.agree.click()
    assert [(one.contact.day, one.contact.reached) for one in pane.reminders] == [
        ("2026-03-20", ""),
        ("2026-03-15", "Anh Mẫu"),
    ]
    pane.table.go_to(1)
    pane.remove()
    assert [one.contact.channel for one in pane.reminders] == ["Zalo"]
    ask.notices[-1].acts[0][1]()
    assert len(pane.reminders) == 2


def test_another_year_has_its_own_list(spring, context):
    years.add_year(context.workspace, 2027)
    spring.set_year(2027)
    assert rows(spring) == []
    assert spring.view.deadlines.days["đăng ký"].text() == "15/03/2027"
    spring.set_year(2026)
    assert len(rows(spring)) == 9


def test_the_letter_to_the_organisation_of_the_row_is_previewed(spring, qtbot):
    spring.view.table.go_to(1)
    assert spring.view.paper().name == "Công văn đôn đốc Hội Phụ nữ xã"
    spring.act_preview.trigger()
    qtbot.waitUntil(lambda: spring.view.panel.preview.page_count() > 0, timeout=30_000)


def test_letters_to_all_in_the_table_are_printed_as_one_paper_and_recorded_when_they_went_out(spring, monkeypatch, ask):
    printed = []
    monkeypatch.setattr(spring.view.letters.desk, "print", lambda gather, name: printed.append((gather(), name)))
    spring.view.letters.print_letters(spring.view.model.rows)
    (paper, name), *_ = printed
    assert name == "Công văn đôn đốc 2026 - xã Ví Dụ"
    assert sum(type(block).__name__ == "PageBreak" for block in paper.blocks) == 2
    assert rows(spring, LAST)[0] == ["chưa nhắc"]
    ask.notices[-1].acts[0][1]()
    assert {tuple(row) for row in rows(spring, LAST)} == {("20/03 giấy",)}


def test_each_letter_asked_for_is_written_that_of_one_not_overdue_too_and_recorded_from_its_notice(
    spring, context, qtbot, tmp_path, ask
):
    workspace, first = context.workspace, spring.view.model.rows[0]
    where = {"year": 2026, "organisation_id": first.organisation_id}
    registration = records.page(workspace.file, "registrations", where=where)[0]["id"]
    registrations.set_received(workspace, registration, date(2026, 2, 5))
    sent_papers.set_field(workspace, sent_papers.Entry(PaperKey(registration, PLEDGE), "signed_on", "5/2"))
    spring.view.reload(None)
    ask.answers = [tmp_path]
    spring.view.letters.write_letters(spring.view.model.rows)
    qtbot.waitUntil(lambda: bool(ask.notices), timeout=30_000)
    assert len(list(tmp_path.glob("Công văn đôn đốc 2026 - *.docx"))) == 3
    assert [text for text, _ in ask.notices[-1].acts] == ["Ghi đã gửi giấy", "Mở thư mục"]
    ask.notices[-1].acts[0][1]()
    assert {tuple(row) for row in rows(spring, LAST)} == {("20/03 giấy",)}
