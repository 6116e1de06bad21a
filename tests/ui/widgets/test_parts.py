from __future__ import annotations

import time

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QAction, QWheelEvent
from PySide6.QtWidgets import QApplication, QComboBox, QLabel, QLineEdit, QPushButton, QSpinBox, QVBoxLayout, QWidget

from tests.ui.typing import press_key, type_text
from thidua_desktop.domain.changes import Changes
from thidua_desktop.ui import gallery
from thidua_desktop.ui.ask import Notice, UndoOffer
from thidua_desktop.ui.bus import Bus
from thidua_desktop.ui.remembered import Remembered
from thidua_desktop.ui.theme import State
from thidua_desktop.ui.widgets.chip import StatusChip
from thidua_desktop.ui.widgets.empty import EmptyState
from thidua_desktop.ui.widgets.fields import LineField, TextField
from thidua_desktop.ui.widgets.form import FormSection
from thidua_desktop.ui.widgets.header import PageHeader
from thidua_desktop.ui.widgets.labels import ElidedLabel, label
from thidua_desktop.ui.widgets.message import InlineMessage
from thidua_desktop.ui.widgets.notices import STAYS, NoticeStrip, TaskStrip
from thidua_desktop.ui.widgets.page_tabs import PageTabs
from thidua_desktop.ui.widgets.progress import TargetBar
from thidua_desktop.ui.widgets.search import SearchList
from thidua_desktop.ui.widgets.side import Columns, SidePanel


@pytest.fixture
def shown(qtbot):
    def show(widget):
        qtbot.addWidget(widget)
        widget.show()
        return widget

    return show


def test_no_part_opens_as_a_window_of_its_own_while_it_is_made(qtbot):
    before = set(QApplication.topLevelWidgets())
    page = gallery.Gallery()
    qtbot.addWidget(page)
    opened = [one for one in QApplication.topLevelWidgets() if one not in before and one.isVisible()]
    assert opened == []
    page.table.setModel(gallery.RowsModel(gallery.COLUMNS, parent=page.table))


def test_a_header_takes_five_acts_and_no_sixth(shown):
    header = shown(PageHeader("Kế hoạch", "UBND xã Ví Dụ"))
    acts = [QAction(f"Việc {number}", header) for number in range(6)]
    for act in acts[:5]:
        header.add_act(act)
    with pytest.raises(ValueError, match="five"):
        header.add_act(acts[5])


def test_an_act_in_the_header_follows_its_action(shown):
    header = shown(PageHeader("Kế hoạch"))
    action = QAction("Xuất", header)
    pressed = []
    action.triggered.connect(lambda: pressed.append(1))
    button = header.add_act(action, primary=True)
    button.click()
    assert len(pressed) == 1
    action.setText("Xuất Word")
    action.setEnabled(False)
    assert (button.text(), button.isEnabled()) == ("Xuất Word", False)
    action.setVisible(False)
    assert not button.isVisible()


def test_a_state_is_told_by_sign_and_word(shown):
    chip = shown(StatusChip())
    chip.show_state("Thiếu", State.BAD)
    assert chip.text() == "! Thiếu"
    chip.show_state("")
    assert not chip.isVisible()


def test_a_bar_reads_in_black_and_white(shown):
    def grey(share, state):
        bar = shown(TargetBar())
        bar.resize(300, 24)
        bar.show_share(share, "chữ", state)
        image = bar.grab().toImage().convertToFormat(bar.grab().toImage().Format.Format_Grayscale8)
        row = [image.pixelColor(x, y).lightness() for y in range(8, 16) for x in range(5, 100)]
        return sum(row) / len(row), len(set(row))

    reached, short, waiting = grey(1.0, State.GOOD), grey(1.0, State.BAD), grey(0.0, State.WAIT)
    assert reached[0] + 40 < short[0] < waiting[0]
    assert short[1] > 1 >= reached[1] - 1


def test_what_does_not_fit_is_said_under_its_field(shown):
    form = shown(FormSection("Cơ quan"))
    field = form.add_field("Tên", QLineEdit(), "Như in trên văn bản")
    field.set_problem("Chưa có tên.")
    assert field.problem() == "! Chưa có tên."
    field.set_problem("")
    assert field.problem() == ""
    assert field._below.text() == "Như in trên văn bản"


def test_the_wheel_over_a_form_changes_no_field(shown):
    form = shown(FormSection("Cơ quan"))
    kind, year = QComboBox(), QSpinBox(maximum=2200, value=2026)
    kind.addItems(["xã", "phường"])
    for words, widget in (("Loại", kind), ("Năm", year)):
        form.add_field(words, widget)
        turn_wheel(widget)
    assert (kind.currentText(), year.value()) == ("xã", 2026)


def test_the_wheel_over_tabs_turns_no_page(shown):
    tabs = shown(PageTabs("Các trang"))
    for words in ("Danh hiệu", "Sáng kiến"):
        tabs.addTab(words)
    turn_wheel(tabs)
    assert tabs.currentIndex() == 0


def turn_wheel(widget):
    at = QPointF(widget.rect().center())
    buttons, held, phase = Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase
    turned = QWheelEvent(at, widget.mapToGlobal(at), QPoint(), QPoint(0, -120), buttons, held, phase, False)
    QApplication.sendEvent(widget, turned)


def test_a_message_tells_which_act_was_chosen(shown, qtbot):
    message = shown(InlineMessage("Thiếu", "Một câu.", State.BAD, ("Sửa", "Bỏ qua"), closable=True))
    with qtbot.waitSignal(message.acted) as acted:
        message._buttons[1].click()
    assert acted.args == [1]
    message.show_message("Đủ", state=State.GOOD)
    assert [one for one in message.findChildren(QPushButton) if one.isVisible() and one in message._buttons] == []


def test_the_newest_notice_is_shown_until_it_is_put_away(shown):
    strip = shown(NoticeStrip())
    done = []
    strip.show_notice(Notice("Đã xuất a.docx.", State.GOOD, (("Mở tệp", lambda: done.append(1)),)))
    strip.show_notice(Notice("Đã xuất b.docx.", State.GOOD, (("Mở tệp", lambda: done.append(2)),)))
    assert strip.text() == "✓ Đã xuất b.docx."
    strip._acts[0][0].click()
    assert done == [2]


class Undo(UndoOffer):
    def __call__(self): ...

    def is_over(self):
        return False


OPEN, UNDO = ("Mở tệp", print), ("Hoàn tác", Undo())


@pytest.mark.parametrize(
    ("state", "acts", "goes", "goes_with_the_page"),
    [
        (State.GOOD, (), True, True),
        (State.GOOD, (UNDO,), True, True),
        (State.GOOD, (OPEN,), False, True),  # the file is opened nowhere else
        (State.WAIT, (UNDO,), False, False),
        (State.BAD, (), False, False),
    ],
)
def test_good_news_goes_by_itself_and_the_rest_stays(shown, state, acts, goes, goes_with_the_page):
    strip = shown(NoticeStrip())
    strip.show_notice(Notice("Đã xóa một dòng.", state, acts))
    assert strip._go_later.isActive() is goes
    assert strip._go_later.interval() == STAYS
    strip.turn()
    assert (strip.text() == "") is goes_with_the_page
    assert not strip._go_later.isActive()


def test_good_news_waits_while_the_keyboard_is_on_it(shown):
    strip = shown(NoticeStrip())
    strip.show_notice(Notice("Đã xóa một dòng.", State.GOOD, (UNDO,)))
    strip.activateWindow()
    strip._acts[0][0].setFocus()
    strip._go_later.timeout.emit()
    assert strip.text()
    assert strip._go_later.isActive()
    strip._acts[0][0].clearFocus()
    strip._go_later.timeout.emit()
    assert strip.text() == ""


def test_a_long_notice_is_read_to_its_end(shown):
    text = "Chưa sao lưu được vì ổ đĩa đã đầy. Hãy xóa bớt tệp không dùng rồi chọn Sao lưu ngay." * 2
    strip = NoticeStrip()
    strip.setFixedWidth(500)
    shown(strip).show_notice(Notice(text, State.BAD))
    words = next(one for one in strip.findChildren(QLabel) if one.text())
    assert words.text() == f"! {text}"
    assert strip.sizeHint().height() > 2 * words.fontMetrics().height()


def test_long_work_can_be_stopped_from_its_strip(shown, tasks, qtbot):
    strip = shown(TaskStrip())
    strip.hide()
    tasks.busy.connect(strip.show_task)

    def work(progress):
        while True:
            progress.say("Trang 3 trong 12")
            time.sleep(0.01)

    task = tasks.run("Đang in", work, lambda result: pytest.fail("stopped"))
    qtbot.waitUntil(strip.isVisible)
    with qtbot.waitSignal(task.ended):
        strip.findChild(QPushButton).click()
    assert not strip.isVisible()


def test_a_list_is_searched_without_marks_and_keeps_its_choice(shown, qtbot):
    listing = shown(SearchList())
    listing.set_choices([(1, "Hội Nông dân"), (2, "Đoàn Thanh niên"), (3, "Hội Phụ nữ")])
    told = []
    listing.chosen.connect(told.append)
    listing.choose(2)
    assert told == [2]
    type_text(listing.search, "doan")
    press_key(listing.search, Qt.Key.Key_Return)
    assert listing._model.rowCount() == 1
    assert listing.current() == 2
    press_key(listing.search, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: listing._model.rowCount() == 3)
    assert told == [2]
    type_text(listing.search, "phu nu")
    press_key(listing.search, Qt.Key.Key_Return)
    assert told == [2, 3]  # the one in view was not among those found
    press_key(listing.search, Qt.Key.Key_Escape)
    type_text(listing.search, "xyz")
    press_key(listing.search, Qt.Key.Key_Return)
    assert listing._nothing.isVisible()


def test_a_panel_that_is_folded_from_the_first_leaves_no_room_empty(shown, qtbot):
    work, panel = QWidget(), SidePanel("Bản in")
    panel.fold(True)
    columns = shown(Columns([work, panel], [400, 300], grows=0))
    columns.resize(900, 300)
    qtbot.waitUntil(lambda: work.width() + columns.handleWidth() + panel.width() == columns.width())


def test_the_side_panel_folds_to_a_strip_and_back(shown, qtbot):
    panel = SidePanel("Kiểm tra")
    inside = QLineEdit()
    panel.add(inside)
    columns = shown(Columns([QWidget(), QWidget(), panel], [200, 400, 300]))
    columns.resize(900, 300)
    before = panel.width()
    panel._fold.click()
    assert panel.is_folded
    assert not inside.isVisible()
    qtbot.waitUntil(lambda: panel.width() < 50)
    panel.fold(False)
    assert inside.isVisible()
    qtbot.waitUntil(lambda: panel.width() == before)


def test_a_side_panel_gives_way_while_there_is_no_room(shown, qtbot):
    work, panel = QWidget(), SidePanel("Kiểm tra")
    work.setMinimumWidth(400)
    window = QWidget()
    window.setMinimumSize(100, 100)
    QVBoxLayout(window).addWidget(Columns([QWidget(), work, panel], [200, 400, 300]))
    shown(window)
    for width, folded in ((900, False), (600, True), (500, True), (900, False)):
        window.resize(width, 300)
        qtbot.waitUntil(lambda folded=folded: panel.is_folded is folded)
        qtbot.waitUntil(lambda: panel.geometry().right() == panel.parentWidget().rect().right())


def test_where_a_handle_was_left_is_remembered(shown, qtbot, tmp_path):
    def columns() -> Columns:
        remembered = Remembered(tmp_path / "nho.json")
        made = Columns([QWidget(), QWidget()], [300, 300], remembered=remembered, name="columns/plan")
        made.resize(612, 200)
        return shown(made)

    first = columns()
    first.moveSplitter(200, 1)
    first.splitterMoved.emit(200, 1)
    qtbot.waitUntil(lambda: bool(Remembered(tmp_path / "nho.json").widths("columns/plan")))
    assert first.sizes()[0] == 200
    assert columns().sizes() == first.sizes()


def test_a_text_that_does_not_fit_is_told_by_its_tip(shown):
    label = shown(ElidedLabel("Kế hoạch phát động phong trào thi đua yêu nước năm 2026"))
    label.resize(100, 20)
    assert label.text().endswith("…")
    assert label.toolTip() == label.full_text()


def test_the_empty_state_starts_what_belongs_there(shown, qtbot):
    empty = shown(EmptyState("Chưa có đợt nào", "Một câu.", "Thêm đợt"))
    with qtbot.waitSignal(empty.started):
        empty.findChild(QPushButton).click()


def test_an_act_that_changed_nothing_is_not_told():
    bus, told = Bus(), []
    bus.changed.connect(told.append)
    bus.publish(Changes())
    bus.publish(Changes(frozenset({"plans"}), {"plans": frozenset({1})}, "Sửa"))
    assert [changes.text for changes in told] == ["Sửa"]


def test_a_small_label_has_room_for_the_marks_of_capitals(qtbot):
    small, wrapped = label("Ủy ban", "small"), label("Ủy ban nhân dân " * 9, "small", wrap=True)
    for made in (small, wrapped):
        qtbot.addWidget(made)
        made.ensurePolished()
    assert small.sizeHint().height() >= small.fontMetrics().height() + 2
    assert wrapped.heightForWidth(200) % wrapped.fontMetrics().lineSpacing() >= 2
    assert small.indent() == 0


def test_somebody_who_types_without_a_pause_is_stored_all_the_same(shown, qtbot, monkeypatch):
    monkeypatch.setattr("thidua_desktop.ui.widgets.autosave.SAVE_AT_LATEST", 60)
    field: TextField = shown(TextField())
    told: list[tuple[object, str]] = []
    field.autosave.edited.connect(lambda value, editing: told.append((value, editing)))
    field.setFocus()

    def typed() -> bool:
        type_text(field, "a")
        return len(told) >= 2

    qtbot.waitUntil(typed)
    assert told[0][1] == told[1][1] != ""  # one act


def test_of_a_long_text_that_is_shown_the_beginning_is_in_view(qtbot):
    field = LineField()
    qtbot.addWidget(field)
    field.autosave.show("Hướng dẫn chấm điểm cụm, khối thi đua")
    assert (field.text()[:9], field.cursorPosition()) == ("Hướng dẫn", 0)
