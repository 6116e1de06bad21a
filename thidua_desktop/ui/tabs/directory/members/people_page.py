"""Danh mục → Cá nhân: the list, changes of post, doubles, and the identity number shown on request."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from thidua_desktop.domain.changes import Changes
from thidua_desktop.services.members import posts
from thidua_desktop.ui.tab import TabContext
from thidua_desktop.ui.tabs.directory.list_import.acts import TIP, WORDS, offer_list
from thidua_desktop.ui.theme import State, sizes
from thidua_desktop.ui.widgets.labels import label, show_when

from .dialog import ScopedRegisterDialog
from .doubles_dialog import DoublesDialog
from .page import MembersPage, PastPanel
from .simple_dialogs import PostDialog

_POSTS = "Các chức vụ trước chức vụ hiện nay. Chức vụ, tổ chức hiện nay sửa ở dòng của người đó trong danh sách."


class PeoplePage(MembersPage):
    """The people, with the posts of the chosen one above the history."""

    def __init__(
        self, context: TabContext, kind: str, title: str, subtitle: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(context, kind, title, subtitle, parent)
        self.past = PastPanel("Quá trình công tác", "Sửa quá trình…", self.edit_posts)
        self.identity = IdentityLine(context)
        self.view.panel.body.insertWidget(0, self.identity)
        self.view.panel.body.insertWidget(1, self.past)
        self.add_act(WORDS, TIP, self.import_list)
        self.add_act("Đổi đơn vị, chức vụ…", "Từ một ngày; chức vụ trước được giữ", self.change_post)
        self.add_act("Tìm người trùng…", "Các dòng có thể là một người, để xem và gộp", self.find_doubles)

    def show_past(self, row_id: int) -> None:
        held = posts.posts(self.context.workspace, row_id) if row_id else ()
        self.past.show_lines([(one.words, one.days) for one in held], chosen=bool(held))
        self.identity.show_of(row_id)

    def reload(self, changes: Changes | None) -> None:
        """A number that may be wrong is kept, and told when it comes in."""
        super().reload(changes)
        doubtful = posts.doubtful_numbers(self.context.workspace, changes) if changes else ()
        if doubtful:
            name, doubt = doubtful[0]
            more = f" Cùng với {len(doubtful) - 1} người nữa." if len(doubtful) > 1 else ""
            self.context.ask.notify(f"{name}: {doubt}{more}", State.WAIT)

    def change_post(self) -> None:
        """Another organisation or position of the chosen people, from a day on."""
        if ids := self.chosen_ids(1, "Chọn một hoặc nhiều người để đổi đơn vị, chức vụ."):
            self.open_dialog(PostDialog(self.context, ids, self.window()))

    def import_list(self) -> None:
        """People from a spreadsheet."""
        offer_list(self, "people")

    def find_doubles(self) -> None:
        """The pairs that may be one person."""
        self.open_dialog(DoublesDialog(self.context, self.window()))

    def edit_posts(self) -> None:
        """The earlier posts of the chosen person as a list."""
        if row_id := self.view.chosen_id():
            dialog = ScopedRegisterDialog(
                self.context, "person_posts", row_id, "Quá trình công tác trước đây", _POSTS, self.window()
            )
            self.open_dialog(dialog)


class IdentityLine(QWidget):
    """The identity number of the chosen person, masked until it is asked for; of another row it is masked again."""

    def __init__(self, context: TabContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._id = 0
        self.text = label("")
        self.button = QPushButton("Hiện")
        self.button.setToolTip("Hiện đủ số định danh của người này")
        self.button.clicked.connect(self._on_show)
        self.doubt = label("", "small", wrap=True)
        row = QHBoxLayout()
        row.setSpacing(sizes.UNIT)
        row.addWidget(self.text, 1)
        row.addWidget(self.button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(sizes.HALF)
        column.addLayout(row)
        column.addWidget(self.doubt)
        self.show_of(0)

    def show_of(self, person_id: int) -> None:
        """Show the masked number of a person, nothing when none was entered."""
        number = posts.identity_number(self._context.workspace, person_id)
        if person_id != self._id or not number or self.button.text() == "Hiện":
            self._id = person_id
            self._masked(number)

    def _masked(self, number: posts.Identity | None) -> None:
        show_when(self, number is not None)
        self.text.setText(f"Số định danh: {number.masked}" if number else "")
        self.doubt.setText(number.doubt if number else "")
        show_when(self.doubt, bool(self.doubt.text()))
        self.button.setText("Hiện")

    def _on_show(self) -> None:
        number = posts.identity_number(self._context.workspace, self._id)
        if number is None or self.button.text() == "Ẩn":
            self._masked(number)
            return
        self.text.setText(f"Số định danh: {number.whole}")
        self.button.setText("Ẩn")
