"""The foot of a dialog: the button that does it, and the way out."""

from __future__ import annotations

from PySide6.QtWidgets import QDialog, QDialogButtonBox

from thidua_desktop.ui import theme


class AgreeBox(QDialogButtonBox):
    """Accepts or rejects ``dialog``; ``agree`` is the button whose ``words`` are the verb of what is done."""

    def __init__(self, dialog: QDialog, words: str) -> None:
        super().__init__()
        self.agree = self.addButton(words, QDialogButtonBox.ButtonRole.AcceptRole)
        theme.set_kind(self.agree, "primary")
        self.addButton("Hủy", QDialogButtonBox.ButtonRole.RejectRole)
        self.accepted.connect(dialog.accept)
        self.rejected.connect(dialog.reject)
