"""“Tìm mọi thứ”: the field in the bar at the top, and below it what was found."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from thidua_desktop.domain.errors import KnownError
from thidua_desktop.services.search import SHORTEST, Group, Hit
from thidua_desktop.ui import theme
from thidua_desktop.ui.shell.found_list import FoundList
from thidua_desktop.ui.theme import sizes
from thidua_desktop.ui.widgets.labels import label
from thidua_desktop.ui.widgets.search import SearchField

HINT = "Tìm mọi thứ   Ctrl+K"
_KEYS = "↑ ↓ để chọn · Enter để đến đó · Esc để thôi"
_STEPS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}


class FoundPanel(QFrame):
    """What was found, over the page; no window of its own, so the keyboard stays in the field."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        theme.set_part(self, "card")
        self.list = FoundList()
        self.words = label("", "soft", wrap=True)
        self.keys = label(_KEYS, "small")
        column = QVBoxLayout(self)
        column.setContentsMargins(sizes.UNIT, sizes.UNIT, sizes.UNIT, sizes.UNIT)
        column.setSpacing(sizes.HALF)
        column.addWidget(self.words)
        column.addWidget(self.list, 1)
        column.addWidget(self.keys)
        self.hide()

    def show_groups(self, groups: tuple[Group, ...], nothing: str) -> None:
        """Show the finds, or in their place why there are none."""
        self.list.show_groups(groups)
        self.words.setText("" if groups else nothing)
        self.words.setVisible(not groups)
        self.list.setVisible(bool(groups))
        self.keys.setVisible(bool(groups))

    def place_below(self, field: QWidget) -> None:
        """Stand below the field, its right edge under the field's, as high as the finds ask and the window has room."""
        window = self.window()
        under = field.mapTo(window, QPoint(field.width(), field.height() + sizes.HALF))
        width = min(sizes.FOUND_WIDTH, window.width() - 2 * sizes.MARGIN)
        self.setFixedWidth(width)
        self.ensurePolished()
        asked = self.sizeHint().height()
        wanted = asked - self.list.sizeHint().height() + self.list.wanted_height() if self.list.shown else asked
        self.setFixedHeight(min(wanted, window.height() - under.y() - sizes.TOP_BAR))
        self.move(max(under.x() - width, sizes.MARGIN), under.y())
        self.raise_()


class Finder(SearchField):
    """``led_to(destination)`` when a find is taken, ``left`` when the clerk gives up.

    ``look`` gives what holds some words; without it (no file open) nothing is found.
    """

    led_to = Signal(object)
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(HINT, parent)
        self.setAccessibleName("Tìm mọi thứ")
        self.setToolTip("Tìm tổ chức, người, chỉ tiêu, cam kết, kế hoạch, khen thưởng, văn bản (Ctrl+K)")
        self.look: Callable[[str], tuple[Group, ...]] | None = None
        self.panel: FoundPanel | None = None
        self._looked = ""
        self.searched.connect(self._on_searched)
        self.returnPressed.connect(self._on_return)

    def begin(self) -> None:
        """Ctrl+K: type here; what was typed before is chosen."""
        self.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.selectAll()
        if self.text():
            self._on_searched(self.text())

    def _on_searched(self, text: str) -> None:
        if self.look is None or len(text.replace(" ", "")) < SHORTEST or not self.hasFocus():
            self.put_away()
            return
        if text == self._looked and self.panel is not None and self.panel.isVisible():
            return  # Enter tells the same words again: what is chosen stays chosen
        self._looked = text
        nothing = f"Không thấy gì có “{text.strip()}”. Hãy gõ ít chữ hơn, hoặc tìm trong Thùng rác nếu đã xóa."
        try:
            groups = self.look(text)
        except KnownError as error:
            groups, nothing = (), str(error)
        panel = self._panel()
        panel.show_groups(groups, nothing)
        panel.place_below(self)
        panel.show()

    def _panel(self) -> FoundPanel:
        if self.panel is None:
            self.panel = FoundPanel(self.window())
            self.panel.list.taken.connect(self._take)
            self.window().installEventFilter(self)
        return self.panel

    def _on_return(self) -> None:
        if self.panel is not None and self.panel.isVisible() and (hit := self.panel.list.current()) is not None:
            self._take(hit)

    def _take(self, hit: Hit) -> None:
        self.forget()
        self.led_to.emit(hit.destination)

    def forget(self) -> None:
        """Empty the field; nothing is shown."""
        self.clear()
        self._later.stop()
        self.put_away()

    def put_away(self) -> None:
        """Hide what was found; the words stay."""
        if self.panel is not None:
            self.panel.hide()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _STEPS and self.panel is not None and self.panel.isVisible():
            self.panel.list.step(_STEPS[event.key()])
        elif event.key() == Qt.Key.Key_Escape:
            self.forget()
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.put_away()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The panel follows the window's size."""
        if event.type() == QEvent.Type.Resize and self.panel is not None and self.panel.isVisible():
            self.panel.place_below(self)
        return super().eventFilter(watched, event)
