"""People who may have been entered twice, over the whole list: ticked pairs become one, or one pair cell by cell."""

from __future__ import annotations

from PySide6.QtWidgets import QCheckBox, QPushButton, QWidget

from thidua_desktop.domain.changes import Changes
from thidua_desktop.domain.errors import KnownError
from thidua_desktop.services.members import doubles, merging_people
from thidua_desktop.services.members.doubles import PeoplePair
from thidua_desktop.ui.tab import TabContext
from thidua_desktop.ui.theme import sizes
from thidua_desktop.ui.widgets.labels import label

from .dialog import MemberDialog
from .merge_dialog import ConflictTable
from .pairs import PairModel, PairTable

_EXPLAIN = (
    "Các dòng cùng tên (không kể dấu, chữ hoa) mà ngày sinh, giới tính, số định danh không nói là hai người khác nhau. "
    "Chương trình không tự gộp."
)
_PAIRS = "Đánh dấu (phím cách) các cặp đúng là một người; Enter để xem từng ô của một cặp rồi chọn."
_CELLS = (
    "Dòng một ở lại và nhận đăng ký, đề nghị, khen thưởng, sáng kiến, kết quả từng năm của dòng hai. "
    "Ô nào hai dòng ghi khác nhau thì chọn bên giữ lại; bên kia được ghi vào ghi chú."
)


class PersonMergeDialog(MemberDialog):
    """One pair: which row stays, and of every cell in which they differ which one does. Accepting merges them."""

    def __init__(self, context: TabContext, pair: PeoplePair, parent: QWidget | None = None) -> None:
        super().__init__(context, "Gộp hai dòng của một người", "Gộp", _CELLS, parent)
        self._pair = pair
        self.swap = QCheckBox("Dòng hai ở lại thay cho dòng một")
        self.form.add_field("Người", label(pair.name, "strong", wrap=True))
        self.form.add_field("", self.swap)
        self.conflicts = ConflictTable("Bên trái là dòng ở lại.")
        self.column.addWidget(self.conflicts, 1)
        self.swap.toggled.connect(self.look)
        self.finish_layout(2 * sizes.DIALOG_WIDTH, sizes.READING_WIDTH)
        self.look()

    @property
    def _ids(self) -> tuple[int, int]:
        ids = (self._pair.first, self._pair.second)
        return (ids[1], ids[0]) if self.swap.isChecked() else ids

    def look(self, *_: object) -> None:
        """Show the cells in which they differ."""
        try:
            self.conflicts.show_conflicts(merging_people.people_conflicts(self.context.workspace, *self._ids))
        except KnownError as error:
            self.say(error)
            self.act.setEnabled(False)
        else:
            self.message.hide()
            self.act.setEnabled(True)

    def do(self) -> Changes:
        return merging_people.merge_people(self.context.workspace, [self._ids], self.conflicts.answers)


class DoublesDialog(MemberDialog):
    """Accepting merges the ticked pairs as one act; ``opened`` is the dialog of one pair, None when none is open."""

    def __init__(self, context: TabContext, parent: QWidget | None = None) -> None:
        super().__init__(context, "Tìm người trùng", "Gộp", _EXPLAIN, parent)
        self.model = PairModel(self)
        self.pairs = PairTable(self.model, _PAIRS)
        self.one = QPushButton("Xem từng ô…")
        self.one.setAutoDefault(False)
        self.opened: PersonMergeDialog | None = None
        self.count = label("", "soft")
        self.column.addWidget(self.pairs, 1)
        self.column.addWidget(self.count)
        self.finish_layout(2 * sizes.DIALOG_WIDTH, sizes.READING_WIDTH + sizes.LABEL_WIDTH)
        self.box.addButton(self.one, self.box.ButtonRole.ActionRole)
        self.one.clicked.connect(self.open_pair)
        self.pairs.table.row_opened.connect(self.open_pair)
        self.model.dataChanged.connect(self._show_count)
        self.reload()

    def reload(self) -> None:
        """Look for pairs again."""
        self.model.show_pairs(doubles.people_doubles(self.context.workspace))
        self._show_count()
        if self.model.pairs:
            self.pairs.table.go_to(0)

    def _show_count(self, *_: object) -> None:
        found, chosen = len(self.model.pairs), len(self.model.chosen)
        text = f"Có {found} cặp có thể trùng." if found else "Không thấy hai dòng nào có thể là một người."
        self.count.setText(text)
        self.act.setText(f"Gộp {chosen} cặp" if chosen else "Gộp")
        self.act.setEnabled(bool(chosen))
        self.one.setEnabled(bool(found))

    def open_pair(self, *_: object) -> None:
        """Show the pair the keyboard is in cell by cell; what is merged there is done at once."""
        row = self.pairs.table.current_row()
        if not 0 <= row < len(self.model.pairs):
            return
        self.opened = PersonMergeDialog(self.context, self.model.pairs[row], self)
        self.opened.accepted.connect(self._on_pair_merged)
        self.opened.finished.connect(self._on_pair_closed)
        self.opened.open()

    def _on_pair_merged(self) -> None:
        assert self.opened is not None, "only an open pair can be merged"
        self.context.bus.publish(self.opened.changes)
        self.reload()

    def _on_pair_closed(self) -> None:
        self.opened = None

    def do(self) -> Changes:
        pairs = [(pair.first, pair.second) for pair in self.model.chosen]
        return merging_people.merge_people(self.context.workspace, pairs)
