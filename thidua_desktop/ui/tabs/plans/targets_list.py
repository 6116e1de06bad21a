"""The targets of a plan: each figure lives once, here and in the text, and each row says where."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QModelIndex
from PySide6.QtWidgets import QWidget

from thidua_desktop.domain.changes import Changes
from thidua_desktop.services.plan import plans, target_text
from thidua_desktop.services.plan.target_text import TARGETS, TargetPlace
from thidua_desktop.ui.storing import do
from thidua_desktop.ui.tab import TabContext
from thidua_desktop.ui.tabs.plans.plan_list import PlanList, RowStrip
from thidua_desktop.ui.tabs.plans.target_sentence_dialog import TargetSentenceDialog
from thidua_desktop.ui.theme import State, sizes
from thidua_desktop.ui.widgets.register_model import Derived
from thidua_desktop.ui.widgets.table import GrowingColumn, TableColumn

IN_TEXT = "Trong văn bản"
_PUT = "Đưa vào văn bản…"
_NO_ROW = "Chọn một dòng để biết chỉ tiêu ấy ở chỗ nào của văn bản"
_WIDTHS = {
    "values": 26 * sizes.CHAR,  # the figures of two levels on two lines
    "last_year": 9 * sizes.CHAR,
    "responsible": 15 * sizes.CHAR,
    "in_text": 11 * sizes.CHAR,
}
_LEAST = 14 * sizes.CHAR  # of the target's name
_SEEN_AT = 3  # where its place in the text stands among the columns: in sight also in a narrow window
_TEXT_KINDS = ("plans", "plan_sections", "plan_targets", "plan_target_values")


class _Places:
    """How the targets of the plan in view stand in its text."""

    def __init__(self, context: TabContext) -> None:
        self._context = context
        self._known: dict[int, TargetPlace] = {}

    def refresh(self, plan_id: int) -> None:
        """Look anew."""
        self._known = target_text.target_places(self._context.workspace, plan_id) if plan_id else {}

    def of(self, target_id: int) -> TargetPlace | None:
        """Of one target; None for a new one."""
        return self._known.get(target_id)

    def cell(self, target_id: int) -> tuple[str, State]:
        """The word of the column, and its state."""
        place = self.of(target_id)
        if place is None:
            return "", State.NEUTRAL
        match place.standing:
            case "there":
                return place.name or "phần mở đầu, kết", State.NEUTRAL
            case "no figure":
                return f"thiếu {place.missing}", State.WAIT
            case "twice":
                return "có ở nhiều chỗ", State.WAIT
            case "nowhere":
                return "không thấy trong nguyên văn", State.WAIT
            case "no words":
                return "chưa có trong văn bản", State.WAIT


class TargetsList(PlanList):
    """As every list; a column says where in the text a target stands, and a click there goes to it.

    The target takes the room that the columns asked for most leave; the others are scrolled to.
    """

    follows = _TEXT_KINDS

    def __init__(self, context: TabContext, plan_id: int) -> None:
        places = _Places(context)
        column = TableColumn("in_text", IN_TEXT, 24, hint="Bấm vào để tới câu ghi chỉ tiêu này")
        derived = (Derived(column, places.cell, by_id=True),)
        super().__init__(context, TARGETS, plan_id, derived=derived, widths=_WIDTHS)
        head = self.table.horizontalHeader()
        head.moveSection(len(self.model.columns) - 1, _SEEN_AT)
        self.table.two_line_rows()
        self.growing = GrowingColumn(self.table, "indicator", until="in_text", rather="responsible", least=_LEAST)
        self.places = places
        self.dialog: TargetSentenceDialog | None = None
        self.look_again()
        self.table.clicked.connect(self._on_clicked)
        self.model.acted.connect(self._tell_of_text)

    def above_table(self) -> QWidget:
        """Where the target the keyboard is in stands in the text."""
        self.strip = RowStrip()
        self.to_words = self.strip.add("Tới câu đó", "Mở mục ghi chỉ tiêu này")
        self.put = self.strip.add(_PUT, "Viết chỉ tiêu, hoặc số còn thiếu, vào văn bản của kế hoạch", changes_plan=True)
        self.to_words.clicked.connect(self.go_to_words)
        self.put.clicked.connect(self.put_into_text)
        return self.strip

    # What follows

    def look_again(self) -> None:
        self.places.refresh(self.plan_id)
        self.model.work_out_again()
        self.show_row()

    def show_row(self) -> None:
        place = self.places.of(self.chosen_id())
        word, state = self.places.cell(self.chosen_id())
        if place is None:
            self.strip.say(_NO_ROW, State.NEUTRAL)
            self.strip.offer(self.to_words, False)
            self.strip.offer(self.put, False)
            return
        where = {"there": "Câu của chỉ tiêu này ở mục", "no figure": f"Câu ở mục {place.name} còn"}
        lead = where.get(place.standing, "Chỉ tiêu này")
        self.strip.say(f"{lead} {word}", State.NEUTRAL if place.standing == "there" else state)
        self.strip.offer(self.to_words, bool(place.section_id))
        self.strip.offer(self.put, place.standing not in ("there", "twice"))

    def _tell_of_text(self, changes: Changes) -> None:
        """What was changed in the text is said: it is out of sight."""
        if not changes.touches("plan_sections") or not changes.touches("plan_targets", "plan_target_values"):
            return
        place = self.places.of(self.chosen_id())
        where = f" ở mục {place.name.rstrip('.')}" if place and place.name else ""
        self.tell_of_text(changes, where)

    # Acts

    def _on_clicked(self, index: QModelIndex) -> None:
        if self.model.columns[index.column()].key == "in_text" and index.row() < self.model.rows.count:
            self.go_to_words()

    def go_to_words(self) -> None:
        """Show the section where the target of the row stands."""
        row_id = self.chosen_id()
        place = self.places.of(row_id)
        if place is None or not place.section_id:
            return
        plan = plans.plan(self.context.workspace, self.plan_id)
        quote = next((target.quote for target in plan.targets if target.id == row_id), "")
        self.section_wanted.emit(place.section_id, quote)

    def _chosen_ids(self) -> list[int]:
        """The targets of the chosen rows that the text does not say, or not wholly."""
        rows = self.table.chosen_rows() or [self.table.current_row()]
        ids = [self.model.row_id(row) for row in rows if 0 <= row < self.model.rows.count]
        return [one for one in ids if (place := self.places.of(one)) and place.standing not in ("there", "twice")]

    def put_into_text(self) -> None:
        """Write the chosen targets into the text: at once where their words are known, else into a chosen section."""
        ids = self._chosen_ids()
        if not ids:
            return
        if all((place := self.places.of(one)) and place.standing == "no figure" for one in ids):
            self._put(ids, 0)
            return
        plan = plans.plan(self.context.workspace, self.plan_id)
        proposed = target_text.proposed_section(self.context.workspace, ids[0])
        sentences = target_text.sentences_of(self.context.workspace, ids)
        self.dialog = TargetSentenceDialog(sentences, plan.sections, proposed, self.window())
        self.dialog.accepted.connect(partial(self._on_agreed, ids))
        self.dialog.finished.connect(self._on_finished)
        self.dialog.open()

    def _on_agreed(self, ids: Sequence[int]) -> None:
        if self.dialog is not None:
            self._put(ids, self.dialog.section_id)

    def _on_finished(self) -> None:
        self.dialog = None

    def _put(self, ids: Sequence[int], section_id: int) -> None:
        changes = do(self.context, partial(target_text.put_into_text, self.context.workspace, ids, section_id))
        if changes:
            text = "Đã đưa chỉ tiêu vào văn bản." if len(ids) == 1 else f"Đã đưa {len(ids)} chỉ tiêu vào văn bản."
            self.context.ask.notify(text, acts=[("Hoàn tác", self.undo_of(changes))])

    def acts_after_removal(self, ids: Sequence[int]) -> Callable[[], list[tuple[str, Callable[[], None]]]]:
        """The sentence of a removed target may go too, where it says nothing else."""
        plan = plans.plan(self.context.workspace, self.plan_id)
        quotes = [target.quote for target in plan.targets if target.id in ids and target.quote]
        return partial(self._offer_sentences, quotes)

    def _offer_sentences(self, quotes: Sequence[str]) -> list[tuple[str, Callable[[], None]]]:
        if not quotes or not target_text.sentences_left(self.context.workspace, self.plan_id, quotes):
            return []
        return [("Xóa cả câu trong văn bản", partial(self._take_out, quotes))]

    def _take_out(self, quotes: Sequence[str]) -> None:
        do(self.context, partial(target_text.take_out_of_text, self.context.workspace, self.plan_id, quotes))
