"""A file of the clerk's as a plan: what was understood, what was not."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import date
from itertools import groupby

from ..domain.plan.plans import Plan, PlanReading, Section, SourceFile, SourceLine, Task
from ..domain.richtext import Paragraph, plain
from ..domain.vietnamese import fold
from .doubts import doubts
from .layout.frame import Frame, frame
from .layout.header import header_fields
from .layout.tail import says_signed
from .layout.title import emulation_year
from .layout.tree import sections
from .lines import Line, SourceText, squeezed
from .meaning.bases import legal_bases
from .meaning.commitments import find_commitments
from .meaning.movements import movements
from .meaning.phases import find_phases
from .meaning.target_tables import ROW, TableReading, TableRow, read_table
from .meaning.targets import find_targets, table_targets
from .meaning.task_tables import read_tasks
from .meaning.tasks import find_tasks
from .meaning.theme import find_theme
from .meaning.zones import is_commitment_caption
from .sources import source_lines
from .watching import UNWATCHED, Watch


def read_plan(source: SourceFile, watch: Watch = UNWATCHED) -> PlanReading:
    """What the reader makes of a Word, PDF or text file: the plan, its source line by line, what it was not sure of.

    Any text is read without an exception and without losing a word; ``watch`` is told how far it is. Raises
    :class:`~thidua_desktop.importing.errors.UnreadableFileError` for a file that is no text or cannot be opened.
    """
    text = source_lines(source, watch)
    watch.say("Đang nhận ra các mục, chỉ tiêu, phong trào")
    parts = frame(list(text.lines))
    plan = _plan(list(text.lines), parts)
    found = doubts(plan, parts)
    if not plan.year:
        plan = replace(plan, year=date.today().year)
        found = (f"Không thấy năm trong văn bản; tạm lấy năm {plan.year}.", *found)
    return PlanReading(plan, _source_lines(text, parts), (*found, *text.remarks))


def _plan(lines: list[Line], parts: Frame) -> Plan:
    body = sections(list(parts.sections))
    preamble = tuple(_paragraph(lines[index]) for index in parts.preamble)
    closing = tuple(_paragraph(lines[index]) for index in parts.closing)
    texts = [p.text for p in preamble] + _texts(body) + [p.text for p in closing]
    header = tuple(lines[index].shown for index in parts.header)
    foot = [*parts.tail.left, *(paragraph.text for paragraph in closing)]
    fields = header_fields(list(header), "\n".join(texts[:20]), foot)
    subject = parts.title.subject if parts.title else ""
    year = emulation_year(subject, fields.date.year, "\n".join(texts))
    tables = _tables(parts, year)
    targets = find_targets(body, year, preamble)
    targets = (*targets, *table_targets(tables.targets, len(targets)))
    return Plan(
        year=year or 0,
        doc_type=parts.title.doc_type if parts.title else "",
        title=subject,
        issuer=fields.issuer,
        symbol=fields.symbol,
        number=fields.number,
        place=fields.place,
        date=fields.date,
        theme=find_theme([subject, *texts], body),
        header=header,
        preamble=preamble,
        sections=body,
        closing=(*closing, *(plain(words) for words in parts.tail.left)),
        legal_bases=legal_bases([*texts, subject]),
        targets=targets,
        movements=movements([subject, *texts]),
        commitments=find_commitments(body, targets, tables.promised, year),
        phases=find_phases(_numbered_texts(body), year) or find_phases([p.text for p in preamble], year),
        tasks=(*find_tasks(body, closing, year), *tables.tasks),
        recipients=parts.tail.recipients,
        signer=parts.tail.signer,
    )


def _paragraph(line: Line) -> Paragraph:
    if line.cells:
        return Paragraph(line.runs, ROW)
    label = line.label if line.label in ("-", "+") else ""
    runs = line.runs if not line.label or label else plain(f"{line.label} ").runs + line.runs
    return Paragraph(squeezed(runs), label)


def _texts(body: tuple[Section, ...]) -> list[str]:
    out = []
    for root in body:
        for section in root.walk():
            out += [section.heading] if section.heading else []
            out += [paragraph.text for paragraph in section.body]
    return out


def _numbered_texts(body: tuple[Section, ...]) -> list[str]:
    """The texts with their markers, so that a pass over lines sees where a new item begins."""
    out = []
    for root in body:
        for section in root.walk():
            own = [section.heading] if section.heading else []
            own += [paragraph.text for paragraph in section.body]
            out += [f"{section.marker} {text}".strip() if index == 0 else text for index, text in enumerate(own)]
    return out


@dataclass
class _Tables:
    """What the tables of a plan hold: rows of targets, rows of commitments, tasks."""

    targets: list[TableRow] = field(default_factory=list)
    promised: list[TableRow] = field(default_factory=list)
    tasks: list[Task] = field(default_factory=list)


def _tables(parts: Frame, year: int | None) -> _Tables:
    out = _Tables()
    caption = ""
    for table, group in groupby(parts.sections, key=lambda item: item.line.table if item.line.cells else 0):
        items = list(group)
        if not table:
            caption = next((item.text for item in reversed(items) if item.heading), items[-1].text or caption)
            continue
        cells = [item.line.cells for item in items]
        commits = is_commitment_caption(fold(caption))
        tasks = None if commits else read_tasks(cells, year)
        table_read = read_table(cells, year) if tasks is None else TableReading()
        out.tasks.extend(tasks or ())
        (out.promised if commits or table_read.promises else out.targets).extend(table_read.rows)
    return out


def _source_lines(text: SourceText, parts: Frame) -> tuple[SourceLine, ...]:
    names: dict[int, str] = dict.fromkeys(parts.header, "header")
    if parts.title:
        names |= dict.fromkeys(range(parts.title.start, parts.title.end), "title")
    names |= dict.fromkeys(parts.preamble, "preamble")
    names |= dict.fromkeys(parts.section_lines, "section")
    names |= dict.fromkeys(parts.closing, "closing")
    names |= dict.fromkeys(parts.tail.recipient_lines, "recipient")
    names |= dict.fromkeys(parts.tail.signer_lines, "signer")
    signed = {index for index in parts.tail.signer_lines if says_signed(text.lines[index].text)}
    shown = [
        SourceLine(line.shown, "" if index in signed else names.get(index, "")) for index, line in enumerate(text.lines)
    ]
    alone = {text.lines[index].text.strip() for index in signed}
    glued = [words for words in parts.tail.signs if words not in alone]
    return tuple(shown) + tuple(SourceLine(words) for words in (*glued, *text.aside))
