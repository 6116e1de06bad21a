"""The tab Danh mục: the office, who signs, who belongs to it, the acts it cites and the forms of its papers."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QListView, QStackedWidget, QWidget

from thidua_desktop.domain.changes import Changes
from thidua_desktop.ui.tab import Tab, TabContext
from thidua_desktop.ui.tabs.directory.forms_page import KIND as FORMS_KIND
from thidua_desktop.ui.tabs.directory.forms_page import FormsPage
from thidua_desktop.ui.tabs.directory.members.blocks_page import BlocksPage
from thidua_desktop.ui.tabs.directory.members.organisations_page import OrganisationsPage
from thidua_desktop.ui.tabs.directory.members.people_page import PeoplePage
from thidua_desktop.ui.tabs.directory.office_page import OfficePage
from thidua_desktop.ui.tabs.directory.register_page import RegisterPage
from thidua_desktop.ui.theme import sizes
from thidua_desktop.ui.widgets.card import Card
from thidua_desktop.ui.widgets.search import ChoiceModel, KeyRole

OFFICE, FORMS = "office", "forms"
PAGES = (
    (OFFICE, "Cơ quan", ""),
    ("signers", "Người ký", "Ai ký, với chức vụ nào, từ ngày nào đến ngày nào; văn bản lấy người ký theo ngày."),
    ("organisations", "Tổ chức thành viên", "Đoàn thể, ban ngành, trường, trạm, thôn và tổ dân phố thuộc xã."),
    ("blocks", "Khối, cụm thi đua", "Các khối, cụm mà tổ chức thi đua trong đó; mỗi năm xếp một lần."),
    ("people", "Cá nhân", "Những người có thể đăng ký và được đề nghị khen thưởng."),
    ("legal_acts", "Văn bản căn cứ", "Văn bản được viện dẫn, còn hiệu lực hay không tính đến hôm nay."),
    ("movements", "Phong trào", "Phong trào, cuộc vận động: nơi phát động, thời hạn; chọn từ đây vào kế hoạch."),
    ("phrases", "Câu mẫu", "Câu đã dùng trong các kế hoạch của cơ quan; khi soạn, Ctrl+Dấu cách để chèn."),
    (FORMS, "Biểu mẫu", "Khung và lời văn của từng loại văn bản; cơ quan dùng mẫu riêng được."),
)
_OWN_PAGES: dict[str, type[RegisterPage]] = {
    "organisations": OrganisationsPage,
    "people": PeoplePage,
    "blocks": BlocksPage,
}
_NAVIGATION = sizes.LABEL_WIDTH + sizes.MARGIN


class DirectoryTab(Tab):
    """Left what to choose from, right the chosen page; a page is built when it is first chosen."""

    title = "Danh mục"

    def __init__(self, context: TabContext, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self.pages: dict[str, QWidget] = {}
        self._stale: set[str] = set()
        self._stack = QStackedWidget()
        self._choices = ChoiceModel(self)
        self._choices.set_choices([(key, words) for key, words, _ in PAGES])
        self._list = QListView()
        self._list.setModel(self._choices)
        self._list.setUniformItemSizes(True)
        self._list.setAccessibleName("Các danh mục")
        self._list.selectionModel().currentChanged.connect(self._on_current)
        navigation = Card()
        navigation.setFixedWidth(_NAVIGATION)
        navigation.add(self._list, 1)
        row = QHBoxLayout(self)
        row.setContentsMargins(sizes.MARGIN, sizes.MARGIN, sizes.MARGIN, sizes.MARGIN)
        row.setSpacing(sizes.MARGIN)
        row.addWidget(navigation)
        row.addWidget(self._stack, 1)
        self.show_page(OFFICE)

    def show_page(self, key: str) -> None:
        """Bring a page to the front: "office", "forms" or the kind of a register."""
        self._list.setCurrentIndex(self._choices.index(self._choices.row_of(key)))

    def show_place(self, kind: str, row_id: int) -> None:
        if kind == FORMS_KIND:
            self.show_page(FORMS)
        elif self._choices.row_of(kind) >= 0:
            self.show_page(kind)
        if row_id and isinstance(self.page, RegisterPage) and self.page.view.register.kind == kind:
            self.page.view.show_record(row_id)

    @property
    def page(self) -> QWidget:
        """The page in front."""
        return self._stack.currentWidget()

    def _on_current(self, current: QModelIndex, before: QModelIndex) -> None:
        key = current.data(KeyRole)
        if key not in self.pages:
            self.pages[key] = self._built(key)
            self._stack.addWidget(self.pages[key])
        elif key in self._stale:
            self.pages[key].reload(None)
        self._stale.discard(key)
        self._stack.setCurrentWidget(self.pages[key])

    def _built(self, key: str) -> QWidget:
        if key == OFFICE:
            return OfficePage(self.context)
        title, subtitle = next((title, subtitle) for kind, title, subtitle in PAGES if kind == key)
        if key == FORMS:
            return FormsPage(self.context, title, subtitle)
        return _OWN_PAGES.get(key, RegisterPage)(self.context, key, title, subtitle)

    def reload(self, changes: Changes | None) -> None:
        """The page in front reads again at once, the others when they are next shown."""
        self._stale = {key for key, page in self.pages.items() if page is not self.page}
        self.page.reload(changes)

    def showEvent(self, event: QShowEvent) -> None:
        """Only now the style sheet is known, which makes the rows of the list higher than they were measured."""
        super().showEvent(event)
        self._list.doItemsLayout()

    def find_here(self) -> None:
        """Ctrl+F: search the register in front."""
        if isinstance(self.page, RegisterPage):
            self.page.view.find_here()
