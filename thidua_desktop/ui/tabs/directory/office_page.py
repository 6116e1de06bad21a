"""The office as it is printed on papers: a form that is stored while it is typed in."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QComboBox, QLineEdit, QVBoxLayout, QWidget

from thidua_desktop.domain.changes import Changes
from thidua_desktop.domain.errors import KnownError
from thidua_desktop.domain.offices import Office
from thidua_desktop.services import offices
from thidua_desktop.ui.tab import TabContext
from thidua_desktop.ui.theme import State, sizes
from thidua_desktop.ui.widgets.card import Card
from thidua_desktop.ui.widgets.form import Field, FormSection
from thidua_desktop.ui.widgets.header import PageHeader

SAVE_AFTER = 600  # milliseconds after the last letter
KINDS = ("xã", "phường", "đặc khu")
FIELDS = (
    ("name", "Tên cơ quan", "Như in trên văn bản, ví dụ: xã Ví Dụ"),
    ("kind", "Loại", ""),
    ("province", "Tỉnh, thành phố", "Ví dụ: tỉnh Ví Dụ"),
    ("superior_line", "Dòng cơ quan cấp trên", "In trên tên cơ quan, ví dụ: UBND TỈNH VÍ DỤ. Để trống thì không in."),
    ("place_name", "Địa danh", "In trước ngày tháng của văn bản, ví dụ: Ví Dụ"),
)


class OfficePage(QWidget):
    """What is typed in a field is stored within a second; all of it until the field is left is one act to undo."""

    def __init__(self, context: TabContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.context = context
        self.header = PageHeader("Cơ quan", "Thông tin in trên mọi văn bản; gõ là được lưu ngay.")
        self.fields: dict[str, Field] = {}
        self._edited = ""  # the field with letters that are not stored yet
        self._visit = 0  # counts visits of fields: edits of one visit are one act
        self._own: Changes | None = None
        self._later = QTimer(self, singleShot=True, interval=SAVE_AFTER)
        self._later.timeout.connect(self.save)
        self._lay_out()
        self.reload(None)

    def _lay_out(self) -> None:
        form = FormSection()
        for key, words, hint in FIELDS:
            editor = self._kind_editor() if key == "kind" else self._line_editor()
            editor.setObjectName(key)
            editor.installEventFilter(self)
            self.fields[key] = form.add_field(words, editor, hint, required=key == "name")
        card = Card()
        card.add(form)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(sizes.MARGIN)
        column.addWidget(self.header)
        column.addWidget(card)
        column.addStretch(1)

    def _line_editor(self) -> QLineEdit:
        editor = QLineEdit()
        editor.textEdited.connect(self._on_edited)
        return editor

    def _kind_editor(self) -> QComboBox:
        editor = QComboBox()
        editor.addItems(KINDS)
        editor.activated.connect(self._on_edited)
        return editor

    def text(self, key: str) -> str:
        """What stands in a field."""
        editor = self.fields[key].widget
        return editor.currentText() if isinstance(editor, QComboBox) else editor.text()

    def _show(self, key: str, text: str) -> None:
        editor = self.fields[key].widget
        if isinstance(editor, QComboBox):
            editor.setCurrentText(text)
        elif editor.text() != text:
            editor.setText(text)

    def _on_edited(self) -> None:
        key = self.sender().objectName()
        if self._edited and self._edited != key:
            self.save()
        self._edited = key
        self._later.start()

    def save(self) -> None:
        """Store the field that was typed in; what does not fit stays in it with the reason."""
        key, self._edited = self._edited, ""
        self._later.stop()
        if not key:
            return
        stored = offices.office(self.context.workspace) or Office("")
        try:
            changes = offices.set_office(
                self.context.workspace, replace(stored, **{key: self.text(key)}), editing=f"{key} {self._visit}"
            )
        except KnownError as error:
            self.fields[key].set_problem(str(error))
            self.header.show_state("Chưa lưu", State.BAD)
            return
        self.fields[key].set_problem("")
        self.header.show_state("Đã lưu", State.GOOD)
        self._own = changes
        self.context.bus.publish(changes)
        self._own = None

    def eventFilter(self, editor: QObject, event: QEvent) -> bool:
        """Leaving a field stores it and ends its act; a popup or another program does not leave it."""
        if event.type() == QEvent.Type.FocusOut:
            self.save()
            self._visit += 1
        return super().eventFilter(editor, event)

    def reload(self, changes: Changes | None) -> None:
        """Show what is stored; a field ignores its own echo and keeps letters that are not stored."""
        if changes is not None and (changes is self._own or not changes.touches("office")):
            return
        stored = offices.office(self.context.workspace) or Office("")
        for key, field in self.fields.items():
            if key != self._edited and not field.problem():
                self._show(key, getattr(stored, key))

    def hideEvent(self, event: QEvent) -> None:
        """Nothing typed waits while the page is out of sight."""
        self.save()
        super().hideEvent(event)
