"""Menus and keys of the window. Every act has a place in a menu, so the keyboard reaches all of them."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenuBar

from thidua_desktop.ui.shell.pages import PAGES


class ShellActions(QObject):
    """The acts as ``QAction`` attributes; the shell connects them. ``tab_wanted(number)`` comes from Ctrl+1…6."""

    tab_wanted = Signal(int)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.open = self._act("Mở…", "Ctrl+O")
        self.create = self._act("Tạo mới…", "Ctrl+N")
        self.backup = self._act("Sao lưu ngay")
        self.restore = self._act("Phục hồi…")
        self.copy_out = self._act("Chép ra USB…")
        self.doctor = self._act("Kiểm tra tệp")
        self.quit = self._act("Thoát", "Ctrl+Q")
        self.undo = self._act("Hoàn tác", "Ctrl+Z")
        self.redo = self._act("Làm lại", "Ctrl+Y")
        self.find = self._act("Tìm ở đây", "Ctrl+F")
        self.find_all = self._act("Tìm mọi thứ", "Ctrl+K")
        self.print = self._act("In…", "Ctrl+P")
        self.bin = self._act("Thùng rác…")
        self.guide = self._act("Hướng dẫn", "F1")
        self.keys = self._act("Phím tắt", "Shift+F1")
        self.reports = self._act("Mở thư mục báo cáo lỗi")
        self.about = self._act("Giới thiệu")
        self.tabs = [self._tab_act(number, page.title) for number, page in enumerate(PAGES)]

    def _act(self, text: str, keys: str = "") -> QAction:
        action = QAction(text, self)
        if keys:
            action.setShortcut(QKeySequence(keys))
        return action

    def _tab_act(self, number: int, title: str) -> QAction:
        action = self._act(title, f"Ctrl+{number + 1}")
        action.setData(number)
        action.triggered.connect(self._on_tab)
        return action

    def _on_tab(self) -> None:
        self.tab_wanted.emit(self.sender().data())

    def fill(self, bar: QMenuBar) -> None:
        """Put the menus into the menu bar."""
        files = bar.addMenu("&Tệp")
        files.addActions([self.open, self.create])
        files.addSeparator()
        files.addActions([self.backup, self.restore, self.copy_out, self.doctor])
        files.addSeparator()
        files.addActions([self.print, self.quit])
        edit = bar.addMenu("&Sửa")
        edit.addActions([self.undo, self.redo])
        edit.addSeparator()
        edit.addActions([self.find, self.find_all, self.bin])
        show = bar.addMenu("&Xem")
        show.addActions(self.tabs)
        help_menu = bar.addMenu("Trợ &giúp")
        help_menu.addActions([self.guide, self.keys, self.reports, self.about])

    def set_undo(self, undo_text: str, redo_text: str) -> None:
        """Name the acts that would be taken back or done again; greyed out when there is none."""
        self.undo.setText(f"Hoàn tác “{undo_text}”" if undo_text else "Hoàn tác")
        self.undo.setEnabled(bool(undo_text))
        self.redo.setText(f"Làm lại “{redo_text}”" if redo_text else "Làm lại")
        self.redo.setEnabled(bool(redo_text))

    def set_has_file(self, has_file: bool) -> None:
        """Without an open file only what opens one can be used."""
        of_the_file = (self.backup, self.restore, self.copy_out, self.doctor)
        of_what_is_in_it = (self.find, self.find_all, self.print, self.bin)
        for action in (*of_the_file, *of_what_is_in_it, *self.tabs):
            action.setEnabled(has_file)
        if not has_file:
            self.set_undo("", "")
