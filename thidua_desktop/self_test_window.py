"""The window as the self-test drives it: every tab is opened, every act that opens something is done and given up."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType
from typing import Any, TypeAlias, cast

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, QUrl, Slot, qInstallMessageHandler
from PySide6.QtGui import QAction, QDesktopServices
from PySide6.QtPrintSupport import QPrintDialog, QPrinter, QPrinterInfo
from PySide6.QtWidgets import QAbstractButton, QApplication, QDialog, QMenu, QPushButton, QToolButton, QWidget
from shiboken6 import isValid

from . import bootstrap
from .domain.errors import KnownError
from .domain.papers.blocks import Document
from .self_test import MEND, Report
from .ui import crash, locale_vi, printing, theme
from .ui.dialogs import WindowAsk
from .ui.files import FileDesk
from .ui.remembered import Remembered
from .ui.shell.pages import FIRST_SHOWN, PAGES, Pages
from .ui.shell.window import ShellWindow
from .ui.tasks import Progress
from .ui.tasks.papers import render_pdf
from .ui.theme import State
from .ui.widgets.preview import PreviewPane

WITHIN = 60.0  # seconds that work behind the window may take
LOOK_EVERY = 20  # milliseconds between looks for an open dialog
STUCK_AFTER = 100  # looks at one dialog that does not close
Act: TypeAlias = QAction | QAbstractButton
ASKS = "…"  # what the words of every act end with that opens something before it does anything


class GivingUp(WindowAsk):
    """The window's own questions; keeps what was told of defects in the worker."""

    def __init__(self) -> None:
        super().__init__()
        self.defects: list[str] = []

    def tell(self, text: str, explain: str = "", state: State = State.NEUTRAL) -> None:
        """Tells it in the window as always."""
        if text == crash.SENTENCE:
            self.defects.append(explain)
        super().tell(text, explain, state)


class DialogCloser(QObject):
    """Looks at every dialog that opens, then closes it as Esc does."""

    def __init__(self) -> None:
        super().__init__()
        self.stuck: list[str] = []
        self._looks = 0
        self._timer = QTimer(self)
        self._timer.setInterval(LOOK_EVERY)
        self._timer.timeout.connect(self._on_look)
        self._timer.start()

    def _on_look(self) -> None:
        widget = QApplication.activePopupWidget() or QApplication.activeModalWidget()
        if widget is None:
            self._looks = 0
            return
        self._looks += 1
        widget.grab()
        if self._looks > STUCK_AFTER:
            self.stuck.append(widget.windowTitle())
            widget.hide()
        elif isinstance(widget, QDialog):
            widget.reject()
        else:
            widget.close()

    @Slot(QUrl)
    def on_url(self, url: QUrl) -> None:
        """A file or folder that the program wants to open is left alone."""


class DrivenWindow:
    """One window for the whole self-test."""

    def __init__(self, report: Report, folder: Path) -> None:
        self._report = report
        self._folder = folder
        _choose_platform()
        QApplication.setAttribute(Qt.ApplicationAttribute.AA_DontUseNativeDialogs)
        self._app = cast(QApplication, QApplication.instance() or QApplication(sys.argv[:1]))
        self._qt_log = qInstallMessageHandler(None)
        crash.install_qt_log()
        locale_vi.install(self._app)
        theme.apply(self._app)
        self._ask = GivingUp()
        desk = FileDesk(
            bootstrap.open_workspace, bootstrap.create_workspace, bootstrap.close_workspace, bootstrap.create_sample
        )
        self._window = ShellWindow(desk, self._ask, Remembered(folder / "nho.json"))
        self._ask.window = self._window
        self._closer = DialogCloser()
        self._preview = PreviewPane()
        self._window.show()

    def close(self) -> None:
        """Closes the window and all that belongs to it."""
        with self._trying("Đóng được cửa sổ"):
            self._window.close()
        for part in (self._window, self._preview, self._closer, self._ask):
            part.deleteLater()
        self._app.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        qInstallMessageHandler(self._qt_log)

    def leave_file(self) -> None:
        """Closes the data file."""
        with self._trying("Đóng được tệp dữ liệu"):
            self._window.opening.leave()

    @contextmanager
    def _trying(self, text: str) -> Iterator[None]:
        """One check in the window: bad also when a slot, the worker or a dialog went wrong meanwhile."""
        errors: list[BaseException] = []

        def keep(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
            errors.append(error)

        before, sys.excepthook = sys.excepthook, keep
        try:
            with self._report.check(text):
                yield
                self._settle()
                if errors:
                    raise errors[0]
                self._refuse_defects()
        finally:
            sys.excepthook = before

    def _settle(self) -> None:
        """Waits until the worker has done all and no dialog is open."""
        until = time.monotonic() + WITHIN
        while time.monotonic() < until:
            self._app.sendPostedEvents(None, QEvent.Type.DeferredDelete)  # outside exec() nobody else does
            self._app.processEvents()
            if self._window.tasks.is_idle and QApplication.activeModalWidget() is None:
                return
            time.sleep(LOOK_EVERY / 1000)
        raise KnownError(f"Việc chạy phía sau không xong trong {WITHIN:.0f} giây.", MEND)

    def _refuse_defects(self) -> None:
        defects, self._ask.defects = self._ask.defects, []
        stuck, self._closer.stuck = self._closer.stuck, []
        if defects:
            raise KnownError(f"{crash.SENTENCE} {defects[0]}")
        if stuck:
            raise KnownError(f"Hộp thoại “{stuck[0]}” không đóng được bằng Esc.", MEND)

    def _open(self, path: Path) -> None:
        if not self._window.opening.open(path):
            raise KnownError(f"Cửa sổ không mở được tệp {path.name}.", MEND)

    def check_tabs(self, path: Path, words: str) -> None:
        """Opens the file and shows every tab on it."""
        with self._trying(f"Mở được {words} trong cửa sổ"):
            self._open(path)
        for number, page in enumerate(PAGES):
            with self._trying(f"Thẻ “{page.title}” với {words}"):
                self._window.show_tab(number)
                self._settle()
                _refuse_blank(self._window)

    def check_menus(self, path: Path) -> None:
        """Does every act of the window's menus but the last; what is asked is given up."""
        with _nothing_opens_outside(self._closer):
            for act in self._window.actions_.findChildren(QAction):
                if act is not self._window.actions_.quit:
                    self._try_act(path, act)

    def check_acts(self, path: Path, words: str) -> None:
        """Does every act of every tab that opens something; what is asked is given up."""
        with _nothing_opens_outside(self._closer):
            for number, page in enumerate(PAGES):
                for act in self._acts_of(path, number):
                    self._try_act(path, act, number, f" ở thẻ “{page.title}” với {words}")

    def _acts_of(self, path: Path, number: int) -> list[Act]:
        found: list[Act] = []
        with self._trying(f"Tìm các thao tác ở thẻ “{PAGES[number].title}”"):
            self._show(path, number)
            found += _acts_that_open(cast(Pages, self._window.pages).tab)
        return found

    def _show(self, path: Path, number: int) -> None:
        self._open(path)
        self._window.show_tab(number)
        self._settle()

    def _try_act(self, path: Path, act: Act, number: int = FIRST_SHOWN, where: str = "") -> None:
        if not isValid(act):
            return
        with self._trying(f"Thao tác “{_words(act)}”{where}"):
            self._show(path, number)
            if isValid(act) and act.isEnabled():
                for _ in range(2 if act.isCheckable() else 1):
                    act.trigger() if isinstance(act, QAction) else act.click()

    def look_at(self, pdf: bytes) -> None:
        """Shows a paper in the preview; :class:`KnownError` when it has no page."""
        self._preview.show_pdf(pdf)
        self._app.processEvents()
        if not self._preview.page_count():
            raise KnownError("Bản PDF không có trang nào.", MEND)

    def check_printing(self) -> None:
        """Names the printers, and draws a page as for a printer, into a file."""
        names = QPrinterInfo.availablePrinterNames()
        listed = f"Máy in: {', '.join(names)}." if names else "Máy này chưa cài máy in nào; vẫn xuất được tệp PDF."
        self._report.tell(True, listed)
        with self._report.check("Vẽ được trang để in"):
            printer = QPrinter(QPrinter.PrinterMode.HighResolution)
            printing.prepare(printer, "Thử máy in")
            printer.setOutputFileName(str(self._folder / "in thử.pdf"))
            printing.draw(render_pdf(Document(())), printer, Progress())


def _choose_platform() -> None:
    """Without a screen Qt draws into memory; a platform that was chosen outside stays."""
    has_screen = any(os.environ.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY"))
    if sys.platform == "linux" and not has_screen:
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")


@contextmanager
def _nothing_opens_outside(closer: DialogCloser) -> Iterator[None]:
    """No other program is started; Windows' own printing dialog is made and not shown: nothing here could close it."""
    services: Any = QDesktopServices  # its hints want bytes where it takes text
    services.setUrlHandler("file", closer, "on_url")
    dialog: Any = QPrintDialog
    shown = dialog.exec
    if printing.NATIVE_DIALOG:
        dialog.exec = lambda made: QDialog.DialogCode.Rejected
    try:
        yield
    finally:
        dialog.exec = shown
        services.unsetUrlHandler("file")


def _acts_that_open(tab: QWidget | None) -> list[Act]:
    """The acts and buttons in view that ask something first, and those that show something more (checkable ones)."""
    if tab is None:
        return []
    buttons = [button for button in tab.findChildren(QAbstractButton) if _is_usable(button)]
    menus = [menu for button in buttons if (menu := _menu_of(button)) is not None]
    acts = [act for act in tab.findChildren(QAction) if any(_is_reached(owner, menus) for owner in _owners(act))]
    return [*(act for act in acts if act.isCheckable() or _asks(act)), *(button for button in buttons if _asks(button))]


def _owners(act: QAction) -> list[QObject]:
    """Where the act can be chosen: menus, buttons, the tab itself for its keys."""
    return act.associatedObjects()


def _is_reached(owner: QObject, menus: list[QMenu]) -> bool:
    """Whether the clerk gets there: a widget in view, or a menu (or one inside it) of a button in view."""
    if not isinstance(owner, QMenu):
        return isinstance(owner, QWidget) and _is_usable(owner)
    return owner in menus or any(_is_reached(above, menus) for above in _owners(owner.menuAction()))


def _is_usable(widget: QWidget) -> bool:
    return widget.isVisible() and widget.isEnabled()


def _menu_of(button: QAbstractButton) -> QMenu | None:
    return button.menu() if isinstance(button, QPushButton | QToolButton) else None


def _asks(act: Act) -> bool:
    return _words(act).endswith(ASKS)


def _words(act: Act) -> str:
    """What the clerk reads on it, without the key behind a tab."""
    return act.text().replace("&", "").partition("\t")[0]


def _refuse_blank(window: QWidget) -> None:
    picture = window.grab().toImage().scaled(64, 36)
    colours = {picture.pixel(x, y) for x in range(picture.width()) for y in range(picture.height())}
    if len(colours) < 2:
        raise KnownError("Cửa sổ không vẽ được gì.", MEND)
