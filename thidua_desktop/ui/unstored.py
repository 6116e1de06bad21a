"""What is typed is stored before something else is done; what cannot be stored (a full disk, a stick pulled out) is
not left behind without a question.
"""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from thidua_desktop.ui.ask import Ask
from thidua_desktop.ui.widgets.autosave import Autosave
from thidua_desktop.ui.widgets.table import DataTable, TypedModel


def store_typed(part: QWidget) -> None:
    """Store now what is being typed in ``part`` of the window; the keyboard stays where it is."""
    for table in part.findChildren(DataTable):
        table.store_open_cell()
    for autosave in part.findChildren(Autosave):
        autosave.flush()


def may_leave(ask: Ask, part: QWidget) -> bool:
    """Whether ``part`` of the window may show something else or go.

    What is still being typed in it is stored first. When some of it cannot be, the clerk is asked; False when it is to
    stay on screen.
    """
    store_typed(part)
    left = [one for kind in (Autosave, TypedModel) for one in part.findChildren(kind) if one.is_unstored]
    if left and not ask.confirm(
        "Còn chữ vừa gõ chưa lưu được, bỏ chữ đó?",
        "Những gì đã lưu vẫn còn nguyên. Chọn “Ở lại” để sửa cho đúng hoặc dọn ổ đĩa rồi gõ tiếp; chữ đó sẽ được lưu.",
        yes="Bỏ chữ đó",
        no="Ở lại",
    ):
        return False
    for one in left:
        one.give_up()
    return True
