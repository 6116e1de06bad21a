"""The view by organisation: the organisations at the left, the chosen one in the middle, details at the right."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from thidua_desktop.domain.changes import Changes
from thidua_desktop.domain.chasing.deadlines import REPORT
from thidua_desktop.domain.registration.commitments import Standing
from thidua_desktop.domain.registration.cover import Owing
from thidua_desktop.services.chasing.owed import late, owed, to_enter
from thidua_desktop.services.export_parts import Request
from thidua_desktop.services.registration import commitments, registered, registrations
from thidua_desktop.services.registration.cover import cover
from thidua_desktop.services.registration.result_sheets import commitment_sheet
from thidua_desktop.ui.storing import do
from thidua_desktop.ui.tab import TabContext
from thidua_desktop.ui.tabs.commitments.organisation_list import OrganisationList
from thidua_desktop.ui.tabs.commitments.organisation_page import OrganisationPage
from thidua_desktop.ui.tabs.commitments.registering.pages import CULTURE
from thidua_desktop.ui.tabs.commitments.side import CirclePanel
from thidua_desktop.ui.tabs.commitments.year_view import Wanted, YearView
from thidua_desktop.ui.theme import sizes
from thidua_desktop.ui.undo_act import UndoAct
from thidua_desktop.ui.unstored import may_leave
from thidua_desktop.ui.widgets.card import Card
from thidua_desktop.ui.widgets.scrolling import scrolling
from thidua_desktop.ui.widgets.side import Columns

CULTURE_YEARS = "culture_years"


class OrganisationsView(YearView):
    """``paper_changed`` tells that another organisation is the chosen one."""

    def __init__(self, context: TabContext, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self.standings: tuple[Standing, ...] = ()
        self._late: frozenset[int] = frozenset()
        self._entering: frozenset[int] = frozenset()
        self._owes: dict[int, tuple[Owing, ...]] = {}
        self._record = ("commitments", 0)
        self.list = OrganisationList()
        self.page = OrganisationPage(context)
        self.panel = CirclePanel(context)
        card = Card("Đơn vị")
        card.add(self.list, 1)
        card.setMinimumWidth(sizes.PANEL_MIN)
        middle = self.middle = scrolling(self.page)
        middle.setMinimumWidth(sizes.PAGE_MIN)
        middle.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # Tab goes from the list to the fields, nowhere unseen between
        widths = [sizes.ORGANISATIONS_WIDTH, sizes.READING_WIDTH * 2, sizes.CHOICE_WIDTH]
        self.columns = Columns(
            [card, middle, self.panel], widths, remembered=context.remembered, name="columns/registration", parent=self
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.columns)
        self._connect()

    def _connect(self) -> None:
        self.list.chosen.connect(self._on_chosen)
        self.page.leave_wanted.connect(self.leave_year)
        self.page.plan_wanted.connect(self.plan_wanted)
        self.page.commitments.chosen.connect(self._on_commitment)
        for view in self.page.registered.registers:
            view.row_chosen.connect(partial(self._on_registered, view.register.kind))
        self.page.registered.tabs.currentChanged.connect(self._on_registered_page)
        self.panel.turned.connect(self._fill_panel)
        self.panel.details.link_wanted.connect(self._on_link)
        self.panel.details.terms.adjust_wanted.connect(self.page.adjusting.ask)

    # What is shown

    def reload(self, changes: Changes | None) -> None:
        """Read again what ``changes`` concern."""
        self._read()
        self.page.reload(changes)
        self._fill_panel()

    def _read(self) -> None:
        workspace, year = self.context.workspace, self.context.year
        self.standings = registrations.standing(workspace, year)
        sheet = commitment_sheet(workspace, year)
        overdue = late(workspace, year, owed(workspace, year, standings=self.standings, sheet=sheet))
        reports = (one for things in overdue.values() for one in things if one.about == REPORT)
        self._late = frozenset(one.organisation_id for one in reports)
        waiting = to_enter(workspace, year, standings=self.standings, sheet=sheet)
        self._entering = frozenset(one.organisation_id for one in waiting)
        found = cover(workspace, year).organisations
        self._owes = {one.organisation_id: one.owes for one in found if one.owes}
        self.list.show_standings(self.standings, self._late, self._owes, self._entering)
        wanted = self.page.organisation_id if self._standing(self.page.organisation_id) else 0
        if not wanted and self.standings:
            self.list.choose_first()
            wanted = self.list.current()
        self._show_page(wanted)

    def _show_page(self, organisation_id: int) -> None:
        another = organisation_id != self.page.organisation_id
        late, entering = organisation_id in self._late, organisation_id in self._entering
        self.page.show_organisation(self._standing(organisation_id), late, entering)
        self.page.show_owed(self._owes.get(organisation_id, ()))
        if another:
            self.middle.verticalScrollBar().setValue(0)  # whose page it is stands at its top
            self._record = ("commitments", 0)
            self._fill_panel()
            self.paper_changed.emit()

    def _standing(self, organisation_id: int) -> Standing | None:
        return next((one for one in self.standings if one.organisation_id == organisation_id), None)

    def _on_chosen(self, organisation_id: int) -> None:
        if organisation_id == self.page.organisation_id:
            return
        if may_leave(self.context.ask, self):
            self._show_page(organisation_id)
        else:
            self.list.choose(self.page.organisation_id)

    def choose(self, organisation_id: int) -> bool:
        """Show that organisation; False when it is not of the year."""
        return self.list.choose(organisation_id)

    @property
    def chosen(self) -> Standing | None:
        """The chosen organisation, None for none."""
        return self._standing(self.page.organisation_id)

    def find_here(self) -> None:
        """Put the keyboard into the search of the organisations."""
        self.list.find_here()

    def focus_here(self) -> None:
        """Put the keyboard into the list of the organisations."""
        self.list.view.setFocus()

    def paper(self) -> Wanted | None:
        """The bản đăng ký of the chosen organisation."""
        chosen = self.chosen
        if chosen is None:
            return None
        request = Request(self.context.year, organisation_id=chosen.organisation_id)
        return Wanted("registration-form", request, chosen.name)

    # At the side

    def _on_commitment(self) -> None:
        row = self.page.commitments.current()
        if row is not None or self._record[0] == "commitments":
            self._record = ("commitments", row.owner_id if row else 0)
        self._fill_panel()

    def _on_registered(self, kind: str, row_id: int) -> None:
        if row_id or self._record[0] == kind:
            self._record = (kind, row_id)
            self._fill_panel()

    def _on_registered_page(self, place: int) -> None:
        """The figures of a thôn stand above its list: their history is that of the page."""
        if place == CULTURE:
            self._record = (CULTURE_YEARS, 0)
            self._fill_panel()

    def _culture_id(self) -> int:
        one = self.page.registration
        return registered.culture(self.context.workspace, one.id).id if one else 0

    def _fill_panel(self, *_: object) -> None:
        if self.panel.shows_details:
            view = self.page.commitments
            phase = view.current_phase()
            name = view.model.sheet.phases[phase].name if phase is not None else ""
            self.panel.details.show_row(view.current(), phase, name)
        elif self.panel.shows_history:
            kind, row_id = self._record
            self.panel.show_record(kind, self._culture_id() if kind == CULTURE_YEARS else row_id)

    # Acts

    def _on_link(self, commitment_id: int, target_id: int) -> None:
        do(self.context, lambda: commitments.link(self.context.workspace, commitment_id, target_id))

    def leave_year(self) -> None:
        """Take the chosen organisation out of the year's list; the notice offers to bring it back."""
        registration, standing = self.page.registration, self.chosen
        if registration is None or standing is None or not may_leave(self.context.ask, self):
            return
        going = registrations.what_goes(self.context.workspace, registration.id)
        if going.is_out and not self.context.ask.confirm(
            f"{standing.name} đã nộp bản đăng ký hoặc đã có giấy tờ, tệp, điểm. Vẫn bỏ khỏi danh sách?",
            f"Bỏ cùng: {going.words or 'ngày nộp đăng ký'}. Cam kết của đơn vị vẫn còn; Ctrl+Z lấy lại được tất cả.",
            yes="Bỏ khỏi danh sách",
        ):
            return
        changes = do(self.context, lambda: registrations.remove_from_year(self.context.workspace, registration.id))
        if changes:
            also = f" cùng {going.words}" if going.words else ""
            text = f"Đã bỏ {standing.name} khỏi danh sách năm {registration.year}{also}."
            self.context.ask.notify(text, acts=[("Hoàn tác", UndoAct(self.context, changes))])
