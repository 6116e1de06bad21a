"""Organisations are taken from the plan, from the directory or by a new name; the papers leave from the menus."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from tests.ui.typing import press_key, type_text
from thidua_desktop.domain.errors import KnownError
from thidua_desktop.services import history
from thidua_desktop.services.plan import plans
from thidua_desktop.services.registers import registers
from thidua_desktop.services.registration import registrations
from thidua_desktop.ui import printing
from thidua_desktop.ui.tabs.commitments.candidates_dialog import KIND, NAME, STANDS
from thidua_desktop.ui.tabs.commitments.tab import BY_TARGET, SUMMARY


def listed(context):
    return [one.name for one in registrations.standing(context.workspace, 2026) if one.registration_id]


@pytest.fixture
def candidates(context, plan_id, make_tab):
    tab = make_tab()
    tab.empty._button.click()
    return tab


def test_organisations_of_the_plan_are_proposed_with_what_they_bring(candidates):
    model = candidates.bringing_in.dialog.model
    texts = [[model.text(row, column) for column in range(5)] for row in range(model.rowCount())]
    assert texts == [
        ["Hội Nông dân xã", "Tổ chức chính trị - xã hội", "mới", "cam kết", "2 cam kết"],
        ["Hội Phụ nữ xã", "Tổ chức chính trị - xã hội", "mới", "cam kết", "1 cam kết"],
        ["Đoàn Thanh niên xã", "Tổ chức chính trị - xã hội", "mới", "cam kết", "1 cam kết"],
        ["Phòng Kinh tế", "Phòng, ban chuyên môn", "mới", "chỉ tiêu", ""],
        ["Trường Tiểu học Ví Dụ", "Trường học", "mới", "việc", ""],
    ]
    assert [model.is_ticked(row) for row in range(5)] == [True, True, True, False, False]
    assert candidates.bringing_in.dialog.take_button.text() == "Lấy 3 đơn vị"


def test_taking_them_is_one_act_that_the_notice_takes_back(candidates, context, ask):
    before = history.undo_text(context.workspace)
    candidates.bringing_in.dialog.accept()
    assert listed(context) == ["Hội Nông dân xã", "Hội Phụ nữ xã", "Đoàn Thanh niên xã"]
    assert ask.notices[-1].text == "Đã lấy 3 đơn vị từ kế hoạch, gắn 4 cam kết."
    assert candidates.stack.currentWidget() is candidates.organisations
    ask.notices[-1].acts[0][1]()
    assert registers.count(context.workspace, "organisations") == 0
    assert history.undo_text(context.workspace) == before
    assert candidates.stack.currentWidget() is candidates.empty


def test_ticks_by_space_and_names_typed_in_place(candidates, context):
    dialog = candidates.bringing_in.dialog
    dialog.table.selectRow(4)
    press_key(dialog.table, Qt.Key.Key_Space)
    assert dialog.model.is_ticked(4)
    press_key(dialog.table, Qt.Key.Key_Space)
    assert not dialog.model.is_ticked(4)
    dialog.model.setData(dialog.model.index(4, NAME), Qt.CheckState.Checked, Qt.ItemDataRole.CheckStateRole)
    dialog.model.setData(dialog.model.index(4, NAME), "Trường Tiểu học xã Ví Dụ")
    dialog.model.setData(dialog.model.index(4, KIND), "Đơn vị sự nghiệp")
    dialog.model.setData(dialog.model.index(4, NAME), "  ")
    dialog.accept()
    assert "Trường Tiểu học xã Ví Dụ" in listed(context)
    kind = registers.register("organisations").keys.index("kind")
    kinds = [row.cells[kind] for row in registers.page(context.workspace, "organisations", limit=-1)]
    assert "Đơn vị sự nghiệp" in kinds


def test_a_name_being_typed_counts_when_the_dialog_is_agreed_to(candidates, context):
    dialog = candidates.bringing_in.dialog
    dialog.table.setFocus()
    dialog.table.go_to(0, NAME, edit=True)
    type_text(dialog.table.focusWidget(), "Hội Nông dân xã Ví Dụ")
    dialog.accept()
    assert listed(context)[0] == "Hội Nông dân xã Ví Dụ"


def test_all_or_none_are_ticked_and_none_cannot_be_taken(candidates):
    dialog = candidates.bringing_in.dialog
    dialog.model.tick(range(5), False)
    assert not dialog.take_button.isEnabled()
    dialog.model.tick(range(5), True)
    assert dialog.take_button.text() == "Lấy 5 đơn vị"
    dialog.reject()
    assert candidates.bringing_in.dialog is None


def test_an_organisation_of_the_directory_is_recognised_and_keeps_its_name(context, plan_id, make_tab):
    registers.add_row(context.workspace, "organisations", {"name": "Hội Nông dân xã"})
    tab = make_tab()
    tab.bringing_in.take_from_plan()
    model = tab.bringing_in.dialog.model
    assert model.text(0, STANDS) == "Hội Nông dân xã"
    assert not model.index(0, NAME).flags() & Qt.ItemFlag.ItemIsEditable


def test_a_name_that_is_there_already_is_refused_and_nothing_is_taken(candidates, context, ask):
    registers.add_row(context.workspace, "organisations", {"name": "Thôn Mẫu", "must_register": "không"})
    dialog = candidates.bringing_in.dialog
    dialog.model.setData(dialog.model.index(0, NAME), "Thôn Mẫu")
    dialog.accept()
    assert "Thôn Mẫu" in ask.texts[-1]
    assert listed(context) == []


def test_a_plan_that_names_nobody_says_so(context, make_tab, ask):
    context.bus.publish(plans.store_plan(context.workspace, plans.blank_plan(context.workspace, 2026), None)[0])
    tab = make_tab()
    tab.bringing_in.take_from_plan()
    assert ask.texts == ["Kế hoạch này chưa nêu tên đơn vị nào."]
    assert tab.bringing_in.dialog is None


def test_of_several_plans_the_clerk_says_which(context, plan_id, make_tab, ask):
    blank = plans.blank_plan(context.workspace, 2026)
    context.bus.publish(plans.store_plan(context.workspace, blank, None)[0])
    tab = make_tab()
    ask.answers = [None, 0]
    tab.bringing_in.take_from_plan()
    assert ask.texts == ["Lấy đơn vị từ kế hoạch nào?"]
    assert tab.bringing_in.dialog is None
    tab.bringing_in.take_from_plan()
    assert tab.bringing_in.dialog.model.rowCount() == 5


def test_organisations_of_the_directory_and_a_new_one_are_added_as_one_act(tab, context, ask):
    for name in ("Thôn Mẫu", "Thôn Ví Dụ"):
        registers.add_row(context.workspace, "organisations", {"name": name, "must_register": "không"})
    tab.act_add.trigger()
    dialog = tab.bringing_in.dialog
    assert [dialog.model.text(row, 0) for row in range(dialog.model.rowCount())] == ["Thôn Mẫu", "Thôn Ví Dụ"]
    dialog.model.search("vi du")
    dialog.table.selectRow(0)
    press_key(dialog.table, Qt.Key.Key_Space)
    type_text(dialog.name, "Trạm Y tế xã")
    dialog.kind.setCurrentText("Trạm y tế")
    assert dialog.add_button.text() == "Thêm 2 đơn vị"
    before = history.undo_text(context.workspace)
    dialog.accept()
    assert {"Thôn Ví Dụ", "Trạm Y tế xã"} <= set(listed(context))
    assert tab.organisations.chosen.name == "Trạm Y tế xã", "the new one is opened"
    assert ask.notices[-1].text == "Đã thêm 2 đơn vị vào danh sách năm 2026."
    ask.notices[-1].acts[0][1]()
    assert history.undo_text(context.workspace) == before


def test_the_kind_is_proposed_by_the_name_until_it_is_chosen(tab):
    tab.act_add.trigger()
    dialog = tab.bringing_in.dialog
    type_text(dialog.name, "Thôn Làng Mẫu")
    assert dialog.kind.currentText() == "Thôn, tổ dân phố"
    dialog.name.setText("Nhóm của chúng ta")
    assert dialog.kind.currentText() == ""
    dialog.kind.setCurrentText("Doanh nghiệp")
    dialog.kind.activated.emit(dialog.kind.currentIndex())
    dialog.name.setText("Trạm Y tế xã")
    assert dialog.kind.currentText() == "Doanh nghiệp"
    dialog.reject()


def test_a_new_name_that_the_directory_has_is_told_before_it_is_added(tab, context):
    registers.add_row(context.workspace, "organisations", {"name": "Thôn Mẫu", "must_register": "không"})
    tab.act_add.trigger()
    type_text(tab.bringing_in.dialog.name, "thôn mẫu")
    assert "đã có trong Danh mục" in tab.bringing_in.dialog.name_field.problem()
    assert not tab.bringing_in.dialog.add_button.isEnabled()


def test_with_all_of_the_directory_in_the_year_a_new_one_is_asked_for(tab):
    tab.act_add.trigger()
    dialog = tab.bringing_in.dialog
    assert not dialog.table.isVisible() and not dialog.add_button.isEnabled()
    type_text(dialog.name, tab.organisations.standings[0].name.upper())
    assert "đã có trong danh sách năm" in dialog.name_field.problem() and not dialog.add_button.isEnabled()


# Papers


def test_ctrl_p_and_ctrl_e_are_about_what_is_in_view(tab, ask, qtbot, monkeypatch):
    printed = []
    monkeypatch.setattr(printing, "print_pdf", lambda ask, tasks, pdf, name, parent: printed.append(name))
    tab.print_here()
    qtbot.waitUntil(lambda: len(printed) == 1, timeout=30_000)
    tab.switch.setCurrentIndex(SUMMARY)
    tab.print_here()
    qtbot.waitUntil(lambda: len(printed) == 2, timeout=30_000)
    ask.answers = [None]
    tab.act_export.trigger()
    assert ask.said[-1].explain.startswith("Bảng tổng hợp đăng ký")
    tab.switch.setCurrentIndex(BY_TARGET)
    tab.print_here()
    qtbot.waitUntil(lambda: len(printed) == 3, timeout=30_000)
    assert printed == [
        "Bản đăng ký thi đua Hội Nông dân xã 2026 - xã Ví Dụ",
        "Bảng tổng hợp đăng ký thi đua 2026 - xã Ví Dụ",
        "Bảng chỉ tiêu thi đua 2026 - xã Ví Dụ",
    ]


def test_the_preview_follows_the_chosen_organisation_and_what_is_typed(tab, context, qtbot):
    panel = tab.organisations.panel
    tab.act_preview.trigger()
    qtbot.waitUntil(lambda: panel.preview.page_count() > 0, timeout=30_000)
    first = panel.preview.pdf
    tab.organisations.list.list.choose(tab.organisations.standings[1].organisation_id)
    qtbot.waitUntil(lambda: panel.preview.pdf not in (b"", first), timeout=30_000)
    second = panel.preview.pdf
    view = tab.organisations.page.commitments
    view.model.setData(view.model.index(0, 0), "Xóa 3 nhà tạm của hội viên nghèo")
    qtbot.waitUntil(lambda: panel.preview.pdf != second, timeout=30_000)
    panel.tabs.setCurrentIndex(0)
    assert not tab.act_preview.isChecked()
    tab.act_preview.trigger()
    tab.act_preview.trigger()
    assert not panel.previews


def test_each_view_previews_its_own_paper(tab, qtbot):
    tab.switch.setCurrentIndex(SUMMARY)
    assert not tab.act_preview.isChecked()
    tab.act_preview.trigger()
    qtbot.waitUntil(lambda: tab.summary.panel.preview.page_count() > 0, timeout=30_000)
    tab.switch.setCurrentIndex(BY_TARGET)
    assert not tab.act_preview.isChecked()
    tab.switch.setCurrentIndex(SUMMARY)
    assert tab.act_preview.isChecked()


def test_a_preview_that_cannot_be_set_says_why_in_its_place(tab, monkeypatch, qtbot):
    def broken(*_, **__):
        raise KnownError("Biểu mẫu bị hỏng ở dòng 3.", "Hãy lấy lại biểu mẫu gốc.")

    monkeypatch.setattr("thidua_desktop.services.registration.registration_papers.registration_form", broken)
    tab.act_preview.trigger()
    assert tab.organisations.panel.preview._empty._title.text() == "Biểu mẫu bị hỏng ở dòng 3."
