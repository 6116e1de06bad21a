"""At the side of the view by organisation: suggested targets, remark and proof, history."""

from __future__ import annotations

from tests.ui.commitments.looking import FIRST, NAME, SECOND, TARGET, choose, rows, sheet
from tests.ui.typing import type_text
from thidua_desktop.domain.errors import KnownError
from thidua_desktop.services.registers import registers
from thidua_desktop.services.registration.result_sheets import target_sheet
from thidua_desktop.ui.tabs.commitments.result_details import COUNTED


def test_a_suggested_target_is_taken_at_the_side(tab, qtbot):
    view = tab.organisations.page.commitments
    view.table.setFocus()
    view.table.go_to(1, NAME)
    details = tab.organisations.panel.details
    qtbot.waitUntil(lambda: bool(details.suggestions()))
    button = details.suggestions()[0]
    assert button.text() == "Gắn với “Trồng rừng mới”"
    button.click()
    assert rows(tab)[1][TARGET] == "Trồng rừng mới"
    qtbot.waitUntil(lambda: details.towards.text() == "Góp vào chỉ tiêu: Trồng rừng mới")


def test_a_long_target_is_suggested_by_its_first_words(tab, context, qtbot):
    long = "Trồng rừng mới trên đất trống, đồi núi trọc của các thôn trong xã"
    target = next(row for row in target_sheet(context.workspace, context.year).rows if row.name == "Trồng rừng mới")
    changes = registers.set_cell(context.workspace, "plan_targets", target.owner_id, "indicator", long)
    context.bus.publish(changes)
    view = tab.organisations.page.commitments
    view.table.setFocus()
    view.table.go_to(1, NAME)
    details = tab.organisations.panel.details
    qtbot.waitUntil(lambda: bool(details.suggestions()))
    button = details.suggestions()[0]
    assert (button.text(), button.toolTip()) == ("Gắn với “Trồng rừng mới trên…”", long)
    assert button.fontMetrics().horizontalAdvance(button.text()) <= details.width()


def test_remark_and_proof_belong_to_the_phase_the_keyboard_is_in(tab, context, qtbot):
    view = tab.organisations.page.commitments
    details = tab.organisations.panel.details
    view.table.setFocus()
    view.table.go_to(0, SECOND)
    qtbot.waitUntil(lambda: details.result.text().startswith("6 tháng cuối năm"))
    details.note.setFocus()
    type_text(details.note, "Thiếu vốn")
    details.note.autosave.flush()
    cells = sheet(context, tab.organisations.chosen.organisation_id)[0].cells
    assert (cells[0].note, cells[1].note) == ("", "Thiếu vốn")
    view.table.go_to(0, FIRST)
    qtbot.waitUntil(lambda: details.result.text().startswith("6 tháng đầu năm"))
    assert details.note.toPlainText() == ""
    view.table.go_to(0, SECOND)
    qtbot.waitUntil(lambda: details.note.toPlainText() == "Thiếu vốn")


def test_a_result_in_per_cent_is_told_without_a_gap(tab, context, qtbot):
    view = tab.organisations.page.commitments
    details = tab.organisations.panel.details
    view.table.setFocus()
    view.model.setData(view.model.index(1, NAME + 2), "95%")
    view.model.setData(view.model.index(1, FIRST), "45")
    view.table.go_to(1, FIRST)
    qtbot.waitUntil(lambda: "45%" in details.result.text())


def test_from_when_results_are_counted_is_said_with_a_smaller_figure_than_before(tab, context, qtbot):
    view = tab.organisations.page.commitments
    details = tab.organisations.panel.details
    view.table.setFocus()
    for column, typed in ((FIRST, "3"), (SECOND, "2")):
        view.model.setData(view.model.index(0, column), typed)
    view.table.go_to(0, FIRST)
    qtbot.waitUntil(lambda: details.counted.text() == COUNTED)
    view.table.go_to(0, SECOND)
    qtbot.waitUntil(lambda: details.counted.text() == f"{COUNTED} Số này nhỏ hơn đợt trước (3).")


def test_a_remark_that_cannot_be_stored_stays_in_view_until_it_can(tab, ask, qtbot, monkeypatch):
    view = tab.organisations.page.commitments
    details = tab.organisations.panel.details
    view.table.setFocus()
    view.table.go_to(0, FIRST)
    qtbot.waitUntil(lambda: details.result.text().startswith("6 tháng đầu năm"))

    def full(*_, **__):
        raise KnownError("Ổ đĩa đã đầy nên chưa lưu được.", "Hãy dọn bớt ổ đĩa.")

    with monkeypatch.context() as disk:
        disk.setattr("thidua_desktop.services.registration.results._put", full)
        type_text(details.note, "Thiếu vốn")
        view.table.go_to(1, FIRST)
        qtbot.waitUntil(lambda: bool(ask.notices))
        assert details.note.toPlainText() == "Thiếu vốn"
        ask.answers = [False]
        choose(tab, "Hội Phụ nữ xã")
        assert tab.organisations.chosen.name == "Hội Nông dân xã"
    type_text(details.note, ".")
    details.note.autosave.flush()
    assert sheet(tab.context, tab.organisations.chosen.organisation_id)[0].cells[0].note == "Thiếu vốn."


def test_the_history_of_the_chosen_commitment_is_at_the_side(tab, qtbot):
    view = tab.organisations.page.commitments
    view.model.setData(view.model.index(0, NAME), "Xóa 4 nhà tạm")
    view.table.go_to(0, NAME)
    tab.organisations.panel.tabs.setCurrentIndex(1)
    qtbot.waitUntil(lambda: any("Xóa 4 nhà tạm" in text for text in tab.organisations.panel.history.texts()))
