from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QAbstractButton, QPushButton

from tests.ui.plans.conftest import PLAN
from tests.ui.typing import press_key, type_text
from thidua_desktop.domain.plan.plans import Plan, SourceFile
from thidua_desktop.domain.richtext import plain
from thidua_desktop.services import history
from thidua_desktop.services.plan import plan_text, plans
from thidua_desktop.services.registers import registers
from thidua_desktop.ui.tabs.plans.outline_nodes import CLOSING, GENERAL, PREAMBLE, SOURCE, Key, list_key


def section(tab, heading: str):
    return next(s for s in tab.editor.plan.all_sections() if s.heading == heading)


def choose(tab, heading: str) -> None:
    assert tab.editor.tree.choose(Key("section", section(tab, heading).id))


def outline(tab) -> list[str]:
    return [f"{s.marker} {s.heading}" for s in tab.editor.plan.all_sections()]


def test_a_year_without_a_plan_says_how_to_begin(tab):
    assert tab.stack.currentWidget() is tab.empty
    assert not tab.act_export.isEnabled()


def test_a_year_without_a_plan_offers_nothing_that_needs_one(tab):
    [menu] = [button.menu() for button in tab.header.findChildren(QAbstractButton) if button.text() == "Khác"]
    offered = [act.text() for act in menu.actions() if act.isEnabled() and not act.isSeparator()]
    assert offered == ["Nhập từ tệp…", "Thêm kế hoạch trống"]
    tab.add_blank()
    assert all(act.isEnabled() for act in menu.actions())


def test_a_blank_plan_is_one_act_with_the_office_filled_in(tab, context):
    tab.add_blank()
    assert tab.editor.plan.issuer == "Ủy ban nhân dân xã Ví Dụ"
    assert tab.stack.currentWidget() is tab.editor
    context.bus.publish(history.undo(context.workspace))
    assert tab.stack.currentWidget() is tab.empty


def test_the_plan_opens_with_its_outline(stored, tab):
    assert tab.editor.plan.id == stored
    assert "1 chỉ tiêu" in tab.header.findChildren(type(tab.header._subtitle))[1].full_text()
    assert tab.editor.tree.current() == GENERAL
    assert tab.editor.middle.currentWidget() is tab.editor.general


def test_typing_in_a_section_is_in_the_file_within_a_second(qtbot, stored, tab, context):
    body = text_of(tab, "Mục đích")
    body.moveCursor(QTextCursor.MoveOperation.EndOfBlock)
    type_text(body, " Lan tỏa rộng khắp.")
    wanted = (plain("Thi đua sôi nổi trong toàn xã. Lan tỏa rộng khắp.", "-"),)
    qtbot.waitUntil(lambda: section_body(context, stored, "Mục đích") == wanted, timeout=1500)


def section_body(context, plan_id, heading):
    plan = plans.plan(context.workspace, plan_id)
    return next(s.body for s in plan.all_sections() if s.heading == heading)


def text_of(tab, heading):
    """The page with the caret at the start of the first line below a heading."""
    choose(tab, heading)
    editor = tab.editor.section.editor
    editor.setFocus()
    editor.moveCursor(QTextCursor.MoveOperation.NextBlock)
    return editor


def test_the_whole_text_is_one_page_and_the_outline_follows_the_caret(stored, tab, context):
    editor = text_of(tab, "Yêu cầu")
    assert editor.toPlainText().splitlines() == [
        "Thực hiện Luật Thi đua, khen thưởng.", "MỤC ĐÍCH, YÊU CẦU", "Mục đích", "- Thi đua sôi nổi trong toàn xã.",
        "Yêu cầu", "- Thiết thực, hiệu quả.", "CHỈ TIÊU", "Thu nhập bình quân 60 triệu đồng.",
        "TỔ CHỨC THỰC HIỆN", "Trên đây là kế hoạch./.",
    ]  # fmt: skip
    type_text(editor, "Rõ việc. ")
    tab.editor.flush()
    assert section_body(context, stored, "Yêu cầu")[0].text == "Rõ việc. - Thiết thực, hiệu quả."
    for _ in range(3):
        editor.moveCursor(QTextCursor.MoveOperation.NextBlock)
    assert tab.editor.tree.current() == Key("section", section(tab, "TỔ CHỨC THỰC HIỆN").id)
    editor.moveCursor(QTextCursor.MoveOperation.End)
    assert tab.editor.tree.current() == CLOSING


def test_showing_every_part_stores_nothing(stored, tab, context):
    before = history.undo_text(context.workspace)
    for node in (GENERAL, PREAMBLE, CLOSING, *(Key("section", s.id) for s in tab.editor.plan.all_sections())):
        assert tab.editor.tree.choose(node)
    for kind in ("plan_targets", "plan_phases", "plan_recipients"):
        assert tab.editor.tree.choose(list_key(kind))
    assert history.undo_text(context.workspace) == before


def test_going_to_another_part_stores_what_was_typed_and_undo_brings_it_back(stored, tab, context):
    type_text(text_of(tab, "Yêu cầu"), "A")
    choose(tab, "Mục đích")
    assert section_body(context, stored, "Yêu cầu") == (plain("A- Thiết thực, hiệu quả."),)
    context.bus.publish(history.undo(context.workspace))
    assert section_body(context, stored, "Yêu cầu") == (plain("Thiết thực, hiệu quả.", "-"),)
    assert "A- Thiết thực" not in tab.editor.section.editor.toPlainText()


@pytest.mark.parametrize(
    ("heading", "key", "after"),
    [
        ("Yêu cầu", Qt.Key.Key_Up, ["I. MỤC ĐÍCH, YÊU CẦU", "1. Yêu cầu", "2. Mục đích", "II. CHỈ TIÊU", "III. TỔ CHỨC THỰC HIỆN"]),
        ("CHỈ TIÊU", Qt.Key.Key_Down, ["I. MỤC ĐÍCH, YÊU CẦU", "1. Mục đích", "2. Yêu cầu", "II. TỔ CHỨC THỰC HIỆN", "III. CHỈ TIÊU"]),
        ("CHỈ TIÊU", Qt.Key.Key_Right, ["I. MỤC ĐÍCH, YÊU CẦU", "1. Mục đích", "2. Yêu cầu", "3. CHỈ TIÊU", "II. TỔ CHỨC THỰC HIỆN"]),
        ("Yêu cầu", Qt.Key.Key_Left, ["I. MỤC ĐÍCH, YÊU CẦU", "1. Mục đích", "II. Yêu cầu", "III. CHỈ TIÊU", "IV. TỔ CHỨC THỰC HIỆN"]),
        ("Mục đích", Qt.Key.Key_Up, ["I. MỤC ĐÍCH, YÊU CẦU", "1. Mục đích", "2. Yêu cầu", "II. CHỈ TIÊU", "III. TỔ CHỨC THỰC HIỆN"]),
    ],
)  # fmt: skip
def test_moving_by_keyboard_renumbers_and_keeps_the_choice(stored, tab, heading, key, after):
    choose(tab, heading)
    tab.editor.tree.setFocus()
    press_key(tab.editor.tree, key, modifiers=Qt.KeyboardModifier.AltModifier)
    assert outline(tab) == after
    assert tab.editor.tree.current() == Key("section", section(tab, heading).id)


def test_a_section_is_added_below_named_and_taken_back(stored, tab, context):
    choose(tab, "TỔ CHỨC THỰC HIỆN")
    tab.editor.tree.setFocus()
    both = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    press_key(tab.editor.tree, Qt.Key.Key_Return, modifiers=both)
    assert outline(tab)[-1] == "1. Mục mới"
    assert tab.editor.section.editor.hasFocus()
    assert tab.editor.section.editor.textCursor().selectedText() == "Mục mới"
    type_text(tab.editor.section.editor, "Văn phòng")
    tab.editor.flush()
    assert outline(tab)[-1] == "1. Văn phòng"
    context.bus.publish(history.undo(context.workspace))
    context.bus.publish(history.undo(context.workspace))
    assert outline(tab)[-1] == "III. TỔ CHỨC THỰC HIỆN"


def test_a_removed_section_comes_back_from_the_notice(stored, tab, ask):
    choose(tab, "MỤC ĐÍCH, YÊU CẦU")
    press_key(tab.editor.tree, Qt.Key.Key_Delete)
    assert outline(tab) == ["I. CHỈ TIÊU", "II. TỔ CHỨC THỰC HIỆN"]
    notice = ask.notices[-1]
    assert notice.text == "Đã xóa mục I. cùng 2 mục con."
    notice.acts[0][1]()
    assert outline(tab)[:3] == ["I. MỤC ĐÍCH, YÊU CẦU", "1. Mục đích", "2. Yêu cầu"]


def test_a_field_of_the_head_is_stored_and_a_bad_one_says_why(stored, tab, context):
    number, day = tab.editor.general.fields["number"], tab.editor.general.fields["day"]
    for field, text in ((number, "07"), (day, "31")):
        field.setFocus()
        type_text(field, text)
        field.autosave.flush()
    assert plans.plan(context.workspace, stored).number == 7
    assert plans.plan(context.workspace, stored).date.day is None
    assert "31/2" in tab.editor.general._said_at["day"].problem()
    assert day.text() == "31"


def test_a_fault_while_storing_keeps_the_text_and_the_next_edit_stores_it(stored, tab, context, ask, monkeypatch):
    from thidua_desktop.domain.errors import KnownError

    body = text_of(tab, "Yêu cầu")

    def full(*_a, **_k):
        raise KnownError("Đĩa đầy.", "Hãy xóa bớt tệp.")

    with monkeypatch.context() as patched:
        patched.setattr(plan_text, "set_plan_lines", full)
        type_text(body, "X")
        body.autosave.flush()
    assert "Đĩa đầy. Hãy xóa bớt tệp. Chữ vừa gõ vẫn còn trên màn hình." in ask.notices[-1].text
    type_text(body, "Y")
    body.autosave.flush()
    assert section_body(context, stored, "Yêu cầu")[0].text.startswith("XY")


def test_lists_are_edited_beside_the_text(stored, tab, context):
    tab.editor.tree.choose(list_key("plan_targets"))
    view = tab.editor.middle.currentWidget()
    assert view.model.text(0, 0) == "Thu nhập bình quân"
    view.model.setData(view.model.index(0, 1), "≥ 65 triệu đồng")
    value = plans.plan(context.workspace, stored).targets[0].values[0]
    assert (value.value, value.comparator) == (65, ">=")


def test_the_same_button_puts_the_pages_away_again(qtbot, stored, tab):
    before = tab.editor.middle.currentWidget()
    tab.act_preview.trigger()
    qtbot.waitUntil(lambda: tab.editor.preview.page_count() == 1, timeout=10_000)
    tab.act_preview.trigger()
    assert not tab.editor.previewing and tab.editor.middle.currentWidget() is before


def test_preview_shows_the_pages_of_the_paper_and_choosing_a_part_leaves_it(qtbot, stored, tab):
    tab.act_preview.trigger()
    qtbot.waitUntil(lambda: tab.editor.preview.page_count() == 1, timeout=10_000)
    assert tab.editor.previewing
    choose(tab, "Mục đích")
    assert not tab.editor.previewing
    assert not tab.act_preview.isChecked()


@pytest.mark.parametrize("ending", ["docx", "pdf"])
def test_the_plan_is_written_where_the_clerk_says(qtbot, stored, tab, ask, tmp_path, ending):
    path = tmp_path / f"Kế hoạch.{ending}"
    ask.answers.append(path)
    tab.outgoing.export(ending)
    assert ask.said[-1].explain == f"Kế hoạch phát động phong trào thi đua năm 2026 - xã Ví Dụ.{ending}"
    qtbot.waitUntil(lambda: bool(ask.notices), timeout=20_000)
    assert ask.notices[-1].text == f"Đã xuất Kế hoạch.{ending}."
    assert path.read_bytes()[:4] in (b"PK\x03\x04", b"%PDF")


def test_targets_leave_as_a_sheet(qtbot, stored, tab, ask, tmp_path):
    path = tmp_path / "chi-tieu.xlsx"
    ask.answers.append(path)
    tab.outgoing.export_targets("xlsx")
    qtbot.waitUntil(lambda: bool(ask.notices), timeout=20_000)
    assert path.stat().st_size > 1000


def test_several_plans_of_a_year_can_be_chosen(stored, tab, context):
    changes, other = plans.store_plan(context.workspace, Plan(2026, title="Đợt cao điểm"), None)
    context.bus.publish(changes)
    assert tab.chooser.isVisible()
    assert tab.editor.plan.id == stored
    tab._on_plan_chosen(tab.chooser.findData(other))
    assert tab.editor.plan.title == "Đợt cao điểm"


def test_a_removed_plan_gives_way_and_comes_back(stored, tab, ask):
    tab.remove_plan()
    assert tab.stack.currentWidget() is tab.empty
    ask.notices[-1].acts[0][1]()
    assert tab.editor.plan.id == stored


def test_the_original_file_is_shown_and_copied(qtbot, tab, context, ask, tmp_path):
    changes, _ = plans.store_plan(context.workspace, PLAN, SourceFile("kế hoạch cũ.docx", b"PK".ljust(3000)))
    context.bus.publish(changes)
    assert tab.editor.tree.choose(SOURCE)
    assert tab.editor.source._name.text() == "kế hoạch cũ.docx"
    ask.answers.append(tmp_path / "bản sao.docx")
    tab.editor.source.save_copy()
    qtbot.waitUntil(lambda: bool(ask.notices), timeout=5000)
    assert (tmp_path / "bản sao.docx").read_bytes().startswith(b"PK")


def test_another_year_shows_its_own_plans(stored, tab):
    tab.set_year(2027)
    assert tab.stack.currentWidget() is tab.empty
    tab.set_year(2026)
    assert tab.editor.plan.id == stored


def test_the_history_of_what_is_in_view_stands_at_the_side(stored, tab):
    tab.editor.side.tabs.setCurrentIndex(1)
    type_text(text_of(tab, "Yêu cầu"), "Mới: ")
    tab.editor.flush()
    lines = tab.editor.side.history.texts()
    assert any("Sửa nội dung mục 2. “Yêu cầu”" in line for line in lines)
    assert any("Thiết thực, hiệu quả." in line and "Mới: " in line for line in lines)
    tab.editor.tree.choose(GENERAL)
    assert not any("Yêu cầu" in line for line in tab.editor.side.history.texts())


def test_lists_are_read_again_when_the_tab_comes_back(stored, tab, context):
    tab.editor.tree.choose(list_key("plan_recipients"))
    view = tab.editor.lists["plan_recipients"]
    registers.set_cell(context.workspace, "plan_recipients", view.model.row_id(0), "name", "Huyện Mẫu")
    tab.reload(None)
    assert view.model.text(0, 0) == "Huyện Mẫu"


def test_a_plan_moved_to_another_year_is_followed_there_and_back(stored, tab, context):
    shown = []
    context.show_year = lambda year: (shown.append(year), tab.set_year(year))
    year = tab.editor.general.fields["year"]
    year.selectAll()
    type_text(year, "2027")
    year.autosave.flush()
    assert (shown, tab.editor.plan.id) == ([2027], stored)
    context.bus.publish(history.undo(context.workspace))
    assert (shown, tab.editor.plan.id) == ([2027, 2026], stored)


def test_the_caret_is_in_sight_while_a_long_part_is_typed(qtbot, stored, tab):
    body = text_of(tab, "Mục đích")
    for number in range(60):
        press_key(body, Qt.Key.Key_Return)
        type_text(body, f"Dòng {number}")
    qtbot.waitUntil(lambda: body.viewport().rect().contains(body.cursorRect().bottomLeft()))
    body.moveCursor(QTextCursor.MoveOperation.Start)
    qtbot.waitUntil(lambda: body.viewport().rect().contains(body.cursorRect().topLeft()))


def test_a_page_has_one_primary_act(stored, tab):
    for kind in ("plan_targets", "plan_tasks"):
        tab.editor.tree.choose(list_key(kind))
        seen = [one for one in tab.findChildren(QPushButton) if one.isVisible()]
        assert [one.text() for one in seen if one.property("kind") == "primary"] == ["Xuất Word"]


def test_the_menu_of_a_section_says_what_can_be_done_and_by_which_keys(stored, tab):
    choose(tab, "CHỈ TIÊU")
    menu = tab.editor.tree.act_menu()
    acts = {act.text().split("\t")[0]: act for act in menu.actions()}
    assert {"Thêm mục con", "Đổi tên", "Chuyển lên", "Xóa mục"} <= set(acts)
    acts["Chuyển lên"].trigger()
    menu.deleteLater()
    assert outline(tab)[0] == "I. CHỈ TIÊU"


def test_a_click_on_a_heading_chooses_no_column_to_be_emptied(qtbot, stored, tab):
    tab.editor.tree.choose(list_key("plan_recipients"))
    table = tab.editor.middle.currentWidget().table
    table.setCurrentIndex(table.model().index(0, 0))
    header = table.horizontalHeader()
    qtbot.mouseClick(
        header.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(header.sectionViewportPosition(1) + 20, 10)
    )
    assert len(table.selectedIndexes()) <= 1


@pytest.mark.parametrize(
    ("key", "held", "after"),
    [
        (Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.ShiftModifier,
         ["I. CHỈ TIÊU", "II. TỔ CHỨC THỰC HIỆN", "III. MỤC ĐÍCH, YÊU CẦU", "1. Mục đích", "2. Yêu cầu"]),
        (Qt.Key.Key_Tab, Qt.KeyboardModifier.NoModifier,
         ["I. MỤC ĐÍCH, YÊU CẦU", "1. Mục đích", "2. Yêu cầu", "3. CHỈ TIÊU", "4. TỔ CHỨC THỰC HIỆN"]),
        (Qt.Key.Key_Delete, Qt.KeyboardModifier.NoModifier, ["I. MỤC ĐÍCH, YÊU CẦU", "1. Mục đích", "2. Yêu cầu"]),
    ],
)  # fmt: skip
def test_several_sections_are_chosen_and_acted_on_as_one(stored, tab, context, key, held, after):
    before = outline(tab)
    tree = tab.editor.tree
    tree.setFocus()
    tree.choose_all([section(tab, "CHỈ TIÊU").id, section(tab, "TỔ CHỨC THỰC HIỆN").id])
    press_key(tree, key, modifiers=held)
    assert outline(tab) == after
    if key != Qt.Key.Key_Delete:
        assert [by_id(tab, number).heading for number in tree.sections()] == [
            "CHỈ TIÊU", "TỔ CHỨC THỰC HIỆN",
        ]  # fmt: skip
    context.bus.publish(history.undo(context.workspace))
    assert outline(tab) == before


def by_id(tab, number):
    return next(one for one in tab.editor.plan.all_sections() if one.id == number)


def test_enter_in_the_outline_adds_a_section_after_the_chosen_one(stored, tab):
    choose(tab, "Mục đích")
    tab.editor.tree.setFocus()
    press_key(tab.editor.tree, Qt.Key.Key_Return)
    assert outline(tab)[:4] == ["I. MỤC ĐÍCH, YÊU CẦU", "1. Mục đích", "2. Mục mới", "3. Yêu cầu"]
    press_key(tab.editor.tree, Qt.Key.Key_Backtab, modifiers=Qt.KeyboardModifier.ShiftModifier)
    assert "II. Mục mới" in outline(tab)


def test_phrases_of_another_offices_plan_are_taken_when_asked(stored, tab, context, ask):
    other = Plan(2026, title="Của xã bạn", issuer="Ủy ban nhân dân xã Láng Giềng", closing=(
        plain("Đề nghị các đơn vị nghiêm túc thực hiện."),))  # fmt: skip
    changes, plan_id = plans.store_plan(context.workspace, other, None)
    context.bus.publish(changes)
    tab._show_plan(plan_id)
    tab.editor.acts.learn_phrases()
    assert ask.notices[-1].text == "Đã lấy 1 câu mẫu; xem và sửa ở Danh mục."
    tab.editor.acts.learn_phrases()
    assert "đều đã có" in ask.notices[-1].text
