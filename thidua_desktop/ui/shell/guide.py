"""The guide for the clerk (F1): its pages in a window of their own, without a network."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QModelIndex, Qt, QUrl
from PySide6.QtGui import (
    QImage,
    QKeySequence,
    QShortcut,
    QTextBlock,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
)
from PySide6.QtWidgets import QHBoxLayout, QListView, QPushButton, QTextBrowser, QTextEdit, QWidget

from thidua_desktop.shipped import GUIDE
from thidua_desktop.ui import theme
from thidua_desktop.ui.shell.guide_pages import FIRST, GuidePage, places, read_pages
from thidua_desktop.ui.theme import sizes
from thidua_desktop.ui.widgets.card import Card
from thidua_desktop.ui.widgets.labels import label
from thidua_desktop.ui.widgets.search import ChoiceModel, KeyRole, SearchField

_LINE_HEIGHT = 125  # per cent
_PICTURE_LETTER = "\ufffc"  # stands for a picture in the text of a document
_GONE = GuidePage(
    FIRST,
    "Không thấy hướng dẫn",
    "# Không thấy hướng dẫn\n\nThư mục docs/huong-dan bên cạnh chương trình không còn. Dữ liệu vẫn nguyên; hãy cài lại "
    "chương trình để có lại hướng dẫn.",
)


class GuideText(QTextBrowser):
    """One page. Pictures are no wider than the text; a link to another page is the owner's to follow."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        theme.set_part(self, "page")
        self.setAccessibleName("Trang hướng dẫn")
        self.setOpenLinks(False)
        self.document().setDocumentMargin(sizes.MARGIN)
        self.document().setBaseUrl(QUrl.fromLocalFile(f"{GUIDE.as_posix()}/"))

    def loadResource(self, kind: int, url: QUrl) -> Any:
        if kind != QTextDocument.ResourceType.ImageResource.value:
            return super().loadResource(kind, url)
        picture = QImage(self.document().baseUrl().resolved(url).toLocalFile())
        if picture.width() > sizes.GUIDE_PICTURE:
            picture = picture.scaledToWidth(sizes.GUIDE_PICTURE, Qt.TransformationMode.SmoothTransformation)
        return picture

    def show_page(self, page: GuidePage) -> None:
        """Show this page from its beginning."""
        self.setMarkdown(page.text)
        block = self.document().begin()
        while block.isValid():
            self._set(block)
            block = block.next()

    def _set(self, block: QTextBlock) -> None:
        """Room around a heading and between paragraphs, headings in the window's own sizes."""
        shape, level = block.blockFormat(), block.blockFormat().headingLevel()
        cursor = QTextCursor(block)
        shape.setTopMargin(sizes.MARGIN if level > 1 else 0)
        shape.setBottomMargin(sizes.CARD if level == 1 else sizes.UNIT)
        if _PICTURE_LETTER not in block.text():
            shape.setLineHeight(_LINE_HEIGHT, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
        cursor.setBlockFormat(shape)
        if level:
            letters = QTextCharFormat()
            letters.setFont(theme.font(sizes.TEXT_TITLE if level == 1 else sizes.TEXT, bold=True))
            letters.setForeground(theme.colour("ink" if level == 1 else "accent_ink"))
            cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock, QTextCursor.MoveMode.KeepAnchor)
            cursor.setCharFormat(letters)

    def mark(self, words: str) -> int:
        """Colour every place with these words and show the first; how many there are."""
        found = places(self.document().toPlainText(), words)
        ground = QTextCharFormat()
        ground.setBackground(theme.colour("wait_soft"))
        ground.setForeground(theme.colour("wait"))
        selections = []
        for begin, end in found:
            selection = QTextEdit.ExtraSelection()
            selection.cursor = self._cursor(begin, end)
            selection.format = ground
            selections.append(selection)
        self.setExtraSelections(selections)
        if found:
            self.setTextCursor(self._cursor(found[0][0], found[0][0]))
            self.ensureCursorVisible()
        return len(found)

    def _cursor(self, begin: int, end: int) -> QTextCursor:
        cursor = QTextCursor(self.document())
        cursor.setPosition(begin)
        cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
        return cursor


class GuideWindow(QWidget):
    """The pages at the left with a search over all of them, the page chosen at the right. Esc closes it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, Qt.WindowType.Window)
        theme.set_part(self, "ground")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setWindowTitle("Hướng dẫn dùng Thi đua Xã")
        self.resize(*sizes.GUIDE_WINDOW)
        self.pages = {page.name: page for page in read_pages() or (_GONE,)}
        self._before: list[str] = []
        self._shown = ""
        self.search = SearchField("Tìm trong hướng dẫn (Ctrl+F)")
        self.text = GuideText()
        self.nothing = label("", "soft", wrap=True)
        self.back = QPushButton("Quay lại")
        self._choices = ChoiceModel(self)
        self.list = QListView()
        self._lay_out()
        self._connect()
        self._list_pages("")
        self.show_page(FIRST)

    def _lay_out(self) -> None:
        self.list.setModel(self._choices)
        self.list.setAccessibleName("Các trang hướng dẫn")
        contents = Card("Các trang")
        contents.setFixedWidth(sizes.SIDE_WIDTH)
        for part in (self.search, self.nothing, self.list):
            contents.add(part, 1 if part is self.list else 0)
        self.nothing.hide()
        contents.body.addWidget(self.back, 0, Qt.AlignmentFlag.AlignLeft)
        sheet = Card()
        sheet.add(self.text, 1)
        row = QHBoxLayout(self)
        row.setContentsMargins(sizes.MARGIN, sizes.MARGIN, sizes.MARGIN, sizes.MARGIN)
        row.setSpacing(sizes.MARGIN)
        row.addWidget(contents)
        row.addWidget(sheet, 1)

    def _connect(self) -> None:
        self.list.selectionModel().currentChanged.connect(self._on_current)
        self.search.searched.connect(self._on_searched)
        self.search.went_down.connect(self.list.setFocus)
        self.text.anchorClicked.connect(self._on_link)
        self.back.clicked.connect(self.go_back)
        for keys, slot in (("Ctrl+F", self.search.setFocus), ("Alt+Left", self.go_back), ("Esc", self._on_escape)):
            QShortcut(QKeySequence(keys), self).activated.connect(slot)

    def show_page(self, name: str) -> None:
        """Show the page of that name; one that does not exist changes nothing."""
        if name in self.pages and name != self._shown:
            if self._shown:
                self._before.append(self._shown)
            self._show(name)

    def go_back(self) -> None:
        """Show the page that was shown before."""
        if self._before:
            self._show(self._before.pop())

    @property
    def shown(self) -> str:
        """The name of the page in view."""
        return self._shown

    def _show(self, name: str) -> None:
        self._shown = name
        self.text.show_page(self.pages[name])
        self.text.mark(self.search.text())
        self.back.setEnabled(bool(self._before))
        self._choose()

    def _choose(self) -> None:
        row = self._choices.row_of(self._shown)
        if row >= 0:
            self.list.setCurrentIndex(self._choices.index(row))
        else:
            self.list.clearSelection()

    def _list_pages(self, words: str) -> int:
        """List the pages with these words and how often they stand there, every page without words; how many pages."""
        counted = [(page, len(places(" ".join(page.text.split()), words))) for page in self.pages.values()]
        listed = [(page, count) for page, count in counted if count or not words]
        self.list.selectionModel().blockSignals(True)
        self._choices.set_choices([(page.name, _called(page, count)) for page, count in listed])
        self._choose()
        self.list.selectionModel().blockSignals(False)
        return len(listed)

    def _on_searched(self, text: str) -> None:
        words = text.strip()
        found = self._list_pages(words)
        self.nothing.setText("" if found else f"Không trang nào có “{words}”.")
        self.nothing.setVisible(not found)
        if words and found and self._choices.row_of(self._shown) < 0:
            self.show_page(self._choices.index(0).data(KeyRole))
        else:
            self.text.mark(words)

    def _on_current(self, current: QModelIndex, before: QModelIndex) -> None:
        if current.isValid():
            self.show_page(current.data(KeyRole))

    def _on_link(self, link: QUrl) -> None:
        self.show_page(link.path().rpartition("/")[2].removesuffix(".md"))

    def _on_escape(self) -> None:
        if self.search.hasFocus() and self.search.text():
            self.search.clear()
        else:
            self.close()


def _called(page: GuidePage, count: int) -> str:
    return f"{page.title} ({count})" if count else page.title
