"""Photos and scans of one paper, page by page, with zoom and rotation, to read from while typing beside them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QBuffer, QByteArray, QEvent, QIODevice, QObject, QSize, Qt
from PySide6.QtGui import (
    QColor,
    QImage,
    QImageReader,
    QPainter,
    QPixmap,
    QResizeEvent,
    QTransform,
    QWheelEvent,
)
from PySide6.QtWidgets import (
    QFrame,
    QGraphicsPixmapItem,
    QGraphicsScene,
    QGraphicsView,
    QHBoxLayout,
    QStackedLayout,
    QVBoxLayout,
    QWidget,
)

from thidua_desktop.domain.errors import KnownError
from thidua_desktop.services.chasing import scans
from thidua_desktop.services.chasing.scans import Scan
from thidua_desktop.services.workspace import Workspace
from thidua_desktop.ui import theme
from thidua_desktop.ui.theme import sizes
from thidua_desktop.ui.widgets.icon_button import icon_button
from thidua_desktop.ui.widgets.labels import ElidedLabel, label
from thidua_desktop.ui.widgets.preview import ZOOM_LEAST, ZOOM_MOST, ZOOM_STEP

_SHARP = 1600  # pixels across a page of a PDF: handwriting stays readable when enlarged
_LARGEST = 3200  # pixels of the longer side that is kept of a photo
_QUARTER = 90
_NOTHING = "Chưa có bản chụp. Đính kèm ảnh chụp hoặc bản quét (JPG, PNG, PDF) của tờ đã nhận lại."
_BROKEN = "Không mở được bản chụp này: tệp có thể đã hỏng. Chụp hoặc quét lại rồi đính kèm thay vào."


@dataclass(frozen=True, slots=True)
class Page:
    """A page to look at: of which scan, and its number in it."""

    scan: Scan
    number: int = 0


class ScanPane(QWidget):
    """Shows the scans of a paper; ``page`` is the place of the page in view, -1 for none."""

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.workspace = workspace
        self.pages: list[Page] = []
        self.page = -1
        self._scans: tuple[Scan, ...] = ()
        self._turned: dict[tuple[int, int], int] = {}
        self._content = (0, b"")
        self._fits = True
        self._scene = QGraphicsScene(self)
        self._item: QGraphicsPixmapItem | None = None
        self.view = QGraphicsView(self._scene)
        self.view.setFrameShape(QFrame.Shape.NoFrame)
        self.view.setDragMode(QGraphicsView.DragMode.ScrollHandDrag)
        self.view.setTransformationAnchor(QGraphicsView.ViewportAnchor.AnchorUnderMouse)
        self.view.setAccessibleName("Bản chụp")
        self.view.viewport().installEventFilter(self)
        self._none = label("", "soft", wrap=True)
        self._none.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._name = ElidedLabel("", "soft")
        self._place = label("", "soft")
        self._bar = QWidget()
        self._make_bar()
        self._stack = QStackedLayout()
        for part in (self._none, self.view):
            self._stack.addWidget(part)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(sizes.HALF)
        column.addWidget(self._bar)
        column.addWidget(self._name)
        column.addLayout(self._stack, 1)
        self._show()

    def _make_bar(self) -> None:
        row = QHBoxLayout(self._bar)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(sizes.HALF)
        row.addWidget(icon_button("chevron-left", "Trang trước", self.previous_page))
        row.addWidget(self._place)
        row.addWidget(icon_button("chevron-right", "Trang sau", self.next_page))
        row.addStretch(1)
        row.addWidget(icon_button("rotate", "Xoay sang phải", self.rotate))
        row.addWidget(icon_button("minus", "Thu nhỏ", self.zoom_out))
        row.addWidget(icon_button("plus", "Phóng to", self.zoom_in))
        row.addWidget(icon_button("fit-width", "Vừa bề ngang", self.fit_width))

    # What is shown

    def show_scans(self, found: Sequence[Scan]) -> None:
        """Show these; the page in view stays while its scan is there."""
        if tuple(found) == self._scans:
            return
        current = self.current()
        self._scans = tuple(found)
        self.pages = [Page(scan, number) for scan in found for number in range(self._page_count(scan))]
        at = self.pages.index(current) if current in self.pages else 0
        self.page = at if self.pages else -1
        self._show()

    def current(self) -> Page | None:
        """The page in view."""
        return self.pages[self.page] if 0 <= self.page < len(self.pages) else None

    def _page_count(self, scan: Scan) -> int:
        """How many pages it has; what cannot be read has one, which says so."""
        content = self._read(scan)
        return max(_pdf_pages(content), 1) if scans.is_pdf(content) else 1

    def _read(self, scan: Scan) -> bytes:
        """What was kept; nothing when its file is gone."""
        if self._content[0] != scan.id:
            try:
                self._content = (scan.id, scans.read(self.workspace, scan.id).content)
            except KnownError:
                self._content = (scan.id, b"")
        return self._content[1]

    def _show(self) -> None:
        page = self.current()
        self._scene.clear()
        self._item = None
        self._bar.setVisible(page is not None)
        self._name.setVisible(page is not None)
        if page is None:
            self._say(_NOTHING)
            return
        self._name.setText(page.scan.name)
        self._place.setText(f"Trang {self.page + 1} / {len(self.pages)}")
        image = _image(self._read(page.scan), page.number)
        if image.isNull():
            self._say(_BROKEN)
            return
        turned = image.transformed(QTransform().rotate(self._turned.get((page.scan.id, page.number), 0)))
        self._item = self._scene.addPixmap(QPixmap.fromImage(turned))
        self._item.setTransformationMode(Qt.TransformationMode.SmoothTransformation)
        self._scene.setSceneRect(self._item.boundingRect())
        self._stack.setCurrentWidget(self.view)
        if self._fits:
            self.fit_width()

    def _say(self, text: str) -> None:
        self._none.setText(text)
        self._stack.setCurrentWidget(self._none)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._fits:
            self.fit_width()

    # Acts

    def next_page(self) -> None:
        """Go to the next page."""
        self._go(self.page + 1)

    def previous_page(self) -> None:
        """Go to the page before."""
        self._go(self.page - 1)

    def _go(self, page: int) -> None:
        if 0 <= page < len(self.pages):
            self.page = page
            self._show()

    def rotate(self) -> None:
        """Turn the page by a quarter to the right; it stays so while the program runs."""
        page = self.current()
        if page is not None:
            key = (page.scan.id, page.number)
            self._turned[key] = (self._turned.get(key, 0) + _QUARTER) % (4 * _QUARTER)
            self._show()

    def zoom_in(self) -> None:
        """Show it larger."""
        self._zoom(ZOOM_STEP)

    def zoom_out(self) -> None:
        """Show it smaller."""
        self._zoom(1 / ZOOM_STEP)

    def _zoom(self, by: float) -> None:
        now = self.view.transform().m11()
        wanted = min(max(now * by, ZOOM_LEAST / 4), ZOOM_MOST)
        self._fits = False
        self.view.scale(wanted / now, wanted / now)

    def fit_width(self) -> None:
        """Make the page as wide as the pane, and keep it so."""
        self._fits = True
        if self._item is None:
            return
        room = self.view.viewport().width() - sizes.UNIT
        scale = room / (self._item.boundingRect().width() or 1)
        self.view.setTransform(QTransform.fromScale(scale, scale))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Ctrl and the wheel zoom, as in every viewer."""
        if isinstance(event, QWheelEvent) and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self._zoom(ZOOM_STEP if event.angleDelta().y() > 0 else 1 / ZOOM_STEP)
            return True
        return super().eventFilter(watched, event)


def _image(content: bytes, page: int) -> QImage:
    """The page as it is looked at: a photo upright as the camera held it; null when it cannot be read."""
    if scans.is_pdf(content):
        return _pdf_page(content, page)
    buffer = _opened(content)
    reader = QImageReader(buffer)
    reader.setAutoTransform(True)
    size = reader.size()
    if max(size.width(), size.height()) > _LARGEST:
        reader.setScaledSize(size.scaled(_LARGEST, _LARGEST, Qt.AspectRatioMode.KeepAspectRatio))
    return reader.read()


def _opened(content: bytes) -> QBuffer:
    buffer = QBuffer()
    buffer.setData(QByteArray(content))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    return buffer


def _pdf_pages(content: bytes) -> int:
    from PySide6.QtPdf import QPdfDocument

    buffer, document = _opened(content), QPdfDocument()
    document.load(buffer)
    count = document.pageCount()
    document.close()
    return count


def _pdf_page(content: bytes, page: int) -> QImage:
    from PySide6.QtPdf import QPdfDocument

    buffer, document = _opened(content), QPdfDocument()
    document.load(buffer)
    points = document.pagePointSize(page) if page < document.pageCount() else None
    if points is None or points.isEmpty():
        return QImage()
    size = QSize(_SHARP, round(_SHARP * points.height() / points.width()))
    drawn = document.render(page, size)
    document.close()
    white = QImage(drawn.size(), QImage.Format.Format_RGB32)
    white.fill(QColor(theme.LIGHT.surface))
    _draw_over(white, drawn)
    return white


def _draw_over(ground: QImage, drawn: QImage) -> None:
    painter = QPainter(ground)
    painter.drawImage(0, 0, drawn)
    painter.end()
