"""The office as it is printed on papers: a form that is stored while it is typed in."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QObject
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QComboBox, QVBoxLayout, QWidget

from thidua_desktop.domain.changes import Changes
from thidua_desktop.domain.errors import KnownError
from thidua_desktop.domain.offices import Office
from thidua_desktop.services.office import offices
from thidua_desktop.ui.tab import TabContext
from thidua_desktop.ui.theme import State, sizes
from thidua_desktop.ui.widgets.card import Card
from thidua_desktop.ui.widgets.fields import LineField
from thidua_desktop.ui.widgets.form import Field, FormSection
from thidua_desktop.ui.widgets.header import PageHeader
from thidua_desktop.ui.widgets.scrolling import scrolling

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
        self.kind = QComboBox()
        self.lines: dict[str, LineField] = {}
        self.fields: dict[str, Field] = {}
        self._lay_out()
        self._show()

    def _lay_out(self) -> None:
        form = FormSection()
        self.kind.addItems(KINDS)
        self.kind.textActivated.connect(self._on_kind)
        for key, words, hint in FIELDS:
            editor = self.kind if key == "kind" else self._line(key)
            self.fields[key] = form.add_field(words, editor, hint, required=key == "name")
        card = Card()
        card.add(form)
        card.body.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(sizes.MARGIN)
        column.addWidget(self.header)
        column.addWidget(scrolling(card), 1)

    def _line(self, key: str) -> LineField:
        line = self.lines[key] = LineField()
        line.autosave.setObjectName(key)
        line.autosave.edited.connect(self._on_line)
        return line

    def _on_line(self, text: str, editing: str) -> None:
        autosave: QObject = self.sender()
        if not self._store(autosave.objectName(), text, editing):
            autosave.not_stored()

    def _on_kind(self, text: str) -> None:
        self._store("kind", text, "")

    def _store(self, key: str, text: str, editing: str) -> bool:
        stored = offices.office(self.context.workspace) or Office("")
        try:
            changes = offices.set_office(self.context.workspace, replace(stored, **{key: text}), editing=editing)
        except KnownError as error:
            self.fields[key].set_problem(str(error))
            self.header.show_state("Chưa lưu", State.BAD)
            return False
        self.fields[key].set_problem("")
        self.header.show_state("Đã lưu", State.GOOD)
        self.context.bus.publish(changes)
        return True

    def reload(self, changes: Changes | None) -> None:
        """Show what is stored; what is being typed stays."""
        if changes is None or changes.touches("office"):
            self._show()

    def _show(self) -> None:
        stored = offices.office(self.context.workspace) or Office("")
        self.kind.setCurrentText(stored.kind)
        for key, line in self.lines.items():
            line.autosave.show(getattr(stored, key))

    def flush(self) -> None:
        """Store now what was typed."""
        for line in self.lines.values():
            line.autosave.flush()

    def hideEvent(self, event: QHideEvent) -> None:
        """Nothing typed waits while the page is out of sight."""
        self.flush()
        super().hideEvent(event)
