"""What stands at the head and the foot of the plan: type, subject, number, date, place, theme, signer."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QScrollArea, QWidget

from thidua_desktop.domain.plan.plans import Plan
from thidua_desktop.services.plan import plans
from thidua_desktop.services.registers import registers
from thidua_desktop.ui.storing import store
from thidua_desktop.ui.tab import TabContext
from thidua_desktop.ui.tabs.plans.section_keys import is_typing
from thidua_desktop.ui.theme import sizes
from thidua_desktop.ui.widgets.card import Card
from thidua_desktop.ui.widgets.fields import ChoiceField, LineField, TextField
from thidua_desktop.ui.widgets.form import Field, FormSection

AnyField = LineField | TextField | ChoiceField

_DOC_TYPES = ("KẾ HOẠCH", "CHƯƠNG TRÌNH", "HƯỚNG DẪN", "PHƯƠNG ÁN")
_AUTHORITIES = ("TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "TL. CHỦ TỊCH", "TUQ. CHỦ TỊCH")
_SIGNERS_SHOWN = 50


class GeneralPage(QScrollArea):
    """The form of a plan's single values; each field saves by itself. ``refused_typing`` tells that somebody typed in
    one that is only to be read.
    """

    refused_typing = Signal()
    note = "tự lưu khi gõ"

    def __init__(self, context: TabContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.context = context
        self._plan_id = 0
        self.fields: dict[str, AnyField] = {}
        self._said_at: dict[str, Field] = {}
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.sheet = sheet = Card("Thông tin chung", self.note)
        for section in (self._paper(), self._issue(), self._signature()):
            sheet.add(section)
        sheet.body.addStretch(1)
        self.setWidget(sheet)

    def _paper(self) -> FormSection:
        form = FormSection("Văn bản")
        self._add(form, "doc_type", "Tên loại", ChoiceField(_DOC_TYPES))
        self._add(form, "title", "Trích yếu", TextField(), wide=True)
        self._add(form, "theme", "Chủ đề", TextField(), "Để trống khi kế hoạch không có chủ đề.", wide=True)
        self._add(form, "year", "Năm thi đua", LineField())
        return form

    def _issue(self) -> FormSection:
        form = FormSection("Ban hành")
        self._add(form, "issuer", "Cơ quan ban hành", LineField(), "Ví dụ: Ủy ban nhân dân xã Ví Dụ")
        self._add_row(form, "Số và ký hiệu", (("number", "số"), ("symbol", "ký hiệu, ví dụ KH-UBND")), "/")
        self._add(form, "place", "Địa danh", LineField())
        self._add_row(form, "Ngày ban hành", (("day", "ngày"), ("month", "tháng"), ("date_year", "năm")), "/")
        return form

    def _signature(self) -> FormSection:
        form = FormSection("Người ký")
        self._add(
            form, "signer_authority", "Thẩm quyền ký", ChoiceField(_AUTHORITIES), "Kế hoạch ký TM. ỦY BAN NHÂN DÂN"
        )
        self._add(form, "signer_title", "Chức vụ", TextField(), "CHỦ TỊCH; ký thay thì hai dòng")
        self._add(form, "signer_name", "Họ và tên", ChoiceField())
        return form

    def _add(
        self, form: FormSection, key: str, words: str, field: AnyField, hint: str = "", *, wide: bool = False
    ) -> None:
        self._said_at[key] = form.add_field(words, field, hint, wide=wide)
        self._watch(key, field)

    def _add_row(self, form: FormSection, words: str, parts: tuple[tuple[str, str], ...], between: str) -> None:
        row = QWidget()
        line = QHBoxLayout(row)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(sizes.UNIT)
        for number, (key, hint) in enumerate(parts):
            if number:
                line.addWidget(QLabel(between))
            field = LineField(hint)
            field.setAccessibleName(f"{words}: {hint}")
            line.addWidget(field, 1)
            self._watch(key, field)
        said_at = form.add_field(words, row)
        self._said_at.update({key: said_at for key, _ in parts})

    def _watch(self, key: str, field: AnyField) -> None:
        self.fields[key] = field
        field.autosave.edited.connect(partial(self._on_edited, key))
        field.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        is_field = isinstance(watched, LineField | TextField)
        if event.type() == QEvent.Type.KeyPress and is_field and watched.isReadOnly() and is_typing(event):
            self.refused_typing.emit()
        return super().eventFilter(watched, event)

    def show_plan(self, plan: Plan) -> None:
        """Show that plan's values; nothing of it counts as typing."""
        if plan.id != self._plan_id:
            self.flush()
            self._plan_id = plan.id
            for key, field in self.fields.items():  # what could not be stored belongs to the plan before
                field.autosave.give_up()
                self._said_at[key].set_problem("")
        signers = registers.page(self.context.workspace, "signers", limit=_SIGNERS_SHOWN)
        self.fields["signer_name"].set_choices([row.cells[0] for row in signers])
        for key, text in values(plan).items():
            self.fields[key].autosave.show(text)

    def flush(self) -> None:
        """Store now what is still being typed."""
        for field in self.fields.values():
            field.autosave.flush()

    def show_field(self, key: str) -> None:
        """Put the keyboard into a field."""
        self.ensureWidgetVisible(self.fields[key])
        self.fields[key].setFocus()

    def _on_edited(self, key: str, text: str, editing: str) -> None:
        act = partial(plans.set_plan_field, plan_id=self._plan_id, field=key, text=text, editing=editing)
        store(self.context, act, self.fields[key].autosave, self._said_at[key])


def values(plan: Plan) -> dict[str, str]:
    """The texts of the form's fields, by the keys of ``services.plan_fields.LABELS``."""
    raw = {
        "doc_type": plan.doc_type,
        "title": plan.title,
        "theme": plan.theme,
        "year": plan.year,
        "issuer": plan.issuer,
        "number": plan.number,
        "symbol": plan.symbol,
        "place": plan.place,
        "day": plan.date.day,
        "month": plan.date.month,
        "date_year": plan.date.year,
        "signer_authority": plan.signer.authority,
        "signer_title": plan.signer.title,
        "signer_name": plan.signer.name,
    }
    return {key: "" if value is None else str(value) for key, value in raw.items()}
