"""Danh mục: organisations renamed, merged, split, sorted into blocks, people with posts and doubles, in the window."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import Qt

from tests.services.members.commune import Commune, everything
from tests.ui.typing import press_key, type_text
from thidua_desktop.domain.offices import Office
from thidua_desktop.services import history
from thidua_desktop.services.members import names, posts
from thidua_desktop.services.office import offices
from thidua_desktop.services.registers import registers
from thidua_desktop.ui.tabs.directory import DirectoryTab
from thidua_desktop.ui.tabs.directory.members.merge_dialog import STAYS


@pytest.fixture
def commune(context):
    return Commune(context.workspace)


@pytest.fixture
def show(qtbot, context):
    """The tab with a page in front; made when what it shows is entered."""

    kept = []  # what nobody holds is taken away with its pages

    def made(kind):
        tab = DirectoryTab(context)
        kept.append(tab)
        qtbot.addWidget(tab)
        context.bus.changed.connect(tab.reload)
        tab.resize(1366, 700)
        tab.show()
        qtbot.waitExposed(tab)
        tab.show_page(kind)
        return tab.page

    return made


def choose(page, *names):
    """Select the first cells of the rows with these names."""
    view = page.view
    rows = {view.model.text(row, 0): row for row in range(view.model.rows.count)}
    view.table.go_to(rows[names[0]], 0)
    for name in names[1:]:
        index = view.model.index(rows[name], 0)
        view.table.selectionModel().select(index, view.table.selectionModel().SelectionFlag.Select)
    return [view.model.row_id(rows[name]) for name in names]


def cells(page, key):
    view = page.view
    place = view.register.keys.index(key)
    return [view.model.text(row, place) for row in range(view.model.rows.count)]


def standing(page):
    view = page.view
    place = [column.key for column in view.model.columns].index("standing")
    return [view.model.text(row, place) for row in range(view.model.rows.count)]


def undo(context):
    context.bus.publish(history.undo(context.workspace))


def test_the_list_is_put_in_order_by_keyboard(qtbot, context, commune, show):
    for name in ("Hội A", "Hội B", "Hội C"):
        commune.organisation(name)
    page = show("organisations")
    choose(page, "Hội C")
    press_key(page.view.table, Qt.Key.Key_Up, modifiers=Qt.KeyboardModifier.AltModifier)
    assert cells(page, "name") == ["Hội A", "Hội C", "Hội B"]
    assert cells(page, "precedence") == ["1", "2", "3"]
    undo(context)
    assert cells(page, "name") == ["Hội A", "Hội B", "Hội C"]


def test_a_new_name_from_a_day_on(qtbot, context, commune, show):
    hall = commune.organisation("Thôn Hạ")
    page = show("organisations")
    choose(page, "Thôn Hạ")
    page.rename()
    dialog = page.dialog
    assert "văn bản về ngày trước đó in “Thôn Hạ”" in dialog.preview.text()
    dialog.accept()
    assert "giống tên đang dùng" in dialog.message.findChildren(type(dialog.preview))[0].text()
    dialog.name.setText("Thôn Đông")
    dialog.day.setText("01/07/2025")
    dialog.accept()
    assert page.dialog is None
    assert cells(page, "name") == ["Thôn Đông"]
    qtbot.waitUntil(lambda: page.past.texts() == ["Thôn Hạ", "đến 30/06/2025"])
    assert context.ask.notices[-1].text == "Đã đổi tên “Thôn Hạ” thành “Thôn Đông”."
    undo(context)
    assert cells(page, "name") == ["Thôn Hạ"]
    assert names.past_of(context.workspace, hall) == ()


def test_several_become_one_with_the_people_that_were_entered_twice(qtbot, context, commune, show):
    a, b = commune.organisation("Hội A"), commune.organisation("Hội B")
    commune.person("Nguyễn Văn Mẫu", "Hội A", birth_date="01/02/1980")
    commune.person("nguyễn văn mẫu", "Hội B", birth_date="01/02/1980")
    commune.received("Hội A", date(2026, 1, 5))
    commune.received("Hội B", date(2026, 1, 6))
    before = everything(context.workspace)
    page = show("organisations")
    page.merge()
    assert context.ask.notices[-1].text.startswith("Chọn từ hai tổ chức trở lên")
    choose(page, "Hội A", "Hội B")
    page.merge()
    dialog = page.dialog
    assert dialog.tabs.tabText(0) == "Mục cùng có (1)"
    assert dialog.tabs.tabText(1) == "Người có thể trùng (1)"
    table = dialog.conflicts
    assert "nộp 05/01/2026" in table.model.text(0, 1) and "nộp 06/01/2026" in table.model.text(0, 2)
    table.model.setData(table.model.index(0, 3), "ben phai")
    assert table.model.text(0, 3) == STAYS[1]
    dialog.day.setText("32/01/2026")
    dialog.people.tick([0], True)
    dialog.day.setText("01/02/2026")
    assert dialog.people.ticked == [0] and table.model.text(0, 3) == STAYS[1]
    dialog.name.setText("Hội xã Ví Dụ")
    dialog.accept()
    assert cells(page, "name") == ["Hội xã Ví Dụ", "Hội B"]
    assert standing(page) == ["đang hoạt động", "đã gộp vào Hội xã Ví Dụ"]
    row = commune.rows("registrations", organisation_id=a)[0]
    assert row["received_on"] == "2026-01-06" and "nộp 05/01/2026" in str(row["note"])
    assert len(commune.rows("people")) == 1
    choose(page, "Hội B")
    qtbot.waitUntil(lambda: page.past.texts() == ["Đã gộp vào Hội xã Ví Dụ", "từ năm 2026"])
    undo(context)
    assert everything(context.workspace) == before
    assert b in {row["id"] for row in commune.rows("organisations")}


def test_former_communes_are_put_together_at_once(qtbot, context, commune, show):
    for name in ("Hội Nông dân xã Một", "Hội Nông dân xã Hai", "Công an xã Một", "Công an xã Hai"):
        commune.organisation(name)
    offices.set_office(context.workspace, Office("xã Ví Dụ"))
    page = show("organisations")
    page.merge_communes()
    dialog = page.dialog
    assert dialog.model.text(1, 0) == "Công an xã Ví Dụ" and not dialog.act.isEnabled()
    assert dialog.people.isHidden()
    dialog.names.setChecked(False)
    assert dialog.model.text(1, 0) == "Công an xã Một"
    dialog.names.setChecked(True)
    dialog.day.setText("01/01/2026")
    dialog.tick_all.wanted.emit(True)
    assert dialog.act.text() == "Gộp 2 nhóm"
    dialog.accept()
    assert cells(page, "name")[::2] == ["Hội Nông dân xã Ví Dụ", "Công an xã Ví Dụ"]
    assert standing(page)[1] == "đã gộp vào Hội Nông dân xã Ví Dụ"
    undo(context)
    assert standing(page)[1] == "đang hoạt động"


def test_the_merge_dialog_says_what_does_not_go(qtbot, context, commune, show):
    for name in ("Hội A", "Hội B"):
        commune.organisation(name)
    page = show("organisations")
    choose(page, "Hội A", "Hội B")
    page.merge()
    dialog = page.dialog
    dialog.day.setText("không phải ngày")
    assert not dialog.act.isEnabled() and dialog.message.isVisible()
    dialog.way.setCurrentIndex(1)
    assert dialog.act.isEnabled() and not dialog.message.isVisible()
    dialog.accept()
    assert cells(page, "name") == ["Hội A"]
    assert [row["name"] for row in commune.rows("former_names")] == ["Hội B"]


def test_one_is_split(qtbot, context, commune, show):
    commune.organisation("Thôn Hạ")
    commune.person("Nguyễn Văn Mẫu", "Thôn Hạ")
    commune.person("Lê Văn Giả", "Thôn Hạ")
    page = show("organisations")
    choose(page, "Thôn Hạ")
    page.split()
    dialog = page.dialog
    assert not dialog.act.isEnabled()
    dialog.names.setPlainText("Thôn Một\nThôn Hai")
    dialog.table.go_to(0)
    dialog.bar.choice.setCurrentText("Thôn Hai")
    dialog.bar.button.click()
    assert dialog.model.chosen == ["Thôn Hai", "ở lại"]
    dialog.names.setPlainText("Thôn Một\nThôn Bà")
    assert dialog.model.chosen == ["Thôn Bà", "ở lại"]  # a name that is mended keeps its people
    dialog.names.setPlainText("Thôn Một")
    assert dialog.model.chosen == ["ở lại", "ở lại"]
    dialog.names.setPlainText("Thôn Một\nThôn Ba\nThôn Bà")
    dialog.model.setData(dialog.model.index(0, 3), "thon ba")
    assert dialog.model.chosen == ["ở lại", "ở lại"]  # two are written so
    dialog.model.setData(dialog.model.index(0, 3), "Thôn Bà")
    dialog.names.setPlainText("Thôn Một\nThôn Ba")
    dialog.model.setData(dialog.model.index(0, 3), "thon ba")
    dialog.accept()
    assert sorted(cells(page, "name")) == ["Thôn Ba", "Thôn Hạ", "Thôn Một"]
    moved = commune.rows("people")[1]
    assert commune.name(int(moved["organisation_id"] or 0)) == "Thôn Ba"
    undo(context)
    assert cells(page, "name") == ["Thôn Hạ"]


def test_what_is_out_is_told_and_the_organisation_is_retired_instead(qtbot, context, commune, show):
    commune.organisation("Thôn Hạ")
    commune.registration("Thôn Hạ")
    page = show("organisations")
    choose(page, "Thôn Hạ")
    context.ask.answers[:] = [1]
    page.view.remove()
    assert "Còn 1 bản đăng ký đang gắn với tổ chức “Thôn Hạ”" in context.ask.said[-1].text
    assert context.ask.said[-1].options == ("Ngừng hoạt động từ năm 2026", "Ngừng hoạt động từ năm 2027")
    assert cells(page, "active_to") == ["2026"]
    assert standing(page) == ["đang hoạt động"]
    undo(context)
    assert cells(page, "active_to") == [""]


def test_blocks_of_the_year(qtbot, context, commune, show):
    for number in (1, 2, 3):
        commune.organisation(f"Thôn {number}", precedence=str(number), kind="Thôn, tổ dân phố")
    for name in ("Khối Đông", "Khối Tây"):
        registers.add_row(context.workspace, "blocks", {"name": name})
    page = show("blocks")
    page.sort_into_blocks()
    dialog = page.dialog
    assert not dialog.act.isEnabled()
    dialog.table.selectAll()
    dialog.bar.choice.setCurrentText("Khối Tây")
    dialog.bar.button.click()
    dialog.model.setData(dialog.model.index(0, 3), "khoi dong")
    assert dialog.count.text() == "Sẽ đổi khối của 3 tổ chức; 0 tổ chức chưa xếp khối."
    dialog.accept()
    members = [page.view.model.text(row, len(page.view.register.keys)) for row in range(2)]
    assert members == ["1", "2"]
    context.year = 2027
    page.sort_into_blocks()
    dialog = page.dialog
    dialog.carry.click()
    assert dialog.model.chosen == ["Khối Đông", "Khối Tây", "Khối Tây"]
    dialog.reject()


def test_another_post_from_a_day_on(qtbot, context, commune, show):
    commune.organisation("Văn phòng")
    hall = commune.organisation("Thôn Hạ")
    person = commune.person("Nguyễn Văn Mẫu", "Văn phòng", position="Văn thư", identity_number="001080000678")
    page = show("people")
    choose(page, "Nguyễn Văn Mẫu")
    qtbot.waitUntil(page.identity.isVisible)
    assert page.identity.text.text() == "Số định danh: •••• 678"
    assert cells(page, "identity_number") == ["•••• 678"]
    page.identity.button.click()
    assert page.identity.text.text() == "Số định danh: 001080000678"
    page.identity.button.click()
    assert page.identity.text.text() == "Số định danh: •••• 678"
    page.change_post()
    dialog = page.dialog
    dialog.home.setEditText("Thôn Không Có")
    dialog.accept()
    assert page.dialog is dialog
    dialog.home.setEditText("Thôn Hạ")
    dialog.position.setText("Trưởng thôn")
    dialog.day.setText("01/01/2026")
    dialog.accept()
    assert cells(page, "position") == ["Trưởng thôn"]
    qtbot.waitUntil(lambda: "Văn thư, Văn phòng" in page.past.texts())
    assert posts.homes_in_year(context.workspace.file, 2026)[person] == hall
    page.edit_posts()
    view = page.dialog.view
    assert view.model.rows.count == 1
    view.table.go_to(0, 0, edit=True)
    type_text(view.table.viewport().focusWidget() or view.table.focusWidget(), "Văn thư lưu trữ")
    press_key(view, Qt.Key.Key_Return)
    page.dialog.reject()
    assert posts.posts(context.workspace, person)[1].position == "Văn thư lưu trữ"


def test_a_doubtful_identity_number_is_kept_and_told(qtbot, context, commune, show):
    commune.person("Nguyễn Văn Mẫu")
    page = show("people")
    choose(page, "Nguyễn Văn Mẫu")
    place = page.view.register.keys.index("identity_number")
    page.view.model.setData(page.view.model.index(0, place), "12ab")
    assert cells(page, "identity_number") == ["•••• 2ab"]
    assert "Nguyễn Văn Mẫu: Số định danh có chữ khác chữ số" in context.ask.notices[-1].text
    qtbot.waitUntil(page.identity.isVisible)
    assert "có chữ khác chữ số" in page.identity.doubt.text()
    count = len(context.ask.notices)
    page.view.model.setData(page.view.model.index(0, page.view.register.keys.index("position")), "Văn thư")
    undo(context)
    assert len(context.ask.notices) == count


def test_doubles_of_people_are_ticked_or_looked_at_one_by_one(qtbot, context, commune, show):
    for _ in range(2):
        commune.person("Nguyễn Văn Hòa", birth_date="01/02/1980")
        commune.person("Lê Thị Giả", birth_date="03/04/1990")
    registers.set_cell(context.workspace, "people", 3, "position", "Văn thư")
    registers.set_cell(context.workspace, "people", 1, "position", "Công chức")
    page = show("people")
    page.find_doubles()
    dialog = page.dialog
    assert [pair.name for pair in dialog.model.pairs] == ["Nguyễn Văn Hòa", "Lê Thị Giả"]
    assert not dialog.act.isEnabled()
    dialog.pairs.table.go_to(0)
    dialog.open_pair()
    one = dialog.opened
    one.swap.setChecked(True)
    assert one.conflicts.model.text(0, 1) == "Văn thư"
    one.accept()
    assert dialog.opened is None and [pair.name for pair in dialog.model.pairs] == ["Lê Thị Giả"]
    assert cells(page, "position").count("Văn thư") == 1
    press_key(dialog.pairs.table, Qt.Key.Key_Space)
    assert dialog.act.text() == "Gộp 1 cặp"
    dialog.accept()
    assert page.view.model.rows.count == 2
    undo(context)
    undo(context)
    assert page.view.model.rows.count == 4


def test_organisations_that_may_be_one_are_looked_at_pair_by_pair(qtbot, context, commune, show):
    commune.organisation("Hội Nông dân")
    page = show("organisations")
    page.find_doubles()
    assert context.ask.notices[-1].text == "Không thấy hai tổ chức nào có thể là một."
    commune.organisation("Hội Cựu chiến binh xã Một")
    commune.organisation("Hội CCB xã Hai")
    page.reload(None)
    page.find_doubles()
    assert page.dialog.chosen.name == "Hội Cựu chiến binh xã Một"
    page.dialog.accept()
    qtbot.waitUntil(lambda: page.dialog is not None and page.dialog.windowTitle() == "Gộp tổ chức")
    assert page.dialog.way.currentText() == "Một tổ chức bị nhập nhiều lần"
    page.dialog.accept()
    assert cells(page, "name") == ["Hội Nông dân", "Hội Cựu chiến binh xã Một"]
    undo(context)
    assert page.view.model.rows.count == 3
