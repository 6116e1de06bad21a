"""What the dialogs of organisations and people have in common: fields above, a table, what does not go, the act."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QVBoxLayout, QWidget

from thidua_desktop.domain.bad_input import BadInput
from thidua_desktop.domain.changes import Changes
from thidua_desktop.domain.errors import KnownError
from thidua_desktop.domain.vietnamese import format_date, parse_date
from thidua_desktop.ui.tab import TabContext
from thidua_desktop.ui.theme import State, sizes
from thidua_desktop.ui.unstored import may_leave, store_typed
from thidua_desktop.ui.widgets.agree import AgreeBox
from thidua_desktop.ui.widgets.form import FormSection
from thidua_desktop.ui.widgets.labels import label
from thidua_desktop.ui.widgets.message import InlineMessage
from thidua_desktop.ui.widgets.register_editors import DateField
from thidua_desktop.ui.widgets.register_view import RegisterView


class MemberDialog(QDialog):
    """Accepting does the act and closes; what does not go is said above the buttons and the dialog stays.

    ``changes`` are those of the act. A subclass fills ``form`` and ``column``, says in ``do`` what is done and calls
    :meth:`finish_layout`.
    """

    def __init__(self, context: TabContext, title: str, act: str, explain: str = "", parent: QWidget | None = None):
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(title)
        self.context = context
        self.changes = Changes()
        self.form = FormSection()
        self.message = InlineMessage()
        self.message.hide()
        self.box = AgreeBox(self, act)
        self.act = self.box.agree
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(sizes.MARGIN, sizes.MARGIN, sizes.MARGIN, sizes.MARGIN)
        self.column.setSpacing(sizes.UNIT)
        if explain:
            self.column.addWidget(label(explain, "soft", wrap=True))
        self.column.addWidget(self.form)

    def finish_layout(self, width: int, height: int = 0) -> None:
        """Put the message and the buttons below what there is; the dialog is no larger than the screen."""
        self.column.addWidget(self.message)
        self.column.addWidget(self.box)
        room = self.screen().availableGeometry()
        self.resize(
            min(width, room.width() - sizes.ROOMY), min(height or self.sizeHint().height(), room.height() - sizes.ROOMY)
        )

    def do(self) -> Changes:
        """Do the act; raises :class:`KnownError` for what does not go."""
        raise NotImplementedError

    def accept(self) -> None:
        """What is still being typed counts."""
        store_typed(self)
        try:
            self.changes = self.do()
        except KnownError as error:
            self.say(error)
            return
        super().accept()

    def say(self, error: KnownError) -> None:
        """Say what does not go."""
        self.message.show_message(error.happened, error.advice, State.BAD)
        self.message.show()

    def day_field(self) -> DateField:
        """A field for a day, with today in it."""
        field = DateField()
        field.setText(format_date(self.context.workspace.today().isoformat()))
        return field


def day_of(field: DateField) -> date:
    """The day in a field; raises :class:`BadInput` for none."""
    try:
        iso = parse_date(field.text())
    except ValueError:
        iso = None
    if iso is None:
        raise BadInput(f"“{field.text()}” không phải là ngày.", "Gõ ngày như 01/07/2026.")
    return date.fromisoformat(iso)


class ScopedRegisterDialog(QDialog):
    """The register of one owner, e.g. a person's earlier posts; what is typed is stored at once."""

    def __init__(
        self, context: TabContext, kind: str, scope: int, title: str, explain: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(title)
        self.context = context
        self.view = RegisterView(context, kind, scope, with_history=False)
        box = QDialogButtonBox()
        box.addButton("Đóng", QDialogButtonBox.ButtonRole.RejectRole)
        box.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(sizes.MARGIN, sizes.MARGIN, sizes.MARGIN, sizes.MARGIN)
        column.setSpacing(sizes.UNIT)
        column.addWidget(label(explain, "soft", wrap=True))
        column.addWidget(self.view, 1)
        column.addWidget(box)
        self.resize(2 * sizes.DIALOG_WIDTH, sizes.READING_WIDTH)
        context.bus.changed.connect(self.view.reload)

    def reject(self) -> None:
        """Close, unless something typed could not be stored and is to stay."""
        if may_leave(self.context.ask, self):
            super().reject()
