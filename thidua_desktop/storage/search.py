"""Finding rows of many tables by their folded words, for the search over everything."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from .datafile import DataFile
from .keys import SEARCH
from .plans import COUNTS
from .records import Row


@dataclass(frozen=True, slots=True)
class _Source:
    """How a table is looked through.

    ``columns`` are SQL of what is wanted from it (alias ``t``) and the tables it is joined to, as "sql AS name";
    ``order`` sorts rows in which the words stand equally near the beginning of what is searched.
    """

    columns: tuple[str, ...]
    order: str
    joins: str = ""

    def sql(self, table: str, words: int) -> str:
        """The statement for that many words; its values are the words, all of them in one, the first, the limit."""
        asked = " AND ".join([f"instr(t.{SEARCH}, ?) > 0"] * words)
        wanted = ", ".join(("t.id AS id", *self.columns))
        return (
            f'SELECT {wanted} FROM "{table}" t {self.joins} WHERE {asked} '
            f"ORDER BY instr(t.{SEARCH}, ?) = 0, instr(' ' || t.{SEARCH}, ' ' || ?) = 0, {self.order}, t.id LIMIT ?"
        )


_OF_PLAN = f"JOIN plans p ON p.id = t.plan_id AND {COUNTS}"  # of several versions one
_PLAN_YEAR = 'p."year" AS "year"'
_NEWEST = 'p."year" DESC, t.position'

_OF_REGISTRATION = "JOIN registrations r ON r.id = t.registration_id JOIN organisations o ON o.id = r.organisation_id"
_REGISTERED = ('r."year" AS "year"', "r.organisation_id AS organisation_id", "o.name AS organisation")

_OF_REGISTRATION = "JOIN registrations r ON r.id = t.registration_id JOIN organisations o ON o.id = r.organisation_id"
_OF_YEAR = 'r."year" AS "year"'

_SOURCES = {
    "organisations": _Source(("t.name AS name", "t.kind AS kind"), "t.name_key"),
    "former_names": _Source(
        ("t.name AS name", "o.name AS organisation", "t.organisation_id AS organisation_id"),
        "t.name_key",
        "JOIN organisations o ON o.id = t.organisation_id",
    ),
    "people": _Source(
        ("t.full_name AS full_name", "t.position AS position", "o.name AS organisation"),
        "t.full_name_key",
        "LEFT JOIN organisations o ON o.id = t.organisation_id",
    ),
    "plans": _Source(("t.doc_type AS doc_type", "t.title AS title", 't."year" AS "year"'), 't."year" DESC'),
    "plan_targets": _Source(
        ("t.indicator AS indicator", "t.quote AS quote", 't."group" AS "group"', _PLAN_YEAR), _NEWEST, _OF_PLAN
    ),
    "commitments": _Source(("t.organisation AS organisation", "t.quote AS quote", _PLAN_YEAR), _NEWEST, _OF_PLAN),
    "registered_titles": _Source(
        ("t.subject AS subject", "t.award AS award", *_REGISTERED), 'r."year" DESC, t.subject_key', _OF_REGISTRATION
    ),
    "registered_initiatives": _Source(
        ("t.name AS name", "t.author AS author", *_REGISTERED), 'r."year" DESC, t.name_key', _OF_REGISTRATION
    ),
    "registered_movements": _Source(("t.name AS name", *_REGISTERED), 'r."year" DESC, t.name_key', _OF_REGISTRATION),
    "criteria": _Source(
        ("t.name AS name", 's.name AS "set"', 's."year" AS "year"'),
        's."year" DESC, t.position',
        "JOIN criteria_sets s ON s.id = t.set_id",
    ),
    "sent_papers": _Source(
        (
            *("t.paper AS paper", "t.handed_to AS handed_to", "t.signed_by AS signed_by", "t.note AS note"),
            *(_OF_YEAR, "o.name AS organisation"),
        ),
        'r."year" DESC, o.name_key',
        _OF_REGISTRATION,
    ),
    "reminders": _Source(
        (
            *("t.channel AS channel", "t.reached_on AS reached_on", "t.reached AS reached", "t.answer AS answer"),
            *(_OF_YEAR, "o.name AS organisation"),
        ),
        "t.reached_on DESC",
        _OF_REGISTRATION,
    ),
    "taken_files": _Source(("t.name AS name", "t.sheet AS sheet", *_REGISTERED), "t.taken_at DESC", _OF_REGISTRATION),
    "nominations": _Source(
        (
            *("t.subject AS subject", "t.award AS award", "t.state AS state"),
            *("r.name AS round", 'r."year" AS "year"'),
        ),
        'r."year" DESC, t.subject_key',
        "JOIN rounds r ON r.id = t.round_id",
    ),
    "awards": _Source(
        (
            *("t.subject AS subject", "t.award AS award"),
            *("t.decision_number AS decision_number", 't."year" AS "year"'),
        ),
        't."year" DESC, t.subject_key',
    ),
    "legal_acts": _Source(("t.kind AS kind", "t.number AS number", "t.title AS title"), "t.date DESC, t.number_key"),
}
"""The tables that are searched."""


def found(file: DataFile, table: str, words: Sequence[str], limit: int) -> list[Row]:
    """At most ``limit`` rows of a searched table that hold every one of the folded ``words``; none without a word.

    Rows that hold the words as they stand beside each other come first, then those in which the first word begins one.
    """
    if not words:
        return []
    sql = _SOURCES[table].sql(table, len(words))
    return [dict(row) for row in file.query(sql, (*words, " ".join(words), words[0], limit))]


def section_texts(file: DataFile) -> list[Row]:
    """Every part of every plan that counts with its plan's year, the newest year first, in reading order."""
    sql = (
        'SELECT s.id AS id, s.marker AS marker, s.heading AS heading, s.body AS body, p."year" AS "year" '
        f'FROM plan_sections s JOIN plans p ON p.id = s.plan_id AND {COUNTS} ORDER BY p."year" DESC, p.id, s.id'
    )
    return [dict(row) for row in file.query(sql)]
