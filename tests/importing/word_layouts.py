"""A paper set in Word in the ways offices set it: header and foot in tables, by tabs, in soft lines, in one cell."""

from __future__ import annotations

import re
from itertools import zip_longest

import docx
from docx.document import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.text.paragraph import Paragraph

from tests.importing.dirt import Paper
from tests.importing.plan_texts import add_list, put_in_list


def paragraph(document: Document, text: str, *, bold: bool = False, centred: bool = False) -> Paragraph:
    made = document.add_paragraph()
    made.add_run(text).bold = bold
    if centred:
        made.alignment = WD_ALIGN_PARAGRAPH.CENTER
    return made


def table(document: Document, rows: list[list[str]], *, soft: bool = False) -> None:
    """A table without borders; lines of a cell are paragraphs, or soft line breaks."""
    cells = document.add_table(len(rows), len(rows[0]))
    for row, texts in zip(cells.rows, rows, strict=True):
        for cell, text in zip(row.cells, texts, strict=True):
            first, *more = [text] if soft else text.split("\n")
            cell.paragraphs[0].add_run(first)
            for line in more:
                cell.add_paragraph(line)


def is_heading(line: str) -> bool:
    return bool(re.match(r"(?:[IVX]+|[AB])\. ", line) or re.match(r"(?:\d|[a-c])[.)] [^.:]{3,40}$", line))


def title_and_body(document: Document, paper: Paper) -> None:
    for line in paper.title.split("\n"):
        paragraph(document, line, bold=True, centred=True)
    for line in paper.body.split("\n") if paper.body else ():
        paragraph(document, line, bold=is_heading(line))


def columns(paper: Paper) -> list[list[str]]:
    return [["\n".join(paper.left), "\n".join(paper.right)]]


def by_line(left: list[str], right: list[str]) -> list[list[str]]:
    """Two columns line by line."""
    return [[a, b] for a, b in zip_longest(left, right, fillvalue="")]


def rows_in_tables(paper: Paper) -> Document:
    document = docx.Document()
    table(document, by_line(paper.left, paper.right))
    title_and_body(document, paper)
    table(document, by_line(paper.recipients.split("\n"), paper.signature.split("\n")))
    return document


def by_tabs(paper: Paper) -> Document:
    document = docx.Document()
    for left, right in by_line(paper.left, paper.right):
        paragraph(document, f"{left}\t{right}")
    title_and_body(document, paper)
    for left, right in by_line(paper.recipients.split("\n"), paper.signature.split("\n")):
        paragraph(document, f"{left}\t\t{right}".rstrip())
    return document


def soft_lines(paper: Paper) -> Document:
    document = docx.Document()
    table(document, columns(paper), soft=True)
    paragraph(document, paper.title, bold=True, centred=True)
    for line in paper.body.split("\n"):
        paragraph(document, line, bold=is_heading(line))
    table(document, [[paper.recipients, paper.signature]], soft=True)
    return document


def soft_lists(paper: Paper) -> Document:
    """Dashes of one list in one paragraph; recipients and signature in a paragraph each."""
    document = docx.Document()
    table(document, columns(paper))
    title_and_body(document, paper._replace(body=""))
    for stretch in re.split(r"\n(?!- )", paper.body):
        first, *items = stretch.split("\n")
        paragraph(document, first, bold=is_heading(first))
        if items:
            paragraph(document, "\n".join(items))
    paragraph(document, paper.recipients)
    paragraph(document, paper.signature, bold=True, centred=True)
    return document


def bulleted_recipients(paper: Paper) -> Document:
    document = docx.Document()
    table(document, columns(paper))
    title_and_body(document, paper)
    bullets = add_list(document, [("bullet", "-")])
    label, *names = paper.recipients.split("\n")
    paragraph(document, label)
    for name in names:
        put_in_list(paragraph(document, name[2:]), bullets)
    for line in paper.signature.split("\n"):
        paragraph(document, line, bold=True, centred=True)
    return document


def heading_styles(paper: Paper) -> Document:
    document = docx.Document()
    table(document, columns(paper))
    title_and_body(document, paper._replace(body=""))
    for line in paper.body.split("\n"):
        if is_heading(line):
            document.add_heading(line, 1 if re.match(r"[IVXAB]+\.", line) else 2)
        else:
            paragraph(document, line)
    table(document, [[paper.recipients, paper.signature]])
    return document


def empty_column(paper: Paper) -> Document:
    document = docx.Document()
    table(document, [[paper.left[0] + "\n" + paper.left[1], "", "\n".join(paper.right[:2])]])
    table(document, [[paper.left[2], "", paper.right[2]]])
    title_and_body(document, paper)
    table(document, [[paper.recipients, "", "\n\n".join(paper.signature.split("\n"))]])
    return document


def one_cell(paper: Paper) -> Document:
    document = docx.Document()
    table(document, [[paper.text()]])
    return document


def all_bold(paper: Paper) -> Document:
    document = docx.Document()
    for line in paper.text().split("\n"):
        paragraph(document, line, bold=True)
    return document


def empty_lines(paper: Paper) -> Document:
    document = docx.Document()
    for line in paper.text().split("\n"):
        paragraph(document, line)
        paragraph(document, "")
    return document


WORD = {
    "bảng từng dòng": rows_in_tables,
    "hai cột bằng tab": by_tabs,
    "ngắt dòng mềm": soft_lines,
    "danh sách ngắt dòng mềm": soft_lists,
    "nơi nhận có dấu đầu dòng tự động": bulleted_recipients,
    "kiểu đề mục": heading_styles,
    "bảng có cột trống": empty_column,
    "cả văn bản trong một ô": one_cell,
    "đậm cả văn bản": all_bold,
    "dòng trống khắp nơi": empty_lines,
}
