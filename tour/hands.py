"""The clerk's hands on the real window: buttons, menus, keys and typing. What a step needs and cannot find is said."""

from __future__ import annotations

import sys
import time
import zipfile
from collections.abc import Callable, Sequence
from pathlib import Path
from types import TracebackType
from typing import TypeVar

from PySide6.QtCore import QBuffer, QByteArray, QEvent, QIODevice, QPoint, Qt
from PySide6.QtGui import QAction, QKeySequence, QPainter
from PySide6.QtPdf import QPdfDocument
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QCheckBox,
    QComboBox,
    QMenu,
    QPushButton,
    QScrollArea,
    QTableView,
    QWidget,
)

from tests.ui.typing import press_key, type_text
from thidua_desktop.ui.ask import ScriptedAsk
from thidua_desktop.ui.shell.window import ShellWindow
from thidua_desktop.ui.theme import State

from .record import Record
from .setting import Setting

WITHIN = 60.0  # seconds that anything in the window may take, on a busy machine too
QUIET = 0.2  # seconds without work until the window counts as settled, long enough for what waits for typing to end
SOON = 0.08  # seconds after an act
PASSES = 3  # looks at the window that find nothing to do; time alone passes also while the machine does something else
BUSY_PASS = 0.03  # seconds after which a look at the window counts as work
_FOOT = 40  # pixels at the foot of a page that a message may cover
_Found = TypeVar("_Found")
_Widget = TypeVar("_Widget", bound=QWidget)


def expect(condition: object, words: str) -> None:
    """Raises ``AssertionError`` with the words when something is not as the step says."""
    if not condition:
        raise AssertionError(words)


class Hands:
    """``answers`` are what the next questions and file dialogs get, in order.

    ``quiet``: seconds without work that a picture waits for, less where nobody looks at it.
    """

    def __init__(
        self, window: ShellWindow, ask: ScriptedAsk, record: Record, setting: Setting, quiet: float = QUIET
    ) -> None:
        self.setting = setting
        self.window = window
        self.ask = ask
        self.record = record
        self.quiet = quiet
        self._defects: list[BaseException] = []
        self._hook = sys.excepthook
        sys.excepthook = self._keep

    @property
    def hurries(self) -> bool:
        """Whether nobody looks at the pictures: what is only to be looked at may be left out."""
        return self.quiet < QUIET

    def _keep(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        self._defects.append(error)

    def let_go(self) -> None:
        """What goes wrong in the window is nobody's business here any more."""
        sys.excepthook = self._hook

    # Waiting

    def settle(self, quiet: float = QUIET) -> None:
        """Lets the window do what it has begun: timers, the worker, dialogs that open and close."""
        end = time.monotonic() + WITHIN
        calm, since = 0, time.monotonic()
        while calm < PASSES or time.monotonic() - since < quiet:
            began = time.monotonic()
            lost = QApplication.activeWindow() is None and QApplication.activePopupWidget() is None
            if lost:  # without a window manager nobody gives it back
                self.front.activateWindow()
            QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
            QApplication.processEvents()
            calm += 1
            if lost or not self.window.tasks.is_idle or time.monotonic() - began > BUSY_PASS:
                calm, since = 0, time.monotonic()
            if time.monotonic() > end:
                expect(self.window.tasks.is_idle, "việc chạy phía sau không xong")
                break
            time.sleep(0.005)
        self._refuse_trouble()

    def _refuse_trouble(self) -> None:
        if self._defects:
            raise self._defects[0]
        told = [one for one in self.ask.said if one.what == "tell" and one.state is State.BAD]
        expect(not told, "; ".join(f"{one.text} {one.explain}" for one in told))

    def until(self, look: Callable[[], _Found], words: str) -> _Found:
        """What ``look`` gives as soon as it gives something; the words tell what is not there in time."""
        end = time.monotonic() + WITHIN
        while not (found := look()):
            told = f" (lời gần nhất: {self.ask.texts[-1]})" if self.ask.texts else ""
            expect(time.monotonic() < end, f"{words}{told}")
            self.settle(0.05)
        return found

    # Finding

    @property
    def front(self) -> QWidget:
        """What the clerk can use now: the open dialog, else the window."""
        return QApplication.activeModalWidget() or self.window

    def find(self, kind: type[_Widget], wanted: Callable[[_Widget], bool], words: str) -> _Widget:
        """The first visible part of that kind that is wanted; it may still have to come."""
        return self.until(
            lambda: next((one for one in self.front.findChildren(kind) if one.isVisible() and wanted(one)), None),
            f"không thấy {words}",
        )

    def button(self, words: str) -> QAbstractButton:
        """The button with these words that can be used, else one that begins with them; it may still have to come."""
        return self.until(lambda: self._button(words), f"không thấy nút {words}")

    def _button(self, words: str) -> QAbstractButton | None:
        usable = [one for one in self.front.findChildren(QAbstractButton) if one.isVisible() and one.isEnabled()]
        exact = (one for one in usable if one.text() == words)
        return next(exact, None) or next((one for one in usable if one.text().startswith(words)), None)

    def sees(self, words: str) -> bool:
        """Whether a button with these words can be used now."""
        return self._button(words) is not None

    # Doing

    def press(self, words: str, *answers: object) -> None:
        """Clicks a button; ``answers`` are for what it asks."""
        self.ask.answers[:] = answers
        button = self.button(words)
        box = isinstance(button, QCheckBox)  # its words may end before its middle
        place = QPoint(button.height() // 2, button.height() // 2) if box else button.rect().center()
        QTest.mouseClick(button, Qt.MouseButton.LeftButton, pos=place)
        self._answered(words)

    def choose(self, button: str, *words: str, answers: Sequence[object] = ()) -> None:
        """Opens the menu of a button and chooses an entry, through its submenus."""
        menu = self.find(QPushButton, lambda one: one.text() == button and one.menu() is not None, f"menu {button}")
        self._choose(menu.menu(), (button, *words), answers)

    def choose_in_bar(self, title: str, *words: str, answers: Sequence[object] = ()) -> None:
        """Chooses an entry of the menu bar."""
        bar = self.window.menuBar().actions()
        menu = next(one.menu() for one in bar if one.text().replace("&", "") == title)
        self._choose(menu, (title, *words), answers)

    def _choose(self, menu: QMenu, path: Sequence[str], answers: Sequence[object]) -> None:
        self.ask.answers[:] = answers
        for words in path[1:-1]:
            menu.aboutToShow.emit()
            menu = next(one.menu() for one in menu.actions() if one.text() == words)
        self.until(lambda: self._entry(menu, path[-1]), f"không thấy mục {' › '.join(path)}").trigger()
        self._answered(path[-1])

    @staticmethod
    def _entry(menu: QMenu, words: str) -> QAction | None:
        menu.aboutToShow.emit()
        return next((one for one in menu.actions() if one.text().startswith(words) and one.isEnabled()), None)

    def key(self, keys: str, *answers: object) -> None:
        """Presses keys where the keyboard is: "Ctrl+2"."""
        self.settle(0)
        self.ask.answers[:] = answers
        pressed = QKeySequence(keys)[0]
        QTest.keyClick(QApplication.focusWidget() or self.front, pressed.key(), pressed.keyboardModifiers())
        self._answered(keys)

    def go_to(self, number: int) -> None:
        """Brings a tab (a number of :mod:`thidua_desktop.domain.destinations`) to the front with its keys."""
        self.key(f"Ctrl+{number + 1}")
        self.until(lambda: self.window.pages.number == number, f"thẻ thứ {number + 1} không hiện ra")

    def _answered(self, words: str) -> None:
        self.settle(SOON)
        self.until(lambda: not self.ask.answers, f"{words} không hỏi điều phải hỏi")

    def type_in(self, field: QWidget, text: str, *, leave: bool = True) -> None:
        """Types into a field in place of what stands there, and goes on to the next."""
        self.settle(0)
        field.setFocus()
        QTest.keyClick(field, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
        QTest.keyClick(field, Qt.Key.Key_Delete)
        type_text(field, text)
        if leave:
            press_key(field, Qt.Key.Key_Tab)
        self.settle(0.05)

    def pick(self, chooser: QComboBox, text: str) -> None:
        """Chooses from a list with the arrow keys."""
        chooser.setFocus()
        place = chooser.findText(text)
        expect(place >= 0, f"danh sách không có {text}")
        for _ in range(chooser.count()):
            if chooser.currentIndex() == place:
                break
            down = chooser.currentIndex() < place
            QTest.keyClick(chooser, Qt.Key.Key_Down if down else Qt.Key.Key_Up)
        self.settle()
        expect(chooser.currentText() == text, f"không chọn được {text}")

    def fill(self, table: QTableView, row: int, cells: dict[str, str]) -> None:
        """Types the cells of a row, each by F2, its text and Tab; columns by their keys."""
        keys = [column.key for column in table.model().columns]
        for key, text in cells.items():
            table.setFocus()
            table.go_to(row, keys.index(key))
            QTest.keyClick(table, Qt.Key.Key_F2)
            editor = table.focusWidget() or table
            QTest.keyClick(editor, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
            type_text(table, text)
            press_key(table, Qt.Key.Key_Tab)
            self.settle(0.02)

    # Looking

    def scroll_to(self, part: QWidget) -> None:
        """Bring a part of a long page into sight, clear of what is told at the window's foot."""
        around = part.parentWidget()
        while around is not None:
            if isinstance(around, QScrollArea):
                around.ensureWidgetVisible(part, 0, _FOOT)
            around = around.parentWidget()

    def shot(self, name: str, path: Path | None = None) -> None:
        """A picture of the window as it stands, an open dialog over it."""
        self.settle(self.quiet)
        picture = self.window.grab()
        dialog = QApplication.activeModalWidget()
        if dialog is not None:
            shown = dialog.grab()
            painter = QPainter(picture)
            left, top = (picture.width() - shown.width()) // 2, (picture.height() - shown.height()) // 2
            painter.drawPixmap(left, top, shown)
            painter.drawRect(left - 1, top - 1, shown.width() + 1, shown.height() + 1)
            painter.end()
        where = path or self.record.picture(name)
        expect(picture.save(str(where)), f"không ghi được ảnh {where}")

    def written(self, name: str, ending: str, act: Callable[[Path], None]) -> Path:
        """A paper that ``act(path)`` makes the window write there; it is there and can be opened."""
        path = self.record.paper(name, ending)
        act(path)
        self.until(path.is_file, f"chưa ghi {path.name}")
        self.settle(self.quiet)
        expect(opens(path), f"{path.name} không mở lại được")
        return path


def opens(path: Path) -> bool:
    """Whether a paper is whole: a PDF has pages, the others are archives without a fault."""
    if path.suffix != ".pdf":
        with zipfile.ZipFile(path) as archive:
            return archive.testzip() is None
    buffer, document = QBuffer(), QPdfDocument(None)
    buffer.setData(QByteArray(path.read_bytes()))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    document.load(buffer)
    pages = document.pageCount()
    document.close()
    return pages > 0
