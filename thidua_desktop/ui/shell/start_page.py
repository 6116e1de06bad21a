"""The page without an open file: the first start, or what is wrong with the file that was to be opened."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QScrollArea, QVBoxLayout, QWidget

from thidua_desktop.domain.errors import KnownError
from thidua_desktop.services.office.safekeeping import FileInUse
from thidua_desktop.ui import theme
from thidua_desktop.ui.ask import DATA_FILE, Ask
from thidua_desktop.ui.shell.start_form import StartForm, primary
from thidua_desktop.ui.theme import State, sizes
from thidua_desktop.ui.widgets.card import Card
from thidua_desktop.ui.widgets.labels import label
from thidua_desktop.ui.widgets.message import InlineMessage

BACKUPS, OTHER_FILE, BACK, AGAIN = "Mở bản sao lưu…", "Chọn tệp khác…", "Mở lại tệp ấy", "Thử lại"


class StartPage(QScrollArea):
    """Tells by ``founded(Founding)``, ``open_wanted``, ``backup_wanted(path)``, ``back_wanted(path)`` and
    ``sample_wanted`` what to do.
    """

    founded = Signal(object)
    open_wanted = Signal()
    backup_wanted = Signal(object)
    back_wanted = Signal(object)
    sample_wanted = Signal()

    def __init__(self, ask: Ask, folder: Path, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ask = ask
        self._path: Path | None = None
        self._acts: tuple[str, ...] = ()
        self.setWidgetResizable(True)
        self.trouble = InlineMessage()
        self.trouble.acted.connect(self._on_act)
        self.form = StartForm(folder, date.today())
        self.form.path_wanted.connect(self._on_path)
        self.form.finished.connect(self._on_begin)
        self.danger = InlineMessage()
        self.begin = primary("Bắt đầu")
        self.begin.clicked.connect(self._on_begin)
        self.existing = QPushButton("Mở tệp có sẵn…")
        self.existing.clicked.connect(self.open_wanted)
        self.sample = QPushButton("Xem thử với dữ liệu mẫu")
        self.sample.setToolTip("Mở hai năm của một xã không có thật, trong tệp riêng; dữ liệu của bạn không đổi.")
        theme.set_kind(self.sample, "link")
        self.sample.clicked.connect(self.sample_wanted)
        self.questions = QWidget()
        self._lay_out_questions()
        self._lay_out()
        self.trouble.hide()
        self._warn()

    def _lay_out(self) -> None:
        card = Card()
        card.body.setContentsMargins(sizes.ROOMY, sizes.ROOMY, sizes.ROOMY, sizes.ROOMY)
        card.setMaximumWidth(sizes.PAGE_WIDTH)
        card.add(self.trouble)
        card.add(self.questions)
        middle = QHBoxLayout()
        middle.addStretch(1)
        middle.addWidget(card, 20)
        middle.addStretch(1)
        page = QWidget()
        theme.set_part(page, "ground")
        column = QVBoxLayout(page)
        column.addStretch(1)
        column.addLayout(middle)
        column.addStretch(2)
        self.setWidget(page)

    def _lay_out_questions(self) -> None:
        column = QVBoxLayout(self.questions)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(sizes.UNIT)
        column.addWidget(label("Bắt đầu dùng Thi đua Xã", "title"))
        column.addWidget(
            label("Trả lời một lần các câu dưới đây; sửa lại lúc nào cũng được trong thẻ Danh mục.", "soft", wrap=True)
        )
        column.addSpacing(sizes.UNIT)
        column.addWidget(self.form)
        column.addWidget(self.danger)
        buttons = QHBoxLayout()
        buttons.addWidget(self.existing)
        buttons.addWidget(self.sample)
        buttons.addStretch(1)
        buttons.addWidget(self.begin)
        column.addSpacing(sizes.UNIT)
        column.addLayout(buttons)

    def show_trouble(self, path: Path, error: KnownError, *, has_backups: bool) -> None:
        """Say why the file could not be opened, with the ways out.

        A file that is merely open elsewhere wants no backup and no new file beside it: the message stands alone.
        """
        self._path = path
        is_elsewhere = isinstance(error, FileInUse)
        first = (AGAIN,) if is_elsewhere else (BACKUPS,) if has_backups else ()
        self._acts = (*first, OTHER_FILE)
        self.questions.setVisible(not is_elsewhere)
        self.trouble.show_message(error.happened, error.advice, State.BAD, self._acts)
        self.trouble.show()

    def offer_back(self, path: Path) -> None:
        """The clerk wished a new file: say that the one before is safe, with the way back."""
        self._path = path
        self._acts = (BACK,)
        self.trouble.show_message(f"Tệp {path.name} đã lưu và đóng.", "", State.GOOD, self._acts)
        self.trouble.show()

    def _on_act(self, number: int) -> None:
        if self._acts[number] == BACKUPS:
            self.backup_wanted.emit(self._path)
        elif self._acts[number] in (BACK, AGAIN):
            self.back_wanted.emit(self._path)
        else:
            self.open_wanted.emit()

    def _on_path(self) -> None:
        path = self._ask.save_file("Tệp dữ liệu mới", self.form.path, (DATA_FILE,))
        if path is not None:
            self.form.set_path(path)
            self._warn()

    def _warn(self) -> None:
        words = self.form.warning()
        self.danger.show_message("Chỗ này không an toàn cho tệp dữ liệu", words, State.WAIT)
        self.danger.setVisible(bool(words))

    def _on_begin(self) -> None:
        answers = self.form.answers()
        if answers is not None:
            self.form.make_folder()
            self.founded.emit(answers)
