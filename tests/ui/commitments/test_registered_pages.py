"""What an organisation registers besides commitments, terms of a commitment, and its adjustment after it was handed in."""

from __future__ import annotations

from datetime import date

import pytest

from tests.ui.commitments.looking import NAME, PLANNED, choose
from thidua_desktop.domain.errors import KnownError
from thidua_desktop.services import history
from thidua_desktop.services.registers import registers
from thidua_desktop.services.registration import adjustments, commitment_terms, registered, registering, registrations
from thidua_desktop.ui.tabs.commitments.registering.pages import CULTURE, MOVEMENTS


@pytest.fixture
def page(tab):
    choose(tab, "Hội Nông dân xã")
    return tab.organisations.page


@pytest.fixture
def village(context, opened, make_tab):
    registrations.enter_new(context.workspace, 2026, "Thôn Mẫu", "Thôn, tổ dân phố")
    tab = make_tab()
    choose(tab, "Thôn Mẫu")
    return tab.organisations.page


def receive(page, context):
    context.bus.publish(registrations.set_received(context.workspace, page.registration.id, date(2026, 2, 3)))


def test_only_a_village_has_households(page, village):
    assert not page.registered.tabs.isTabVisible(CULTURE)
    assert village.registered.tabs.isTabVisible(CULTURE)


def test_movements_of_the_plan_are_ticked(page, context, plan_id, qtbot):
    registers.add_row(context.workspace, "plan_movements", {"name": "Chung sức xây dựng nông thôn mới"}, scope=plan_id)
    page.registered.movements.choose()
    dialog = page.registered.movements.dialog
    dialog.model.tick([0], True)
    dialog.accept()
    assert [one.name for one in registered.movements(context.workspace, page.registration.id)] == [
        "Chung sức xây dựng nông thôn mới"
    ]
    assert page.registered.tabs.tabText(MOVEMENTS) == "Phong trào (1)"


def test_an_initiative_is_told_to_be_recognised(page, context, ask):
    cells = {"name": "Tưới tiết kiệm", "author": "Nguyễn Văn Mẫu"}
    added = registers.add_row(context.workspace, "registered_initiatives", cells, scope=page.registration.id)
    context.bus.publish(added[0])
    view = page.registered.initiatives
    view.table.go_to(0)
    ask.answers.append("Quyết định số 12/QĐ-UBND")
    view.recognise()
    column = len(view.register.columns)
    assert view.model.text(0, column) == "Quyết định số 12/QĐ-UBND"
    assert registers.count(context.workspace, "initiatives", scope=1) == 1


def test_culture_figures_are_typed_and_the_list_tells_its_days(village, context, ask):
    page = village.registered.culture
    for key, text in (("households", "120"), ("registered", "114")):
        page.figures[key].setText(text)
        page.figures[key].autosave.flush()
    page.posted.setText("14/11/2026")
    page.posted.autosave.flush()
    assert registered.culture(context.workspace, village.registration.id) == registered.CultureYear(
        village.registration.id, 120, 114, None, "2026-11-14"
    )
    assert "niêm yết đến hết ngày 24/11/2026 (10 ngày, Nghị định số 86/2023/NĐ-CP" in page.told.text()
    page.figures["recognised"].setText("121")
    page.figures["recognised"].autosave.flush()
    assert "thôn có 120 hộ" in page.fields["recognised"].problem()


def test_the_figures_of_a_village_have_a_history(context, opened, make_tab):
    registrations.enter_new(context.workspace, 2026, "Thôn Mẫu", "Thôn, tổ dân phố")
    tab = make_tab()
    choose(tab, "Thôn Mẫu")
    view = tab.organisations
    view.page.registered.tabs.setCurrentIndex(CULTURE)
    view.panel.tabs.setCurrentIndex(1)
    field = view.page.registered.culture.figures["households"]
    field.setText("120")
    field.autosave.flush()
    assert view.panel.history.texts()[1] == "Sửa số hộ của Thôn Mẫu"


def test_a_list_of_households_gives_the_number_registered(village, context):
    page = village.registered.culture
    page.households.model.paste(["subject"], [["Hộ ông Lê Văn Thử"], ["Hộ bà Phạm Thị Mẫu"]])
    assert page.take_count.text() == "Danh sách có 2 hộ: lấy làm số đăng ký"
    page.take_count.click()
    assert registered.culture(context.workspace, village.registration.id).registered == 2
    assert registering.listed_households(context.workspace, village.registration.id) == 2


def test_before_it_is_handed_in_a_commitment_is_typed_over(page):
    model = page.commitments.model
    model.setData(model.index(0, PLANNED), "5 nhà")
    assert rows_of(page)[0][PLANNED] == "5 nhà" and page.adjusting.dialog is None


def test_what_was_handed_in_takes_a_reason(page, tab, context, qtbot):
    receive(page, context)
    model = page.commitments.model
    before = rows_of(page)[0]
    model.setData(model.index(0, PLANNED), "3 nhà")
    qtbot.waitUntil(lambda: page.adjusting.dialog is not None)
    dialog = page.adjusting.dialog
    assert rows_of(page)[0] == before and dialog.values.text() == "3 nhà"
    dialog.quote.setPlainText("Vận động hội viên, đoàn viên và nhân dân đóng góp ngày công, vật liệu. " * 4)
    qtbot.waitUntil(lambda: dialog.height() >= dialog.layout().totalHeightForWidth(dialog.width()))
    dialog.accept()
    assert dialog.changes is None and dialog.isVisible() and dialog.message.isVisible()
    dialog.reason.setEditText("ảnh hưởng của bão")
    dialog.accept()
    assert rows_of(page)[0][PLANNED] == "3 nhà"
    commitment_id = model.rows[0].owner_id
    assert [one.reason for one in adjustments.adjustments(context.workspace, commitment_id)] == ["ảnh hưởng của bão"]
    page.commitments.table.go_to(0)
    tab.organisations._on_commitment()
    assert "4 nhà → 3 nhà" in tab.organisations.panel.details.terms.adjusted.text()
    context.bus.publish(history.undo(context.workspace))
    assert rows_of(page)[0] == before


def test_a_block_over_what_was_handed_in_is_refused(page, context):
    receive(page, context)
    model = page.commitments.model
    before = [row[:3] for row in rows_of(page)]
    model.paste_cells(0, NAME, [["Việc khác", "", "9 nhà"]])
    assert [row[:3] for row in rows_of(page)][1:] == before[1:] and page.adjusting.dialog is None
    assert isinstance(model.error(0, PLANNED), KnownError)


def test_terms_are_chosen_and_typed_at_the_side(page, tab, context):
    page.commitments.table.go_to(0)
    tab.organisations._on_commitment()
    terms = tab.organisations.panel.details.terms
    assert terms.kind.currentText() == "theo số cam kết: số lượng"
    terms.kind.setCurrentIndex(1)
    terms.kind.activated.emit(1)
    terms.deadline.setText("30/11/2026")
    terms.deadline.autosave.flush()
    terms.proof.setPlainText("Biên bản bàn giao")
    terms.proof.autosave.flush()
    found = commitment_terms.terms(context.workspace, page.commitments.model.rows[0].owner_id)
    assert (found.kind, found.deadline, found.proof_expected) == ("quantity", "2026-11-30", "Biên bản bàn giao")


def rows_of(page):
    model = page.commitments.model
    return [[model.text(row, column) for column in range(7)] for row in range(model.rowCount())]


def test_targets_that_the_plan_gives_are_taken_with_their_share(tab, context, plan_id):
    context.bus.publish(registrations.enter_new(context.workspace, 2026, "Phòng Kinh tế"))
    choose(tab, "Phòng Kinh tế")
    page = tab.organisations.page
    assert page.owed_button.text() == "Nhận 1 chỉ tiêu phụ trách chưa cam kết"
    page.owed_button.click()
    assert [row[:3] for row in rows_of(page)][:1] == [
        ["Thu nhập bình quân đầu người", "Thu nhập bình quân đầu người", "≥ 62 triệu đồng"]
    ]
    assert not page.owed_button.isVisible()


def test_a_school_is_shown_by_its_school_year(page, tab, context):
    assert "năm học" not in page.card._note.text()
    organisation_id = tab.organisations.chosen.organisation_id
    context.bus.publish(registers.set_cell(context.workspace, "organisations", organisation_id, "by_school_year", "có"))
    assert page.card._note.text() == "năm học 2025 – 2026"
    assert "05/09/2025 – 31/05/2026" in page.card.toolTip() and "chưa đối chiếu" in page.card.toolTip()
