"""The preview: pages of a PDF from bytes, as they will be printed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QPointF, Qt
from PySide6.QtWidgets import QHBoxLayout, QStackedLayout, QVBoxLayout, QWidget

from thidua_desktop.ui.theme import sizes
from thidua_desktop.ui.widgets.empty import EmptyState
from thidua_desktop.ui.widgets.icon_button import icon_button
from thidua_desktop.ui.widgets.labels import label

if TYPE_CHECKING:
    from PySide6.QtPdfWidgets import QPdfView

ZOOM_STEP = 1.2
ZOOM_LEAST, ZOOM_MOST = 0.25, 4.0


class PreviewPane(QWidget):
    """Shows a PDF. QtPdf is loaded with the first paper, not with the window."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._view: QPdfView | None = None
        self._buffer: QBuffer | None = None
        self.pdf = b""
        self._page = label("", "soft")
        self._bar = QWidget()
        self._make_bar()
        self._stack = QStackedLayout()
        self._empty = EmptyState("Chưa có gì để xem", "Văn bản hiện ở đây như khi in ra giấy.")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(sizes.HALF)
        column.addWidget(self._bar)
        column.addLayout(self._stack, 1)
        self._stack.addWidget(self._empty)  # a stack shows its first page: without a parent yet, as a window
        self._bar.hide()

    def _make_bar(self) -> None:
        row = QHBoxLayout(self._bar)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(sizes.HALF)
        row.addWidget(icon_button("chevron-left", "Trang trước", self.previous_page))
        row.addWidget(self._page)
        row.addWidget(icon_button("chevron-right", "Trang sau", self.next_page))
        row.addStretch(1)
        row.addWidget(icon_button("minus", "Thu nhỏ", self.zoom_out))
        row.addWidget(icon_button("plus", "Phóng to", self.zoom_in))
        row.addWidget(icon_button("fit-width", "Vừa bề ngang", self.fit_width))

    def show_pdf(self, pdf: bytes) -> None:
        """Show these pages; the page in view and the zoom stay when it is a newer version of the same paper."""
        view = self._view or self._make_view()
        page = view.pageNavigator().currentPage()
        document = view.document()
        document.close()
        self.pdf = pdf
        if self._buffer is not None:
            self._buffer.deleteLater()
        self._buffer = QBuffer(self)
        self._buffer.setData(QByteArray(pdf))
        self._buffer.open(QIODevice.OpenModeFlag.ReadOnly)
        document.load(self._buffer)
        self._stack.setCurrentWidget(view)
        self._bar.show()
        self._jump(min(page, document.pageCount() - 1))
        self._show_page()

    def clear(self, title: str = "Chưa có gì để xem", text: str = "") -> None:
        """Show no paper, and why."""
        self.pdf = b""
        self._empty.set_words(title, text)
        self._stack.setCurrentWidget(self._empty)
        self._bar.hide()

    def page_count(self) -> int:
        """How many pages are shown."""
        return self._view.document().pageCount() if self._view is not None and self.pdf else 0

    def _make_view(self) -> QPdfView:
        from PySide6.QtPdf import QPdfDocument
        from PySide6.QtPdfWidgets import QPdfView

        view = QPdfView(self)
        view.setDocument(QPdfDocument(self))  # not the view's own child: Qt 6.12 frees those in a fatal order
        view.setPageMode(QPdfView.PageMode.MultiPage)
        view.setZoomMode(QPdfView.ZoomMode.FitToWidth)
        view.setFrameShape(QPdfView.Shape.NoFrame)
        view.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
        view.setAccessibleName("Xem trước văn bản")
        view.pageNavigator().currentPageChanged.connect(self._show_page)
        self._stack.addWidget(view)
        self._view = view
        return view

    def _show_page(self, *_: object) -> None:
        self._page.setText(f"Trang {self._view.pageNavigator().currentPage() + 1} / {self.page_count()}")

    def _jump(self, page: int) -> None:
        if self._view is not None and 0 <= page < self.page_count():
            self._view.pageNavigator().jump(page, QPointF())

    def next_page(self) -> None:
        """Go to the next page."""
        if self._view is not None:
            self._jump(self._view.pageNavigator().currentPage() + 1)

    def previous_page(self) -> None:
        """Go to the page before."""
        if self._view is not None:
            self._jump(self._view.pageNavigator().currentPage() - 1)

    def zoom_in(self) -> None:
        """Show it larger."""
        self._zoom(ZOOM_STEP)

    def zoom_out(self) -> None:
        """Show it smaller."""
        self._zoom(1 / ZOOM_STEP)

    def fit_width(self) -> None:
        """Make a page as wide as the pane, and keep it so."""
        if self._view is not None:
            self._view.setZoomMode(type(self._view).ZoomMode.FitToWidth)

    def _zoom(self, by: float) -> None:
        view = self._view
        if view is None:
            return
        if view.zoomMode() != type(view).ZoomMode.Custom:
            view.setZoomFactor(self._fitted_zoom())
            view.setZoomMode(type(view).ZoomMode.Custom)
        view.setZoomFactor(min(max(view.zoomFactor() * by, ZOOM_LEAST), ZOOM_MOST))

    def _fitted_zoom(self) -> float:
        """The zoom that fits the width now: QPdfView keeps it to itself."""
        points = self._view.document().pagePointSize(0).width() or 1.0
        margins = self._view.documentMargins()
        room = self._view.viewport().width() - margins.left() - margins.right()
        return room / (points * self._view.logicalDpiX() / 72)
