"""Who is nominated: the facts of the year to fill in, initiatives and earlier awards, and the way to all years."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from thidua_desktop.domain.awards import AwardGiven, Initiative
from thidua_desktop.domain.rules import SubjectFacts
from thidua_desktop.services.awards import nominees
from thidua_desktop.services.awards.verdicts import NominationVerdict
from thidua_desktop.services.wording import shortened
from thidua_desktop.ui import theme
from thidua_desktop.ui.tab import TabContext
from thidua_desktop.ui.tabs.awards.subject_year import BODY, PERSON, YearForm
from thidua_desktop.ui.theme import sizes
from thidua_desktop.ui.widgets.labels import label, show_when

_UNKNOWN = {
    "cá nhân": "Người này chưa gắn với ai trong danh mục Cá nhân, nên chưa có hồ sơ từng năm để xét.",
    "tập thể": "Tập thể này chưa gắn với đơn vị nào trong danh mục Tổ chức thành viên, nên chưa có số liệu để xét.",
    "hộ gia đình": "Hộ gia đình không có hồ sơ từng năm; các điều kiện được trả lời ở trang Điều kiện.",
}
_ADOPT, _ADOPT_AS_NEW = "Đưa vào danh mục", "Không, thêm tổ chức mới"
_BUTTON = 28  # letters of a name on a button
_MOST = 20  # lines of a list; the rest is in the window of all years


class SubjectPage(QWidget):
    """``years_wanted`` and ``adopt_wanted`` by the buttons: all its years, or to put it into the directory.

    ``link_wanted`` carries the organisation that the nominee was said to be.
    """

    years_wanted = Signal()
    adopt_wanted = Signal()
    link_wanted = Signal(int)

    def __init__(self, context: TabContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.context = context
        self.unknown = label("", "soft", wrap=True)
        self.same = QPushButton()
        self.same.clicked.connect(self._on_same)
        self._resembling = 0
        self.adopt = QPushButton(_ADOPT)
        self.adopt.setToolTip("Chọn nhiều dòng ở bảng thì đưa tất cả vào một lần")
        self.adopt.clicked.connect(self.adopt_wanted)
        self.year = label("", "strong")
        self.forms = {kind: YearForm(context, kind) for kind in (PERSON, BODY)}
        self.history = label("", wrap=True)
        self.initiatives = label("", wrap=True)
        self._initiative_title = label("Sáng kiến, đề tài", "strong")
        self.years = QPushButton("Các năm, sáng kiến…")
        theme.set_kind(self.years, "link")
        self.years.clicked.connect(self.years_wanted)
        self._lay_out()

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, sizes.UNIT, 0)
        column.setSpacing(sizes.UNIT)
        for widget in (
            *(self.unknown, self.same, self.adopt, self.year, *self.forms.values(), self.years),
            *(self._initiative_title, self.initiatives, label("Khen thưởng đã có", "strong"), self.history),
        ):
            column.addWidget(widget)
        column.addStretch(1)

    def show_subject(self, found: NominationVerdict, year: int) -> None:
        """Show the facts of that nominee in the year of its round."""
        subject = nominees.nominee(self.context.workspace, found.nomination_id)
        has_form = subject.owner_id is not None
        pressed = self.adopt.hasFocus() or self.same.hasFocus()
        self.unknown.setText(found.link or _UNKNOWN[subject.kind])
        show_when(self.unknown, not has_form)
        self._ask_whether_same(found.nomination_id)
        show_when(self.adopt, not has_form and subject.kind != "hộ gia đình")
        self.year.setText(f"Năm {year}")
        show_when(self.year, has_form)
        show_when(self.years, has_form)
        for kind, form in self.forms.items():
            wanted = has_form and kind == (BODY if subject.kind == "tập thể" else PERSON)
            show_when(form, wanted)
            if wanted:
                form.show_subject(subject, year)
                if pressed:  # the button goes; the keyboard stays where it was used
                    form.setFocus()
        self._show_lists(found.facts)

    def _ask_whether_same(self, nomination_id: int) -> None:
        """Propose the organisation of the directory that the name may mean; a new one stays possible."""
        alike = nominees.resembling(self.context.workspace, [nomination_id]).get(nomination_id)
        self._resembling = alike.organisation_id if alike else 0
        show_when(self.same, alike is not None)
        self.adopt.setText(_ADOPT_AS_NEW if alike else _ADOPT)
        if alike:
            self.unknown.setText(f"{self.unknown.text()} Có phải là “{alike.name}” đã có trong danh mục không?")
            self.same.setText(f"Đúng, gắn với “{shortened(alike.name, _BUTTON)}”")
            self.same.setToolTip(alike.name)

    def _on_same(self) -> None:
        self.link_wanted.emit(self._resembling)

    def _show_lists(self, facts: SubjectFacts) -> None:
        of_a_person = facts.subject_kind == "cá nhân"
        show_when(self._initiative_title, of_a_person)
        show_when(self.initiatives, of_a_person)
        self.initiatives.setText(_listed([_initiative(one) for one in facts.initiatives]))
        self.history.setText(_listed([_given(one) for one in facts.awards]))


def _listed(lines: Sequence[str]) -> str:
    if not lines:
        return "Chưa có."
    more = [f"và {len(lines) - _MOST} dòng nữa"] if len(lines) > _MOST else []
    return "\n".join([*sorted(lines, reverse=True)[:_MOST], *more])


def _initiative(one: Initiative) -> str:
    return f"{one.year}: {one.name} (cấp {one.scope})"


def _given(one: AwardGiven) -> str:
    decision = f", QĐ {one.decision_number}" if one.decision_number else ""
    return f"{one.year}: {one.award}{decision}"
