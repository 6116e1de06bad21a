"""A made-up form in the editor, and what a clerk does there."""

from __future__ import annotations

from tests.ui.typing import type_text
from thidua_desktop.services.office import forms

PAPER, TITLE = "targets", "Bảng chỉ tiêu thi đua"
FORM = """\
# Ghi chú của mẫu.
paper = "targets"
title = "Bảng chỉ tiêu thi đua"

[[block]]
type = "national-header"
superior = "{superior}"
issuer = "{issuer}"
place_date = "{place_date}"

[[block]]
type = "title"
doc_type = "PHỤ LỤC"
subject = "Chỉ tiêu năm {year}"

[[block]]
type = "text"
text = "Kèm theo: {plan_reference}"
align = "center"

[[block]]
type = "text"
text = "{title}"

[[block]]
type = "table"
source = "targets"
columns = [
  { field = "stt", heading = "STT", width = 12, align = "center" },
  { field = "indicator", heading = "Chỉ tiêu", width = 50 },
  { field = "figures", heading = "Kế hoạch", width = 38 },
]

[[block]]
type = "signature"

[block.right]
authority = "{authority}"
position = "{position}"
name = "{name}"
"""
TEXT, TABLE, SIGNATURE = 3, 5, 6  # rows of the list of blocks; row 0 is the page


def open_form(page, paper, name=""):
    page.table.selectRow([(one.paper, one.name) for one in page.standing].index((paper, name)))
    page.edit.click()
    return page.editor


def rows(editor):
    return [editor.blocks.model.index(row).data() for row in range(editor.blocks.model.rowCount())]


def stored(context, paper=PAPER, name=""):
    return forms.definition(context.workspace, paper, name)


def is_own(context, paper=PAPER):
    return forms.standing(context.workspace, paper).is_own


def write(field, text):
    """Type over what stands in a field, and leave it stored."""
    field.setFocus()
    field.selectAll()
    type_text(field, text)
    field.autosave.flush()


def choose(box, value):
    box.setCurrentIndex(box.findData(value))
    box.activated.emit(box.currentIndex())
