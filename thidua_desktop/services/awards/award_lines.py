"""The lines of award papers: nominations and awards with what the directory knows of their subjects."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import cast

from ...domain.awards import SubjectKind
from ...domain.papers.award_parts import AwardLine
from ...domain.papers.award_wording import post_at
from ...domain.rules.bonus import Bonus, bonus
from ...domain.rules.packs import Law
from ...storage import records
from ...storage.keys import Value
from ...storage.records import Row
from ..members.names import printed_names
from ..members.posts import held_on
from ..workspace import Workspace
from .rule_corrections import law


def nomination_lines(
    workspace: Workspace, rows: Sequence[Row], day: str, answer: Callable[[Row], str] = lambda row: ""
) -> tuple[AwardLine, ...]:
    """Nominations as lines of a paper, with the bonus of ``day`` (ISO) and the verdict's word that ``answer`` gives."""
    posts, rules = _Posts(workspace, rows, day), law(workspace)
    return tuple(
        replace(posts.line(row), answer=answer(row), bonus=bonus(rules, str(row["award"]), _kind(row), day))
        for row in rows
    )


def award_lines(workspace: Workspace, decision_id: int) -> tuple[AwardLine, ...]:
    """The awards of a decision as lines of a paper, each with the bonus as it was issued."""
    rows = records.page(workspace.file, "awards", where={"decision_id": decision_id})
    decided = next((str(row["decided_on"]) for row in rows if row["decided_on"]), "")
    posts, rules = _Posts(workspace, rows, decided), law(workspace)
    return tuple(replace(posts.line(row), bonus=_issued(rules, row)) for row in rows)


def _issued(rules: Law, row: Row) -> Bonus:
    """How the bonus is made up, with the amount that was issued."""
    made = bonus(rules, str(row["award"]), _kind(row), str(row["decided_on"]))
    amount = row["bonus"]
    return replace(made, amount=None if amount is None else int(amount))


class _Posts:
    """Posts and organisations of the subjects as they were on a day (ISO, "" for today), read once."""

    def __init__(self, workspace: Workspace, rows: Sequence[Row], day: str) -> None:
        people = {row["person_id"] for row in rows if row["person_id"]}
        held = held_on(workspace.file, people, day) if day else {}
        self._people = {
            row["id"]: row | held.get(row["id"], {}) for row in records.among(workspace.file, "people", "id", people)
        }
        self._bodies = printed_names(workspace, day or None)
        self._called = {row["id"]: str(row["name"]) for row in records.page(workspace.file, "organisations")}
        self._law = law(workspace)

    def line(self, row: Row) -> AwardLine:
        person = self._people.get(row["person_id"], {})
        votes = row.get("votes_for")
        return AwardLine(
            subject=str(row["subject"]),
            subject_kind=str(row["subject_kind"]),
            award=str(row["award"]),
            entry=self._law.award(str(row["award"])),
            position=self._position(row, person),
            sex=str(person.get("sex") or ""),
            merit=str(row["merit"]),
            votes=None if votes is None else int(votes),
        )

    def _position(self, row: Row, person: Row) -> str:
        """A person's post and organisation, a household's place; a collective is its own name."""
        home: Value = row["organisation_id"] or person.get("organisation_id")
        body = self._bodies.get(int(home or 0), "")
        if row["subject_kind"] == "tập thể":
            return "" if row["subject"] in (body, self._called.get(home)) else body
        return post_at(str(person.get("position") or ""), body)


def _kind(row: Row) -> SubjectKind:
    return cast(SubjectKind, row["subject_kind"])
