"""The tab Danh mục: its pages, the office form, how acts cited stand, the bin."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtWidgets import QComboBox

from tests.ui.register_file import OFFICE
from tests.ui.typing import type_text
from thidua_desktop.services import history
from thidua_desktop.services.office import offices
from thidua_desktop.services.registers import registers
from thidua_desktop.ui.tabs.directory import BinDialog, DirectoryTab
from thidua_desktop.ui.tabs.directory.standing import standing
from thidua_desktop.ui.theme import State


@pytest.fixture
def tab(qtbot, context):
    made = DirectoryTab(context)
    qtbot.addWidget(made)
    context.bus.changed.connect(made.reload)
    made.resize(1366, 650)
    made.show()
    qtbot.waitExposed(made)
    return made


def field(tab, key):
    return tab.page.fields[key].widget


def stored(context):
    return offices.office(context.workspace)


def test_filling_the_form_is_not_typing(qtbot, context, tab):
    before = history.undo_text(context.workspace)
    tab.page.reload(None)
    tab.show_page("people")
    tab.show_page("office")
    qtbot.wait(700)
    assert history.undo_text(context.workspace) == before
    assert [field(tab, key).text() for key in ("name", "province")] == ["xã Ví Dụ", "tỉnh Ví Dụ"]
    assert tab.page.kind.currentText() == "xã"


def test_typing_is_stored_within_a_second_and_one_visit_is_one_act(qtbot, context, tab):
    place = field(tab, "place_name")
    place.setFocus()
    type_text(place, " Một")
    qtbot.waitUntil(lambda: stored(context).place_name == "Ví Dụ Một", timeout=1000)
    type_text(place, " Hai")
    qtbot.waitUntil(lambda: stored(context).place_name == "Ví Dụ Một Hai", timeout=1000)
    assert place.text() == "Ví Dụ Một Hai"
    context.bus.publish(history.undo(context.workspace))
    assert stored(context) == replace(OFFICE, id=1)
    assert place.text() == "Ví Dụ"


def test_two_visits_are_two_acts(qtbot, context, tab):
    for letters, other in ((" Một", "name"), (" Hai", "province")):
        field(tab, "place_name").setFocus()
        type_text(field(tab, "place_name"), letters)
        field(tab, other).setFocus()
    assert stored(context).place_name == "Ví Dụ Một Hai"
    context.bus.publish(history.undo(context.workspace))
    assert stored(context).place_name == "Ví Dụ Một"


def test_a_space_at_the_end_stays_while_it_is_typed(qtbot, context, tab):
    place = field(tab, "place_name")
    place.setFocus()
    type_text(place, " Một ")
    qtbot.waitUntil(lambda: stored(context).place_name == "Ví Dụ Một", timeout=1000)
    assert place.text() == "Ví Dụ Một "


def test_an_empty_name_is_not_stored_and_other_fields_still_are(qtbot, context, tab):
    name = field(tab, "name")
    name.setFocus()
    name.selectAll()
    name.clear()
    name.textEdited.emit("")
    field(tab, "province").setFocus()
    assert stored(context).name == "xã Ví Dụ"
    assert "Chưa có tên cơ quan" in tab.page.fields["name"].problem()
    type_text(field(tab, "province"), " Mới")
    tab.page.flush()
    assert stored(context).province == "tỉnh Ví Dụ Mới"
    assert name.text() == ""


def test_the_kind_is_chosen(qtbot, context, tab):
    kind = field(tab, "kind")
    assert isinstance(kind, QComboBox)
    kind.setCurrentText("phường")
    kind.textActivated.emit("phường")
    assert stored(context).kind == "phường"


def test_a_page_out_of_sight_reads_again_when_it_comes_back(qtbot, context, tab):
    tab.show_page("people")
    tab.show_page("signers")
    changes, _ = registers.add_row(context.workspace, "people", {"full_name": "Nguyễn Văn Mẫu"})
    context.bus.publish(changes)
    assert tab.pages["people"].view.model.rows.count == 0
    tab.show_page("people")
    assert tab.page.view.model.rows.count == 1


def test_another_year_reads_again_what_changed_out_of_sight(context, tab):
    tab.show_page("people")
    registers.add_row(context.workspace, "people", {"full_name": "Nguyễn Văn Mẫu"})
    tab.set_year(2027)
    assert tab.page.view.model.rows.count == 1


def test_find_here_goes_to_the_search_of_the_page(qtbot, tab):
    tab.show_page("legal_acts")
    tab.find_here()
    assert tab.page.view.search.hasFocus()


def test_how_an_act_stands_is_said_in_words(qtbot, context, tab):
    tab.show_page("legal_acts")
    model = tab.page.view.model
    number = [column.key for column in model.columns].index("standing")
    words = {model.text(row, number) for row in range(model.rows.count)}
    assert words <= {"còn hiệu lực", "hết hiệu lực", "chưa có hiệu lực", "chưa rõ ngày"}
    assert "còn hiệu lực" in words
    marks = {model.text(row, model.register.keys.index("mark")) for row in range(model.rows.count)}
    assert marks <= {"đã đối chiếu", "chưa đối chiếu"}


@pytest.mark.parametrize(
    ("begins", "ends", "word", "state"),
    [
        ("01/01/2024", "", "còn hiệu lực", State.GOOD),
        ("01/01/2024", "05/02/2026", "còn hiệu lực", State.GOOD),
        ("01/01/2024", "04/02/2026", "hết hiệu lực", State.BAD),
        ("06/02/2026", "", "chưa có hiệu lực", State.WAIT),
        ("", "", "chưa rõ ngày", State.NEUTRAL),
    ],
)
def test_standing_today(begins, ends, word, state):
    assert standing({"valid_from": begins, "valid_to": ends}, date(2026, 2, 5)) == (word, state)


def test_the_bin_brings_back_what_was_deleted(qtbot, context, tab):
    ids = [registers.add_row(context.workspace, "people", {"full_name": f"Nguyễn Văn {n}"})[1] for n in ("An", "Bình")]
    registers.remove_rows(context.workspace, "people", ids)
    tab.show_page("people")
    dialog = BinDialog(context, tab)
    dialog.open()
    assert [record.title for record in dialog._records] == ["Nguyễn Văn Bình", "Nguyễn Văn An"]
    assert not dialog.restore_button.isEnabled()
    dialog.table.selectRow(0)
    dialog.restore()
    assert [record.title for record in dialog._records] == ["Nguyễn Văn An"]
    assert tab.page.view.model.text(0, 0) == "Nguyễn Văn Bình"
    with qtbot.waitSignal(dialog.destroyed):
        dialog.close()


def test_an_empty_bin_says_what_will_be_there(qtbot, context):
    dialog = BinDialog(context)
    qtbot.addWidget(dialog)
    dialog.show()
    assert dialog.empty.isVisible()
    assert not dialog.table.isVisible()


def test_a_find_of_the_search_leads_to_its_row(context, tab):
    names = ("Nguyễn Văn Mẫu", "Trần Thị Mẫu")
    ids = [registers.add_row(context.workspace, "people", {"full_name": name})[1] for name in names]
    tab.show_place("people", ids[1])
    assert tab.page.view.register.kind == "people"
    assert tab.page.view.chosen_id() == ids[1]
    tab.show_place("people", 999)
    assert tab.page.view.chosen_id() == ids[1]
    tab.show_place("office", 0)
    assert tab.page is tab.pages["office"]
    tab.show_place("nominations", 1)
    assert tab.page is tab.pages["office"]
