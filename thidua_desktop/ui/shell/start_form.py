"""What the first start asks, on one page: the office, its signers, where the data file is to be."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QComboBox, QCompleter, QHBoxLayout, QLineEdit, QPushButton, QSpinBox, QVBoxLayout, QWidget

from thidua_desktop.domain.offices import Office, Signer
from thidua_desktop.domain.vietnamese import fold, nfc, one_line
from thidua_desktop.domain.years import FIRST_YEAR, LAST_YEAR
from thidua_desktop.services.office import safekeeping
from thidua_desktop.ui import theme
from thidua_desktop.ui.shell.provinces import provinces
from thidua_desktop.ui.theme import sizes
from thidua_desktop.ui.widgets.form import FormSection
from thidua_desktop.ui.widgets.labels import ElidedLabel

KINDS = ("xã", "phường", "đặc khu")
AUTHORITY = "TM. ỦY BAN NHÂN DÂN"


@dataclass(frozen=True, slots=True)
class Founding:
    """The answers: a new data file at ``path`` for this office."""

    path: Path
    office: Office
    signers: tuple[Signer, ...]
    year: int


def without_kind(name: str) -> str:
    """The bare name: "Ví Dụ" of "xã Ví Dụ" or "UBND xã Ví Dụ"."""
    words = one_line(name)
    for start in ("ủy ban nhân dân ", "ubnd ", *(f"{kind} " for kind in KINDS)):
        if fold(words).startswith(fold(start)) and len(words) > len(start):
            words = words[len(start) :].strip()
    return words


def superior_of(province: str) -> str:
    """The line above the issuer that most offices print: "UBND TỈNH AN GIANG"; "" for what is no province's name."""
    name = named_province(province)
    return f"UBND {name.upper()}" if name in provinces() else ""


def named_province(typed: str) -> str:
    """The province with its kind, as texts name it: "tỉnh An Giang"; what was typed when there is none of that name.

    The bare name will do, and so will one without marks.
    """
    words = one_line(nfc(typed))
    named = (name for name in provinces() if fold(words) in (fold(name), fold(_bare(name))))
    return next(named, words)


def _bare(province: str) -> str:
    return province.removeprefix("thành phố ").removeprefix("tỉnh ")


class StartForm(QWidget):
    """Fields that fill each other: the name gives the place name and the file's name, the province the line above.

    What the clerk has typed in such a field stays as typed. Enter goes on to the next field; in the last one it tells
    ``finished``.
    """

    path_wanted = Signal()
    finished = Signal()

    def __init__(self, folder: Path, today: date, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._folder = folder
        self._own_path: Path | None = None
        self._typed: set[str] = set()
        self.kind = QComboBox()
        self.kind.addItems(KINDS)
        self.name = QLineEdit(placeholderText="Ví dụ: Bình An")
        self.province = self._province_field()
        self.superior = QLineEdit()
        self.place = QLineEdit()
        self.chair = QLineEdit(placeholderText="Họ và tên, để trống cũng được")
        self.vice = QLineEdit(placeholderText="Họ và tên, để trống cũng được")
        self.year = QSpinBox(minimum=FIRST_YEAR, maximum=LAST_YEAR, value=today.year)
        self._path_text = ElidedLabel()
        self._lay_out()
        self._connect()
        self._show_path()

    @staticmethod
    def _province_field() -> QComboBox:
        field = QComboBox(editable=True)
        field.addItems(provinces())
        field.setCurrentIndex(-1)
        field.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        field.completer().setFilterMode(Qt.MatchFlag.MatchContains)
        field.completer().setCompletionMode(QCompleter.CompletionMode.PopupCompletion)
        theme.set_part(field.completer().popup(), "choices")
        field.lineEdit().setPlaceholderText("Chọn hoặc gõ tên tỉnh, thành phố")
        return field

    def _lay_out(self) -> None:
        office = FormSection("Cơ quan")
        office.add_field("Loại đơn vị", self.kind)
        self.name_field = office.add_field("Tên xã, phường, đặc khu", self.name, required=True)
        office.add_field("Tỉnh, thành phố", self.province)
        office.add_field("Cơ quan cấp trên", self.superior, "Để trống thì không in dòng này.")
        office.add_field("Địa danh", self.place, "In trước ngày, tháng của văn bản.")
        signers = FormSection("Người ký và năm")
        signers.add_field("Chủ tịch", self.chair)
        signers.add_field("Phó Chủ tịch", self.vice)
        signers.add_field("Năm thi đua", self.year)
        self._path_field = signers.add_field("Tệp dữ liệu", self._path_row(), wide=True)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(2 * sizes.MARGIN)
        for section in (office, signers):
            column = QVBoxLayout()
            column.addWidget(section)
            column.addStretch(1)
            row.addLayout(column, 1)

    def _path_row(self) -> QWidget:
        other = QPushButton("Chỗ khác…")
        other.clicked.connect(self.path_wanted)
        made = QWidget()
        row = QHBoxLayout(made)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(sizes.UNIT)
        row.addWidget(self._path_text, 1)
        row.addWidget(other)
        return made

    def _connect(self) -> None:
        self.name.textChanged.connect(self._on_name)
        self.kind.currentTextChanged.connect(self._show_path)
        self.province.currentTextChanged.connect(self._on_province)
        self.superior.textEdited.connect(self._on_superior_typed)
        self.place.textEdited.connect(self._on_place_typed)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter goes on; what a field does with it by itself comes first."""
        fields: list[QWidget] = [self.kind, self.name, self.province, self.superior, self.place]
        fields += [self.chair, self.vice, self.year]
        at = next((number for number, field in enumerate(fields) if field.hasFocus() or _holds_focus(field)), -1)
        if event.key() not in (Qt.Key.Key_Return, Qt.Key.Key_Enter) or at < 0:
            super().keyPressEvent(event)
        elif fields[at] is self.year:
            self.finished.emit()
        else:
            fields[at + 1].setFocus(Qt.FocusReason.TabFocusReason)

    def _on_name(self, text: str) -> None:
        self.name_field.set_problem("")
        if "place" not in self._typed:
            self.place.setText(without_kind(text))
        self._show_path()

    def _on_province(self, text: str) -> None:
        if "superior" not in self._typed:
            self.superior.setText(superior_of(text))

    def _on_superior_typed(self, text: str) -> None:
        self._typed.add("superior")

    def _on_place_typed(self, text: str) -> None:
        self._typed.add("place")

    def set_path(self, path: Path) -> None:
        """The data file is to be there."""
        self._own_path = path
        self._show_path()

    @property
    def path(self) -> Path:
        """Where the data file will be."""
        if self._own_path is not None:
            return self._own_path
        name = without_kind(self.name.text()) or "mới"
        safe = "".join(" " if letter in '<>:"/\\|?*' else letter for letter in name)
        return self._folder / f"Thi đua {self.kind.currentText()} {safe}.thidua"

    def make_folder(self) -> None:
        """Make the folder of the place offered, when it went meanwhile; one that the clerk chose is left as it is."""
        if self._own_path is None:
            with suppress(OSError):  # making the file there says what is wrong
                self._folder.mkdir(parents=True, exist_ok=True)

    def _show_path(self, *_: object) -> None:
        self._path_text.setText(self.path.name)
        self._path_field.set_hint(f"Ở thư mục {self.path.parent}")

    def warning(self) -> str:
        """What speaks against the chosen place, "" when nothing does."""
        return safekeeping.place_warning(self.path)

    def answers(self) -> Founding | None:
        """What was answered; None, and said at its field, when the name is missing."""
        name = without_kind(self.name.text())
        if not name:
            self.name_field.set_problem("Hãy gõ tên xã, phường hoặc đặc khu.")
            self.name.setFocus()
            return None
        kind = self.kind.currentText()
        office = Office(
            name=f"{kind} {name}",
            kind=kind,
            province=named_province(self.province.currentText()),
            superior_line=nfc(self.superior.text()).strip(),
            place_name=nfc(self.place.text()).strip() or name,
        )
        return Founding(self.path, office, self._signers(), self.year.value())

    def _signers(self) -> tuple[Signer, ...]:
        asked = ((self.chair, "CHỦ TỊCH"), (self.vice, "KT. CHỦ TỊCH\nPHÓ CHỦ TỊCH"))
        return tuple(
            Signer(nfc(field.text()).strip(), position, AUTHORITY) for field, position in asked if field.text().strip()
        )


def _holds_focus(field: QWidget) -> bool:
    return field.isAncestorOf(field.window().focusWidget())


def primary(text: str) -> QPushButton:
    """The page's main button."""
    button = QPushButton(text)
    theme.set_kind(button, "primary")
    return button
