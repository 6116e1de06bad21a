"""Finding rows of many tables by their folded words, for the search over everything."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from .datafile import DataFile
from .keys import SEARCH
from .records import Row


@dataclass(frozen=True, slots=True)
class Source:
    """A table to look through.

    ``columns`` are SQL of what is wanted from ``main`` (alias ``t``) and the tables it is joined to, as "sql AS name";
    ``order`` sorts rows in which the words stand equally near the beginning of what is searched.
    """

    table: str
    columns: tuple[str, ...]
    order: str
    joins: str = ""

    def sql(self, words: int) -> str:
        """The statement for that many words; its values are the words, all of them in one, the first, the limit."""
        asked = " AND ".join([f"instr(t.{SEARCH}, ?) > 0"] * words)
        wanted = ", ".join(("t.id AS id", *self.columns))
        return (
            f'SELECT {wanted} FROM "{self.table}" t {self.joins} WHERE {asked} '
            f"ORDER BY instr(t.{SEARCH}, ?) = 0, instr(' ' || t.{SEARCH}, ' ' || ?) = 0, {self.order}, t.id LIMIT ?"
        )


def found(file: DataFile, source: Source, words: Sequence[str], limit: int) -> list[Row]:
    """At most ``limit`` rows that hold every one of the folded ``words``; none without a word.

    Rows that hold the words as they stand beside each other come first, then those in which the first word begins one.
    """
    if not words:
        return []
    return [dict(row) for row in file.query(source.sql(len(words)), (*words, " ".join(words), words[0], limit))]


def section_texts(file: DataFile) -> list[Row]:
    """Every part of every plan with its plan's year, the newest year first, in reading order."""
    sql = (
        'SELECT s.id AS id, s.marker AS marker, s.heading AS heading, s.body AS body, p."year" AS "year" '
        'FROM plan_sections s JOIN plans p ON p.id = s.plan_id ORDER BY p."year" DESC, p.id, s.id'
    )
    return [dict(row) for row in file.query(sql)]
