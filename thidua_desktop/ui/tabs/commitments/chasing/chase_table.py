"""The table of the chase list: one letter tells how the chosen ones were reached."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QKeyEvent
from PySide6.QtWidgets import QMenu

from thidua_desktop.domain.chasing.owed import CHANNELS, Channel
from thidua_desktop.ui.tabs.commitments.chasing.chase_model import NAME, ChaseModel
from thidua_desktop.ui.widgets.register_editors import RegisterDelegate
from thidua_desktop.ui.widgets.table import DataTable

KEYS: dict[str, Channel] = {"D": "điện thoại", "G": "giấy", "Z": "Zalo", "T": "tệp", "M": "gặp trực tiếp"}
_OF_CHANNEL = {channel: key for key, channel in KEYS.items()}


class ChaseTable(DataTable):
    """``reached(channel)`` when the letter of a channel was pressed; in a cell that takes an answer letters are
    typed.
    """

    reached = Signal(str)

    def __init__(self, model: ChaseModel, **kept) -> None:
        super().__init__(model, frozen=NAME, **kept)
        self.setItemDelegate(RegisterDelegate(self))
        self.setAccessibleName("Đơn vị cần đôn đốc")
        self.rows_as_needed()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        channel = KEYS.get(event.text().upper())
        plain = event.modifiers() in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier)
        if channel and plain and not self.model().can_answer(self.currentIndex()):
            self.reached.emit(channel)
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """What can be done with the chosen rows, with the letters."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        fill_with_channels(menu, self.reached.emit)
        menu.addSeparator()
        menu.addAction("Chép các ô\tCtrl+C", self.copy)
        menu.popup(event.globalPos())


def fill_with_channels(menu: QMenu, reached) -> None:
    """One act for each way to reach somebody."""
    for channel in CHANNELS:
        act = menu.addAction(f"Đã nhắc: {channel}\t{_OF_CHANNEL[channel]}")
        act.triggered.connect(lambda _=False, channel=channel: reached(channel))
