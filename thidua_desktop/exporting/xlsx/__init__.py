"""Tables and form sheets as .xlsx."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ...domain.papers.blocks import Spreadsheet
    from ...domain.sheets.forms import FormBook


def render(sheet: Spreadsheet | FormBook) -> bytes:
    """The sheet, the book of sheets or the form as the bytes of an .xlsx."""
    from ...domain.sheets.forms import FormBook
    from .forms import render_form
    from .writer import render as render_tables

    return render_form(sheet) if isinstance(sheet, FormBook) else render_tables(sheet)
