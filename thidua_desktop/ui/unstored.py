"""Texts that could not be stored (a full disk, a stick pulled out) are not left behind without a question."""

from __future__ import annotations

from PySide6.QtWidgets import QApplication, QWidget

from thidua_desktop.ui.ask import Ask
from thidua_desktop.ui.widgets.autosave import Autosave
from thidua_desktop.ui.widgets.register_model import RegisterModel


def may_leave(ask: Ask, part: QWidget) -> bool:
    """Whether ``part`` of the window may show something else or go.

    What is still being typed in it is stored first. When some of it cannot be, the clerk is asked; False when it is to
    stay on screen.
    """
    field = QApplication.focusWidget()
    if field is not None and part.isAncestorOf(field):
        field.clearFocus()  # what is typed in a cell of a table is told when its editor closes
    for autosave in part.findChildren(Autosave):
        autosave.flush()
    left = [one for kind in (Autosave, RegisterModel) for one in part.findChildren(kind) if one.is_unstored]
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
