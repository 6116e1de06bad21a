"""The sizes of the window in device-independent pixels: one unit, three text sizes."""

from __future__ import annotations

UNIT = 8
"""Every gap is this or a multiple or half of it."""

HALF = UNIT // 2
MARGIN = 2 * UNIT
"""Between the window's edge, cards and columns."""

TEXT_SMALL = 12
TEXT = 14
TEXT_TITLE = 20

LINE_ROOM = 2
"""Above a line of text: Vietnamese capitals carry two marks above each other."""

RADIUS = 6
CONTROL = 32
"""Height of buttons, fields and choosers."""

ROW = 30
"""Height of a table row."""

LINE_ROW = 46
"""Height of a row of two lines."""

SUM_ROW = 32
HEADER_ROW = 34
TOP_BAR = 48
FIELD_WIDTH = 360
"""Widest a one-line field grows: longer lines are not read in one look."""

READING_WIDTH = 520
"""Widest a paragraph of explanation grows."""

LABEL_WIDTH = 168
SIDE_WIDTH = 300
PAGES_WIDTH = 208
"""Of a list of pages with their counts."""

YEAR_WIDTH = 120
FINDER_WIDTH = 220
"""Of the field that searches everything."""

FOUND_WIDTH = 680
"""Of the list of what it found."""

GUIDE_WINDOW = (1080, 700)
GUIDE_PICTURE = 660
"""Widest a picture of the guide is shown."""

CHOICE_WIDTH = 260
ORGANISATIONS_WIDTH = 280
"""Of the list of organisations with what each has sent in."""

WIDEST = 16777215
"""Qt's "no limit"."""

FOLDED = 36
CARD = 12
"""Inside a card, on each side."""

CHAR = 8
"""Mean width of a letter, for columns given in letters."""

COLUMN_MIN = 56
NUMBER_WIDTH = 44  # of the numbers of the rows, five digits wide
COLUMN_MAX = 420
PROGRESS_BAR = 14
RING = 2
"""Thickness of the focus ring."""

PAGE_WIDTH = 920
"""Widest a page of questions grows."""

LIST_MIN = 150
"""Lowest a card with a list gets before the page scrolls."""

PAGE_MIN = 480
"""Narrowest a form or a table gets before the columns beside it give way."""

PANEL_MIN = 208
TABLE_MIN = HEADER_ROW + 2 * ROW + MARGIN
"""Lowest a table gets before its page scrolls: two rows under the headings."""

EMPTY_MIN = 2 * TABLE_MIN + SUM_ROW * 3
"""Lowest a list without rows gets: its headings, and the words about how to begin with their button."""

ROOMY = 3 * UNIT
DIALOG_WIDTH = 480
WIDE_DIALOG = 720
WINDOW_MIN = (760, 360)
"""Fits 1366×768 at 175 %, with the task bar."""

WINDOW_START = (1366, 768)
