"""What helps the clerk: the guide, the keys, what failed the last time, what program this is."""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from thidua_desktop import __version__
from thidua_desktop.ui import crash
from thidua_desktop.ui.ask import Ask
from thidua_desktop.ui.shell.guide import GuideWindow
from thidua_desktop.ui.shell.lists_dialog import KEY_ROWS, KEYS, ListDialog
from thidua_desktop.ui.tasks.papers import open_path
from thidua_desktop.ui.theme import State

PRODUCT = "Thi đua Xã"


class Helper(QObject):
    """Belongs to the window; the guide is built when first opened."""

    def __init__(self, ask: Ask, window: QWidget) -> None:
        super().__init__(window)
        self._ask = ask
        self._window = window
        self.guide: GuideWindow | None = None

    def open_guide(self, page: str) -> None:
        """Show a page of the guide in a window of its own, beside which the work goes on."""
        if self.guide is None:
            self.guide = GuideWindow(self._window)
        self.guide.show_page(page)
        self.guide.show()
        self.guide.raise_()
        self.guide.activateWindow()

    def show_keys(self) -> None:
        """The list of keys."""
        dialog = ListDialog("Phím tắt", "Mọi việc đều làm được bằng bàn phím.", KEYS, KEY_ROWS, parent=self._window)
        dialog.exec()
        dialog.deleteLater()

    def open_reports(self) -> None:
        """The folder of what failed."""
        folder = crash.log_folder()
        folder.mkdir(parents=True, exist_ok=True)
        open_path(folder)

    def tell_of_crash(self) -> None:
        """Say kindly that the program failed the last time, once."""
        if crash.unseen_reports():
            self._ask.notify(
                "Lần trước chương trình gặp lỗi; dữ liệu vẫn còn nguyên. Báo cáo lỗi có thể gửi cho người hỗ trợ.",
                State.WAIT,
                (("Mở thư mục báo cáo", self.open_reports),),
            )

    def tell_about(self) -> None:
        """Which program, which version."""
        self._ask.tell(f"{PRODUCT} {__version__}", "Phần mềm thi đua, khen thưởng cho cấp xã, dùng không cần mạng.")
