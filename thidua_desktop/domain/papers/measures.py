"""Sizes and distances of a paper's elements, in one place for every writer.

Source: Nghị định 30/2020/NĐ-CP, Phụ lục I (letter sizes in pt); distances in pt are this product's choice inside
what the decree leaves free.
"""

from __future__ import annotations

NATION = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
MOTTO = "Độc lập - Tự do - Hạnh phúc"

NATION_SIZE = 12.0
MOTTO_SIZE = 13.0
ISSUER_SIZE = 12.0
NUMBER_SIZE = 13.0
DATE_SIZE = 13.0
LETTER_SUBJECT_SIZE = 12.0
TITLE_SIZE = 14.0
RECIPIENTS_LABEL_SIZE = 12.0
RECIPIENTS_SIZE = 11.0
SIGNER_SIZE = 14.0
PAGE_NUMBER_SIZE = 13.0
CODE_SIZE = 9.0

# The head of a paper: the right column must hold the longest line, the quốc hiệu at 12 pt (88 mm).
ISSUER_COLUMN = 0.42
LEAST_ISSUER_COLUMN = 0.34
DATE_MARGIN = 2.0
HEAD_MARGIN = 0.7
SIGNATURE_COLUMN = 0.45

# A short line is the upper border of an empty paragraph of this size, this far below the text.
RULE_SIZE = 3.0
RULE_GAP = 2.5
RULE_WEIGHT = 0.75
ISSUER_RULE = 0.4
TITLE_RULE = 0.4

HEADER_ROW_GAP = 6.0
TITLE_GAP = 18.0
AFTER_TITLE_GAP = 12.0
TABLE_GAP = 6.0
SIGNATURE_GAP = 6.0
SIGNING_SPACE = 60.0
ANCHOR = 1.0
TABLE_LINE = 0.5
CELL_PADDING_X = 1.9
CELL_PADDING_Y = 0.35
CELL_SLACK = 0.3
LEAST_TABLE_SIZE = 10.0
LEAST_PLACED_SIZE = 9.0
HEADER_DISTANCE = 10.0
LINE = 1.15
"""The height of a single-spaced line of Times New Roman, in letter sizes: 16.1 pt at 14 pt."""

WHOLE_ROW = 0.75
"""A row higher than this part of the page may break across pages; any other stays whole."""
RAGGED = 1.08
"""Lines broken between words are not full."""
