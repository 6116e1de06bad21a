"""How a page is printed: A4, fitted to the paper's width, its heading on every sheet of paper."""

from __future__ import annotations

from openpyxl.worksheet.worksheet import Worksheet

_A4 = 9


def set_up_page(page: Worksheet, *, landscape: bool, code: str = "", heading_row: int = 0) -> None:
    """Sets paper, margins and foot; ``code`` stands at the right of the head, ``heading_row`` stays in view."""
    page.page_setup.paperSize = _A4
    page.page_setup.orientation = "landscape" if landscape else "portrait"
    page.page_setup.fitToWidth, page.page_setup.fitToHeight = 1, 0
    page.sheet_properties.pageSetUpPr.fitToPage = True  # type: ignore[union-attr]
    page.page_margins.left, page.page_margins.right = 0.79, 0.59
    page.page_margins.top = page.page_margins.bottom = 0.79
    page.oddFooter.center.text = "&P/&N"  # type: ignore[union-attr]
    if code:
        page.oddHeader.right.text = code  # type: ignore[union-attr]
    if heading_row:
        page.print_title_rows = f"{heading_row}:{heading_row}"
        page.freeze_panes = page.cell(heading_row + 1, 1).coordinate
