"""What is taken over from a register is found and ticked by keys alone."""

from __future__ import annotations

from PySide6.QtCore import Qt

from tests.ui.typing import press_key, type_text
from thidua_desktop.ui.theme import State
from thidua_desktop.ui.widgets.choosing import Choosable, ChoosingDialog
from thidua_desktop.ui.widgets.table import TableColumn

NAMES = ("Dạy tốt, học tốt", "Dân vận khéo", "Giỏi việc nước, đảm việc nhà")


def test_space_ticks_the_row_that_the_keyboard_came_down_to(qtbot):
    rows = [Choosable(number, (name,), (State.NEUTRAL,), is_there=not number) for number, name in enumerate(NAMES)]
    dialog = ChoosingDialog("Phong trào", "", [TableColumn("name", "Tên", 30)], rows, "phong trào")
    dialog.show()
    dialog.activateWindow()
    qtbot.waitUntil(dialog.search.hasFocus)
    press_key(dialog.search, Qt.Key.Key_Down)
    press_key(dialog.table, Qt.Key.Key_Space)
    assert dialog.model.ticked == {1}
    dialog.search.take_keyboard()
    type_text(dialog.search, "nhà")
    qtbot.waitUntil(lambda: dialog.model.rowCount() == 1)
    press_key(dialog.search, Qt.Key.Key_Down)
    press_key(dialog.table, Qt.Key.Key_Space)
    assert dialog.model.ticked == {1, 2}
    assert dialog.add_button.text() == "Thêm 2 phong trào"
    with qtbot.waitSignal(dialog.accepted):
        press_key(dialog.table, Qt.Key.Key_Return)
