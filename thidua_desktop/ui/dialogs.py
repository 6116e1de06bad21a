"""The window's own :class:`Ask`: message boxes, questions and file dialogs, all in Vietnamese."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialogButtonBox, QFileDialog, QInputDialog, QMessageBox, QPushButton, QWidget

from thidua_desktop.domain.vietnamese import nfc
from thidua_desktop.ui.ask import Ask, FileKind
from thidua_desktop.ui.files import first_folder
from thidua_desktop.ui.remembered import Remembered
from thidua_desktop.ui.theme import State, sizes

_IN_A_ROW = 440  # the width of buttons that fit beside each other in a message box; wider ones stand below each other
_LONGEST = 100  # letters of one option: what a message box makes room for on a small screen
ICONS = {
    State.NEUTRAL: QMessageBox.Icon.Information,
    State.GOOD: QMessageBox.Icon.Information,
    State.WAIT: QMessageBox.Icon.Warning,
    State.BAD: QMessageBox.Icon.Critical,
}


class WindowAsk(Ask):
    """Asks in dialogs over ``window``. A file dialog starts where the last one of its kind ended: files are taken from
    one place and papers written to another, which is remembered for the next day.
    """

    def __init__(self, window: QWidget | None = None, remembered: Remembered | None = None) -> None:
        super().__init__()
        self.window = window
        self._remembered = remembered
        self._folder = first_folder()
        kept = remembered.export_folder if remembered else None
        self._export_folder = kept if kept and kept.is_dir() else first_folder()

    def tell(self, text: str, explain: str = "", state: State = State.NEUTRAL) -> None:
        box = self._box(text, explain, state)
        box.addButton("Đóng", QMessageBox.ButtonRole.RejectRole)
        self._run(box)

    def confirm(self, question: str, explain: str = "", *, yes: str = "Đồng ý", no: str = "Hủy") -> bool:
        return self.choose(question, [yes], explain, no=no) == 0

    def choose(self, question: str, options: Sequence[str], explain: str = "", *, no: str = "Hủy") -> int | None:
        box = self._box(question, explain, State.WAIT)
        buttons = [box.addButton(_fitting(words), QMessageBox.ButtonRole.AcceptRole) for words in options]
        give_up = box.addButton(no, QMessageBox.ButtonRole.RejectRole)
        box.setDefaultButton(give_up)  # Enter and Space pressed unthinkingly change nothing
        give_up.setFocus()
        box.setEscapeButton(give_up)
        box.ensurePolished()
        if sum(button.sizeHint().width() for button in box.buttons()) > _IN_A_ROW:
            box.findChild(QDialogButtonBox).setOrientation(Qt.Orientation.Vertical)
        clicked = self._run(box)
        return next((number for number, button in enumerate(buttons) if button is clicked), None)

    def _box(self, text: str, explain: str, state: State) -> QMessageBox:
        box = QMessageBox(ICONS[state], "Thi đua Xã", text, QMessageBox.StandardButton.NoButton, self.window)
        box.setTextFormat(Qt.TextFormat.PlainText)
        box.setInformativeText(explain)
        return box

    @staticmethod
    def _run(box: QMessageBox) -> QPushButton | None:
        box.exec()
        clicked = box.clickedButton()
        box.deleteLater()
        return clicked

    def line(self, title: str, label: str, value: str = "") -> str | None:
        dialog = QInputDialog(self.window)
        dialog.setWindowTitle(title)
        dialog.setLabelText(label)
        dialog.setTextValue(value)
        dialog.resize(sizes.DIALOG_WIDTH, dialog.sizeHint().height())
        taken = dialog.exec() == QInputDialog.DialogCode.Accepted
        text = nfc(dialog.textValue()).strip()
        dialog.deleteLater()
        return text if taken else None

    def open_file(self, title: str, kinds: Sequence[FileKind], folder: Path | None = None) -> Path | None:
        dialog = self._file_dialog(title, folder or self._folder, kinds)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setLabelText(QFileDialog.DialogLabel.Accept, "Mở")
        return self._opened(dialog)

    def open_files(self, title: str, kinds: Sequence[FileKind]) -> list[Path]:
        dialog = self._file_dialog(title, self._folder, kinds)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
        dialog.setLabelText(QFileDialog.DialogLabel.Accept, "Mở")
        taken = dialog.exec() == QFileDialog.DialogCode.Accepted
        files = [Path(name) for name in dialog.selectedFiles()] if taken else []
        dialog.deleteLater()
        if files:
            self._folder = files[0].parent
        return files

    def save_file(self, title: str, suggested: Path, kinds: Sequence[FileKind]) -> Path | None:
        place = suggested.parent if suggested.is_absolute() else self._export_folder
        dialog = self._file_dialog(title, place, kinds)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix(kinds[0].endings[0])
        dialog.setLabelText(QFileDialog.DialogLabel.Accept, "Lưu")
        dialog.selectFile(suggested.name)
        return self._chosen(dialog) if suggested.is_absolute() else self._exported(dialog)

    def folder(self, title: str, start: Path | None = None, *, export: bool = False) -> Path | None:
        place = self._export_folder if export else self._folder
        dialog = self._file_dialog(title, start or place, ())
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setOption(QFileDialog.Option.ShowDirsOnly, True)
        dialog.setLabelText(QFileDialog.DialogLabel.Accept, "Chọn")
        return self._exported(dialog) if export else self._opened(dialog)

    def _file_dialog(self, title: str, folder: Path, kinds: Sequence[FileKind]) -> QFileDialog:
        dialog = QFileDialog(self.window, title, str(folder))
        if sys.platform != "win32":  # on Windows the system's own, which knows USB sticks and the clerk's places
            dialog.setOption(QFileDialog.Option.DontUseNativeDialog, True)
        dialog.setNameFilters([kind.filter for kind in kinds])
        dialog.setLabelText(QFileDialog.DialogLabel.Reject, "Hủy")
        return dialog

    def _opened(self, dialog: QFileDialog) -> Path | None:
        path = self._chosen(dialog)
        if path is not None:
            self._folder = _folder_of(path)
        return path

    def _exported(self, dialog: QFileDialog) -> Path | None:
        path = self._chosen(dialog)
        if path is not None:
            self._export_folder = _folder_of(path)
            if self._remembered is not None:
                self._remembered.export_folder = self._export_folder
        return path

    @staticmethod
    def _chosen(dialog: QFileDialog) -> Path | None:
        taken = dialog.exec() == QFileDialog.DialogCode.Accepted
        files = dialog.selectedFiles()
        dialog.deleteLater()
        return Path(files[0]) if taken and files else None


def _folder_of(path: Path) -> Path:
    return path if path.is_dir() else path.parent


def _fitting(words: str) -> str:
    """A very long name without its middle: its end says which of two alike it is."""
    if len(words) <= _LONGEST:
        return words
    return f"{words[: _LONGEST - 50].rpartition(' ')[0]} … {words[-48:].partition(' ')[2]}"
