"""How wide the columns of a table stand that is as wide as its contents ask."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from ..domain.papers import measures as m
from ..domain.papers.blocks import BY_CONTENTS, Table, fitted
from .slashes import unbroken
from .text_width import text_width

Parts = Callable[[str], list[str]]
_LONG_TEXTS = 0.75


def sized(table: Table, width: float) -> Table:
    """The table with the widths of its columns, together ``width`` mm; those of its form where it gives them.

    A form's column gets what its longest word lacks from those with room to spare. Otherwise each column has room for
    its longest word, the rest is shared by what the texts ask. Where the words alone are wider than the table,
    the letters become smaller down to ``LEAST_TABLE_SIZE``.
    """
    of_form = all(column.width != BY_CONTENTS for column in table.columns)
    room = sum(column.width for column in table.columns) if of_form else width
    least = _least(table)
    while sum(least) > room and table.size > m.LEAST_TABLE_SIZE:
        table = replace(table, size=table.size - 1)
        least = _least(table)
    if of_form:
        return _relieved(table, least)
    wanted = [max(_wanted(table, position), one) for position, one in enumerate(least)]
    widths = _levelled(least, width) if sum(least) >= width else _shared(least, wanted, width)
    columns = tuple(replace(column, width=one) for column, one in zip(table.columns, widths, strict=True))
    return replace(table, columns=fitted(columns, width))


def _relieved(table: Table, least: list[float]) -> Table:
    """The table with room for the longest word of every column, as far as the others can give it."""
    lacking = [max(one - column.width, 0.0) for one, column in zip(least, table.columns, strict=True)]
    spare = [max(column.width - one, 0.0) for one, column in zip(least, table.columns, strict=True)]
    moved = min(sum(lacking), sum(spare))
    if not moved:
        return table
    columns = (
        replace(column, width=column.width + moved * (lack / sum(lacking) - room / sum(spare)))
        for column, lack, room in zip(table.columns, lacking, spare, strict=True)
    )
    return replace(table, columns=tuple(columns))


def _shared(least: list[float], wanted: list[float], width: float) -> list[float]:
    """The least widths and what is left, by what each wants more, a long text a little less than in proportion."""
    asked = [(more - one) ** _LONG_TEXTS for one, more in zip(least, wanted, strict=True)]
    if sum(wanted) <= width or not any(asked):
        return wanted
    room = width - sum(least)
    widths = [min(one + room * ask / sum(asked), more) for one, ask, more in zip(least, asked, wanted, strict=True)]
    missing, open_ = width - sum(widths), [more - one for one, more in zip(widths, wanted, strict=True)]
    return [one + missing * more / max(sum(open_), 1.0) for one, more in zip(widths, open_, strict=True)]


def _levelled(least: list[float], width: float) -> list[float]:
    """Widths for columns that ask for too much: those that ask for little have it, the others share what is left."""
    small: list[float] = []
    for one in sorted(least):
        if one > (width - sum(small)) / (len(least) - len(small)):
            break
        small.append(one)
    most = (width - sum(small)) / max(len(least) - len(small), 1)
    return [min(one, most) for one in least]


def _least(table: Table) -> list[float]:
    return [_widest(table, position, unbroken) for position in range(len(table.columns))]


def _wanted(table: Table, position: int) -> float:
    return _widest(table, position, str.splitlines)


def _widest(table: Table, position: int, parts: Parts) -> float:
    """The widest part of a column's texts with the padding of a cell; headings across the table do not count."""
    texts = [row[position] for row in (*table.rows, table.total) if len(row) == len(table.columns)]
    widest = max((text_width(part, table.size) for text in texts for part in parts(text)), default=0.0)
    heading = (text_width(part, table.size, "bold") for part in unbroken(table.columns[position].heading))
    return max(widest, *heading, 0.0) + 2 * m.CELL_PADDING_X + m.CELL_SLACK
