"""Scans come in: chosen files, dropped ones, a picture copied from Zalo; each goes to the paper it is named by."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QBuffer, QIODevice, QObject
from PySide6.QtGui import QDropEvent, QGuiApplication
from PySide6.QtWidgets import QMenu, QWidget

from thidua_desktop.domain.chasing.sent_papers import PaperKey
from thidua_desktop.domain.errors import KnownError
from thidua_desktop.domain.plan.plans import SourceFile
from thidua_desktop.services.chasing import scans, sent_papers
from thidua_desktop.ui.ask import FileKind
from thidua_desktop.ui.storing import do
from thidua_desktop.ui.tab import TabContext
from thidua_desktop.ui.tasks import papers
from thidua_desktop.ui.tasks.reading import read_all
from thidua_desktop.ui.theme import State
from thidua_desktop.ui.undo_act import UndoAct

_ENDINGS = ("jpg", "jpeg", "png", "pdf")
SCAN = FileKind("Ảnh hoặc bản quét", _ENDINGS)


class ScanActs(QObject):
    """``current()`` gives the paper in view, which takes what is not named by a code."""

    def __init__(self, context: TabContext, owner: QWidget, current: Callable[[], PaperKey | None]) -> None:
        super().__init__(owner)
        self.context = context
        self._owner = owner
        self._current = current

    def menu(self, parent: QWidget) -> QMenu:
        """What can be done with scans."""
        menu = QMenu(parent)
        menu.addAction("Đính kèm ảnh, bản quét…", self.choose)
        menu.addAction("Dán ảnh vừa chép", self.paste)
        menu.addSeparator()
        menu.addAction("Mở bằng chương trình xem ảnh", self.open_first)
        menu.addAction("Bỏ bản chụp sau cùng", self.remove_last)
        return menu

    # In

    def choose(self) -> None:
        """Let the clerk choose pictures or PDFs, also many at once."""
        if paths := self.context.ask.open_files("Chọn ảnh chụp, bản quét", (SCAN,)):
            self.read(paths)

    def read(self, paths: Sequence[Path]) -> None:
        """Read these files and keep them with their papers."""
        read_all(self.context.tasks, paths, self.attach, self._owner)

    def paste(self) -> None:
        """Keep the picture on the clipboard with the paper in view."""
        image = QGuiApplication.clipboard().image()
        if image.isNull():
            self.context.ask.notify("Chưa chép ảnh nào để dán.", State.WAIT)
            return
        buffer = QBuffer()
        buffer.open(QIODevice.OpenModeFlag.WriteOnly)
        image.save(buffer, "PNG")
        day = self.context.workspace.today().strftime("%d-%m-%Y")
        self.attach([SourceFile(f"Ảnh dán {day}.png", buffer.data().data())])

    def attach(self, files: Sequence[SourceFile]) -> None:
        """Keep each file with the paper whose code its name has, else with the one in view."""
        workspace, current = self.context.workspace, self._current()
        listed: list[tuple[PaperKey, SourceFile]] = []
        for one in files:
            if why := sent_papers.told_phases(workspace, one.name):
                self.context.ask.notify(f"Chưa đính kèm: {why}", State.WAIT)
                return
            found = sent_papers.find(workspace, one.name)
            key = found.key if found else current
            if key is not None:
                listed.append((key, one))
        if not listed:
            self.context.ask.notify("Chọn tờ giấy trong danh sách rồi đính kèm lại.", State.WAIT)
            return
        changes = do(self.context, lambda: scans.attach_all(workspace, listed))
        if changes:
            count = len({key for key, _ in listed})
            text = f"Đã đính kèm {len(listed)} bản chụp vào {count} tờ; tờ chưa ghi ngày nhận lại thì ghi hôm nay."
            self.context.ask.notify(text, acts=[("Hoàn tác", UndoAct(self.context, changes))])

    # Those that are there

    def open_first(self) -> None:
        """Open a copy of the first scan with the program the system has for it."""
        found = self._scans()
        if not found:
            return
        try:
            kept = scans.read(self.context.workspace, found[0].id)
        except KnownError as error:
            self.context.ask.error(error)
            return
        papers.open_copy(self.context.tasks, kept, self._owner)

    def remove_last(self) -> None:
        """Take the last scan away; the notice offers to bring it back."""
        found = self._scans()
        if not found:
            return
        changes = do(self.context, lambda: scans.remove(self.context.workspace, found[-1].id))
        if changes:
            text = f"Đã bỏ “{found[-1].name}”."
            self.context.ask.notify(text, acts=[("Hoàn tác", UndoAct(self.context, changes))])

    def _scans(self) -> tuple[scans.Scan, ...]:
        key = self._current()
        found = scans.scans(self.context.workspace, key) if key else ()
        if not found:
            self.context.ask.notify("Tờ giấy này chưa có bản chụp.", State.WAIT)
        return found


def dropped_pictures(event: QDropEvent) -> list[Path]:
    """The pictures and PDFs that are being dropped."""
    paths = (Path(url.toLocalFile()) for url in event.mimeData().urls())
    return [path for path in paths if path.suffix.lower().lstrip(".") in _ENDINGS and path.is_file()]
