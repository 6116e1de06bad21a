"""Typing in a register: what is stored at once, what stays in its cell, what the table keeps when it is read again."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QItemSelectionModel, Qt
from PySide6.QtWidgets import QAbstractItemView, QTableView

from tests.ui.register_fake import FakeRegisters
from thidua_desktop.domain.changes import Changes
from thidua_desktop.ui.theme import State
from thidua_desktop.ui.widgets.register_model import NewRowRole, RegisterModel
from thidua_desktop.ui.widgets.register_rows import PAGE, RegisterRows


@pytest.fixture
def services():
    return FakeRegisters()


def people(services, *names):
    for name in names:
        services.add_row(None, "people", {"full_name": name})
    return RegisterModel(RegisterRows(services, None, "people"))


def column_of(model, key):
    return [column.key for column in model.columns].index(key)


def type_in(model, row, key, text):
    return model.setData(model.index(row, column_of(model, key)), text)


def names(model):
    return [model.text(row, 0) for row in range(model.rowCount() - 1)]


def test_a_finished_cell_is_stored_and_told_once(qtbot, services):
    model = people(services, "Nguyễn Văn Mẫu")
    with qtbot.waitSignal(model.acted) as told:
        assert type_in(model, 0, "birth_date", "5/2/1980")
    assert model.text(0, column_of(model, "birth_date")) == "05/02/1980"
    assert told.args[0].touches("people")


def test_typing_what_stands_there_is_no_act(qtbot, services):
    model = people(services, "Nguyễn Văn Mẫu")
    with qtbot.assertNotEmitted(model.acted):
        type_in(model, 0, "full_name", "Nguyễn Văn Mẫu")


def test_what_does_not_fit_stays_in_its_cell_with_the_reason(qtbot, services):
    model = people(services, "Nguyễn Văn Mẫu")
    column = column_of(model, "birth_date")
    with qtbot.waitSignal(model.refused) as refused:
        type_in(model, 0, "birth_date", "31/02/1980")
    assert refused.args[:2] == [0, column]
    index = model.index(0, column)
    assert index.data(Qt.ItemDataRole.EditRole) == "31/02/1980"
    assert index.data(Qt.ItemDataRole.DisplayRole) == "! 31/02/1980"
    assert "không phải là ngày có thật" in index.data(Qt.ItemDataRole.ToolTipRole)
    assert model.state(0, column) is State.BAD
    model.reload()
    assert model.text(0, column) == "31/02/1980", "reading again loses nothing"
    type_in(model, 0, "birth_date", "28/02/1980")
    assert model.error(0, column) is None
    assert services.rows["people"][1]["birth_date"] == "28/02/1980"


def test_what_does_not_fit_is_let_go_and_the_stored_text_is_there_again(services):
    model = people(services, "Nguyễn Văn Mẫu")
    column = column_of(model, "birth_date")
    type_in(model, 0, "birth_date", "5/2/1980")
    type_in(model, 0, "birth_date", "31/02/1980")
    assert model.let_go(0, column) and not model.let_go(0, column)
    assert model.text(0, column) == "05/02/1980" and not model.is_unstored


def test_typing_back_what_is_stored_takes_the_mark_away(qtbot, services):
    model = people(services, "Nguyễn Văn Mẫu")
    type_in(model, 0, "birth_date", "31/02/1980")
    with qtbot.assertNotEmitted(model.acted):
        type_in(model, 0, "birth_date", "")
    assert model.error(0, column_of(model, "birth_date")) is None


def test_the_empty_row_becomes_a_record_once_it_has_a_name(qtbot, services):
    model = people(services)
    assert model.rowCount() == 1
    assert model.index(0, 0).data(NewRowRole)
    type_in(model, 0, "position", "Trưởng thôn")
    assert model.rowCount() == 1
    assert model.text(0, column_of(model, "position")) == "Trưởng thôn"
    with qtbot.waitSignal(model.added):
        type_in(model, 0, "full_name", "Trần Thị Mẫu")
    assert model.rowCount() == 2
    assert services.rows["people"][1]["position"] == "Trưởng thôn"
    assert model.text(1, 0) == ""


def test_a_bad_cell_in_the_empty_row_holds_it_back_but_is_kept(qtbot, services):
    model = people(services)
    type_in(model, 0, "birth_date", "hôm qua")
    type_in(model, 0, "full_name", "Trần Thị Mẫu")
    assert services.rows["people"] == {}
    assert (model.text(0, 0), model.text(0, column_of(model, "birth_date"))) == ("Trần Thị Mẫu", "hôm qua")
    type_in(model, 0, "birth_date", "01/01/1990")
    assert services.rows["people"][1]["full_name"] == "Trần Thị Mẫu"


def test_names_stand_in_vietnamese_order_and_search_needs_no_marks(qtbot, services):
    model = people(services, "Nguyễn Văn Ý", "Trần Văn Ân", "Lê Thị Đào")
    assert names(model) == ["Trần Văn Ân", "Lê Thị Đào", "Nguyễn Văn Ý"]
    model.sort(0, Qt.SortOrder.DescendingOrder)
    assert names(model)[0] == "Nguyễn Văn Ý"
    model.set_search("dao")
    assert names(model) == ["Lê Thị Đào"]


@pytest.fixture
def table(qtbot, services):
    model = people(services, *(f"Nguyễn Văn M{number:03}" for number in range(300)))
    view = QTableView()
    qtbot.addWidget(view)
    view.resize(600, 300)
    view.setModel(model)
    view.show()
    return view


def test_only_the_pages_looked_at_are_fetched(qtbot, services):
    for number in range(5000):
        services.rows["people"][number + 1] = {"full_name": f"Nguyễn Văn M{number:04}"}
    model = people(services)
    services.pages_read = 0
    assert model.rowCount() == 5001
    model.text(0, 0), model.text(PAGE - 1, 0), model.text(4999, 0)
    assert services.pages_read == 2


def test_reading_again_keeps_selection_scroll_and_an_open_editor(qtbot, services, table):
    model = table.model()
    table.setCurrentIndex(model.index(250, 1))
    table.scrollTo(model.index(250, 1), QAbstractItemView.ScrollHint.PositionAtCenter)
    table.edit(model.index(250, 0))
    editor = table.indexWidget(model.index(250, 0))
    top = table.verticalScrollBar().value()
    services.add_row(None, "people", {"full_name": "Nguyễn Văn M299a"})
    services.remove_rows(None, "people", [300])
    services.add_row(None, "people", {"full_name": "Nguyễn Văn M299b"})
    model.reload(Changes(frozenset({"people"})))
    assert table.currentIndex().row() == 250
    assert table.verticalScrollBar().value() == top
    assert editor.isVisible()
    assert table.indexWidget(model.index(250, 0)) is editor
    assert model.rowCount() == 302


def test_the_selection_goes_with_its_record(qtbot, services, table):
    model = table.model()
    table.selectionModel().setCurrentIndex(model.index(100, 0), QItemSelectionModel.SelectionFlag.ClearAndSelect)
    services.rows["people"][101]["full_name"] = "Nguyễn Văn M290x"
    model.reload()
    assert table.currentIndex().row() == 290
    assert [index.row() for index in table.selectedIndexes()] == [290]


def test_a_change_elsewhere_reads_nothing(qtbot, services, table):
    services.pages_read = 0
    table.model().reload(Changes(frozenset({"plans"})))
    assert services.pages_read == 0


def test_a_record_moves_in_its_own_order_only(qtbot, services):
    for name in ("Một", "Hai", "Ba"):
        services.add_row(None, "plan_recipients", {"name": name})
    model = RegisterModel(RegisterRows(services, None, "plan_recipients", 1))
    assert model.move(0, 2)
    assert names(model) == ["Hai", "Ba", "Một"]
    assert not model.move(0, 3), "not past the last record"
    model.sort(0)
    assert not model.move(0, 1)


def test_removing_takes_the_chosen_records(qtbot, services):
    model = people(services, "Nguyễn Văn An", "Nguyễn Văn Bình")
    assert model.remove([0, 2]).touches("people")
    assert names(model) == ["Nguyễn Văn Bình"]


def test_several_cells_are_emptied_as_one_act(qtbot, services):
    model = people(services, "Nguyễn Văn An", "Nguyễn Văn Bình")
    for row in (0, 1):
        model.setData(model.index(row, 3), "Trưởng thôn")
    acts, refused = [], []
    model.acted.connect(acts.append)
    model.refused.connect(lambda row, column, error: refused.append((row, column)))
    model.clear_cells([model.index(row, column) for row in (0, 1, 2) for column in (0, 3)])
    assert [model.text(row, 3) for row in (0, 1)] == ["", ""]
    assert names(model) == ["Nguyễn Văn An", "Nguyễn Văn Bình"]
    assert len(acts) == 1
    assert refused == [(0, 0), (1, 0)]
