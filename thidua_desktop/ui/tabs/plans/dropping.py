"""A tab on which a file can be dropped from the desktop."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QWidget

from thidua_desktop.ui.tab import Tab, TabContext


class FileDropTab(Tab):
    """Hands one dropped file to :meth:`read_file`; anything else is not taken."""

    def __init__(self, context: TabContext, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self.setAcceptDrops(True)

    def read_file(self, path: Path) -> None:
        """What to do with the file."""
        raise NotImplementedError

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if _dropped_file(event) is not None:
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """A file dropped on the tab is read."""
        path = _dropped_file(event)
        if path is not None:
            self.read_file(path)


def _dropped_file(event: QDropEvent) -> Path | None:
    urls = event.mimeData().urls()
    return Path(urls[0].toLocalFile()) if len(urls) == 1 and urls[0].isLocalFile() else None
