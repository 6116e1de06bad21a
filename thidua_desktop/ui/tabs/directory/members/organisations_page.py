"""Danh mục → Tổ chức thành viên: the list in printing order, and what happens to organisations as years go by."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import cast

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from thidua_desktop.domain.changes import Changes
from thidua_desktop.domain.errors import KnownError
from thidua_desktop.domain.vietnamese import in_sentence
from thidua_desktop.services.members import names, renaming
from thidua_desktop.services.registers.refusals import InUse
from thidua_desktop.ui.tab import TabContext
from thidua_desktop.ui.tabs.directory.list_import.acts import WORDS, offer_list
from thidua_desktop.ui.theme import State
from thidua_desktop.ui.widgets.register_model import Derived
from thidua_desktop.ui.widgets.register_view import RegisterView
from thidua_desktop.ui.widgets.table import TableColumn

from .blocks_dialog import BlocksDialog
from .communes_dialog import CommunesDialog
from .dialog import ScopedRegisterDialog
from .merge_dialog import MergeDialog
from .organisation_doubles import OrganisationDoublesDialog
from .page import MembersPage, PastPanel
from .simple_dialogs import RenameDialog
from .split_dialog import SplitDialog

_STATES = {names.ACTIVE: State.GOOD}
_FORMER = "Tên cũ dùng để nhận ra đơn vị trong danh sách, tệp gửi về; văn bản về một ngày trước in tên của ngày đó."


class OrganisationsPage(MembersPage):
    """The organisations, with how each stands beside its name."""

    def __init__(
        self, context: TabContext, kind: str, title: str, subtitle: str, parent: QWidget | None = None
    ) -> None:
        self._standing_of: dict[int, str] | None = None
        super().__init__(context, kind, title, subtitle, parent)
        head = self.view.table.horizontalHeader()
        head.moveSection(len(self.view.register.keys), 1)
        self.past = PastPanel("Tên cũ, gộp, tách", "Sửa tên cũ…", self.edit_former)
        self.view.panel.body.insertWidget(0, self.past)
        self.add_act("Đổi tên…", "Đổi tên từ một ngày; tên cũ được giữ", self.rename)
        self.add_act("Gộp…", "Gộp các tổ chức đang chọn thành một", self.merge)
        self.add_act("Tách…", "Tách tổ chức đang chọn thành nhiều tổ chức", self.split)
        self.add_act("Khối thi đua…", "Xếp khối, cụm của năm cho nhiều tổ chức", self.sort_into_blocks)
        self.header.add_menu("Việc khác", self._menu())

    def _menu(self) -> QMenu:
        menu = QMenu()
        for words, slot in (
            (WORDS, self.import_list),
            ("Ngừng hoạt động từ năm…", self.retire),
            ("Tìm tổ chức trùng…", self.find_doubles),
            ("Gộp đơn vị của các xã cũ…", self.merge_communes),
            ("Chuyển lên\tAlt+↑", self._up),
            ("Chuyển xuống\tAlt+↓", self._down),
        ):
            act = QAction(words, menu)
            act.triggered.connect(slot)
            menu.addAction(act)
        return menu

    def derived(self, kind: str) -> Sequence[Derived]:
        return [Derived(TableColumn("standing", "Tình trạng", 16), self._standing_by_id, by_id=True)]

    def made_view(self, kind: str, derived: Sequence[Derived]) -> RegisterView:
        return OrganisationsView(self.context, kind, derived=derived)

    def _standing_by_id(self, row_id: int) -> tuple[str, State]:
        if self._standing_of is None:
            self._standing_of = names.standings(self.context.workspace, self.context.year)
        text = self._standing_of.get(row_id, "")
        return text, _STATES.get(text, State.WAIT if text else State.NEUTRAL)

    def reload(self, changes: Changes | None) -> None:
        self._standing_of = None
        super().reload(changes)
        self.view.model.work_out_again()

    def show_past(self, row_id: int) -> None:
        lines = [(line.text, line.when) for line in names.past_of(self.context.workspace, row_id)] if row_id else []
        self.past.show_lines(lines, chosen=bool(row_id))

    # Acts

    def rename(self) -> None:
        """Another name from a day on."""
        if ids := self.chosen_ids(1, "Chọn một tổ chức để đổi tên."):
            self.open_dialog(RenameDialog(self.context, ids[0], self.window()))

    def merge(self) -> None:
        """The chosen organisations become one."""
        if ids := self.chosen_ids(2, "Chọn từ hai tổ chức trở lên để gộp (giữ Ctrl rồi nhấn vào từng dòng)."):
            self.open_dialog(MergeDialog(self.context, ids, self.window()))

    def split(self) -> None:
        """The chosen organisation becomes several."""
        if ids := self.chosen_ids(1, "Chọn một tổ chức để tách."):
            self.open_dialog(SplitDialog(self.context, ids[0], self.window()))

    def sort_into_blocks(self) -> None:
        """The blocks of the year in view."""
        self.open_dialog(BlocksDialog(self.context, self.window()))

    def edit_former(self) -> None:
        """The earlier names of the chosen organisation as a list."""
        if row_id := self.view.chosen_id():
            dialog = ScopedRegisterDialog(
                self.context, "former_names", row_id, "Tên cũ của tổ chức", _FORMER, self.window()
            )
            self.open_dialog(dialog)

    def retire(self) -> None:
        """The chosen organisations are there no longer from a year on."""
        if ids := self.chosen_ids(1, "Chọn tổ chức ngừng hoạt động."):
            offer_retiring(self.context, self.view, ids, "Tổ chức đang chọn ngừng hoạt động từ năm nào?")

    def import_list(self) -> None:
        """Organisations from a spreadsheet."""
        offer_list(self, "organisations")

    def find_doubles(self) -> None:
        """The pairs that may be one organisation; the one that is chosen there is merged."""
        dialog = OrganisationDoublesDialog(self.context, self.window())
        if not dialog.model.pairs:
            dialog.deleteLater()
            self.context.ask.notify("Không thấy hai tổ chức nào có thể là một.", State.GOOD)
            return
        self.open_dialog(dialog)
        dialog.accepted.connect(self._on_pair)

    def merge_communes(self) -> None:
        """The organisations of former communes that were put together, all at once."""
        self.open_dialog(CommunesDialog(self.context, self.window()))

    def _on_pair(self) -> None:
        """Not before the list of pairs is closed, as one dialog is open at a time."""
        pair = cast(OrganisationDoublesDialog, self.sender()).chosen
        if pair is not None:
            ids = [pair.first, pair.second]
            QTimer.singleShot(0, self, partial(self._merge_twice, ids))

    def _merge_twice(self, ids: list[int]) -> None:
        dialog = MergeDialog(self.context, ids, self.window())
        dialog.choose_twice()
        self.open_dialog(dialog)

    def _up(self) -> None:
        self.view.table.move_current(-1)

    def _down(self) -> None:
        self.view.table.move_current(1)


class OrganisationsView(RegisterView):
    """One that cannot be removed because something of it is out may be retired instead."""

    def on_refused_removal(self, error: KnownError, ids: Sequence[int]) -> None:
        if isinstance(error, InUse):
            offer_retiring(self.context, self, ids, error.happened)
        else:
            super().on_refused_removal(error, ids)


def offer_retiring(context: TabContext, view: RegisterView, ids: Sequence[int], question: str) -> None:
    """Ask from which year the organisations are there no longer, and store it."""
    offered = [context.year, context.year + 1]
    explain = "Hãy chọn năm ngừng hoạt động: tổ chức vẫn còn trong sổ các năm trước, từ năm ấy không phải đăng ký nữa."
    number = context.ask.choose(question, [f"Ngừng hoạt động từ năm {year}" for year in offered], explain)
    if number is None:
        return
    try:
        changes = renaming.retire(context.workspace, ids, offered[number])
    except KnownError as error:
        context.ask.error(error)
        return
    context.bus.publish(changes)
    context.ask.notify(f"Đã {in_sentence(changes.text)}.", State.GOOD, [("Hoàn tác", view.undo_of(changes))])
    view.table.setFocus(Qt.FocusReason.OtherFocusReason)
