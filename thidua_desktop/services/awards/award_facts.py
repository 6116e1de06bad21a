"""What the data file knows about those who are nominated, gathered for the rules."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import cast

from ...domain.awards import AwardGiven, Initiative, SubjectKind
from ...domain.rules.conditions import PARTS, Part
from ...domain.rules.facts import CollectiveYear, PersonYear, SubjectFacts
from ...domain.vietnamese import name_key
from ...storage import records
from ...storage.datafile import DataFile
from ...storage.keys import Value
from ...storage.records import Row
from ...storage.registration import titles_of_year
from ..workspace import Workspace
from .titled_people import TitledPeople

FULL_YEAR = 12  # months; a year that was entered without a number of months is a whole one
COUNTED: Mapping[Part, str] = {"advanced": "Lao động tiên tiến", "fighters": "Chiến sĩ thi đua cơ sở"}
"""What is counted from the year's nominations and awards while nobody typed the figure, with the title counted."""

_Found = Mapping[Value, Sequence[Row]]


@dataclass(frozen=True, slots=True)
class Known:
    """The facts about a nominee; ``counted`` are the figures of its people that the program counted itself."""

    facts: SubjectFacts
    counted: frozenset[Part] = frozenset()


class YearBook:
    """The facts about the subjects of some nominations of one year, read from the data file in a few queries."""

    def __init__(self, workspace: Workspace, year: int, nominations: Sequence[Row]) -> None:
        self.year = year
        self._workspace = workspace
        self._file = file = workspace.file
        people = [row["person_id"] for row in nominations if row["person_id"]]
        bodies = [row["organisation_id"] for row in nominations if row["subject_kind"] == "tập thể"]
        homes = [name_key(str(row["subject"])) for row in nominations if row["subject_kind"] == "hộ gia đình"]
        self._person_years = _found(file, "person_years", "person_id", people)
        self._body_years = _found(file, "organisation_years", "organisation_id", bodies)
        self._initiatives = _found(file, "initiatives", "person_id", people)
        self._person_awards = _found(file, "awards", "person_id", people)
        self._body_awards = _found(file, "awards", "organisation_id", bodies)
        self._home_awards = _found(file, "awards", "subject_key", homes)
        self._answers = _found(file, "nomination_answers", "nomination_id", [row["id"] for row in nominations])

    def known(self, nomination: Row) -> Known:
        """What is known about the subject of one of the nominations."""
        kind = cast(SubjectKind, nomination["subject_kind"])
        is_body, person = kind == "tập thể", nomination["person_id"]
        collective, counted = self._collective(nomination) if is_body else ((), frozenset[Part]())
        facts = SubjectFacts(
            kind,
            str(nomination["subject"]),
            self.year,
            years=() if is_body else self._years(nomination),
            initiatives=tuple(map(_initiative, self._initiatives.get(person, ()))),
            awards=tuple(_given(row) for row in self._awards(nomination) if row["nomination_id"] != nomination["id"]),
            collective=collective,
            confirmed={str(row["rule"]): bool(row["answer"]) for row in self._answers.get(nomination["id"], ())},
        )
        return Known(facts, counted)

    def _awards(self, nomination: Row) -> Iterable[Row]:
        """What the subject was given; a household is known by its name and the organisation it belongs to."""
        kind, body = nomination["subject_kind"], nomination["organisation_id"]
        if kind == "cá nhân":
            return self._person_awards.get(nomination["person_id"], ())
        if kind == "tập thể":
            return [row for row in self._body_awards.get(body, ()) if row["subject_kind"] == kind]
        named = self._home_awards.get(name_key(str(nomination["subject"])), ())
        return [row for row in named if row["subject_kind"] == kind and row["organisation_id"] == body]

    def _years(self, nomination: Row) -> tuple[PersonYear, ...]:
        registered = self._registered(nomination)
        years = []
        for row in self._person_years.get(nomination["person_id"], ()):
            months = FULL_YEAR if row["months_worked"] is None else _number(row["months_worked"])
            this_year = registered if row["year"] == self.year else None
            years.append(
                PersonYear(_number(row["year"]), str(row["evaluation"]), months, str(row["discipline"]), this_year)
            )
        if not any(one.year == self.year for one in years):
            years.append(PersonYear(self.year, discipline=None, registered=registered))
        return tuple(years)

    def _collective(self, nomination: Row) -> tuple[tuple[CollectiveYear, ...], frozenset[Part]]:
        body = nomination["organisation_id"]
        rows = list(self._body_years.get(body, ()))
        if not any(row["year"] == self.year for row in rows):
            rows.append(dict.fromkeys(("evaluation", "headcount", *PARTS)) | {"year": self.year})
        counts = {part: self._titled.of(title, body) for part, title in COUNTED.items()} if body else {}
        counted: set[Part] = set()
        years = []
        for row in rows:
            figures = {part: _maybe_number(row[part]) for part in PARTS}
            this_year = row["year"] == self.year
            for part in counts if this_year else ():
                if figures[part] is None and counts[part]:
                    figures[part] = counts[part]
                    counted.add(part)
            registered = self._registered(nomination) if this_year else None
            evaluation, headcount = str(row["evaluation"] or ""), _maybe_number(row["headcount"])
            years.append(CollectiveYear(_number(row["year"]), evaluation, headcount, registered=registered, **figures))
        return tuple(years), frozenset(counted)

    @cached_property
    def _titled(self) -> TitledPeople:
        return TitledPeople(self._workspace, self.year)

    def _registered(self, nomination: Row) -> bool | None:
        """Whether the subject stands in a bản đăng ký of the year; None when the year has none yet."""
        registered = self._registrations
        if not registered:
            return None
        kind = str(nomination["subject_kind"])
        by_id = nomination["organisation_id" if kind == "tập thể" else "person_id"]
        return (kind, by_id) in registered or (kind, name_key(str(nomination["subject"]))) in registered

    @cached_property
    def _registrations(self) -> frozenset[tuple[str, Value]]:
        """Who is registered this year: kind with the id, and kind with the name, for those that have no id."""
        found: set[tuple[str, Value]] = set()
        for row in titles_of_year(self._file, self.year):
            kind = str(row["subject_kind"])
            own = row["organisation_id" if kind == "tập thể" else "person_id"]
            found.add((kind, own if own is not None else name_key(str(row["subject"]))))
            found.add((kind, name_key(str(row["subject"]))))
        return frozenset(found)


def _found(file: DataFile, table: str, column: str, values: Iterable[Value]) -> _Found:
    """The rows of a table by the value of a column, for these values."""
    found: dict[Value, list[Row]] = defaultdict(list)
    for row in records.among(file, table, column, {value for value in values if value is not None}):
        found[row[column]].append(row)
    return dict(found)


def _given(row: Row) -> AwardGiven:
    return AwardGiven(
        _number(row["year"]),
        str(row["award"]),
        str(row["subject_kind"]),
        str(row["decision_number"] or ""),
        str(row["decided_on"] or ""),
        str(row["level"]),
    )


def _initiative(row: Row) -> Initiative:
    return Initiative(_number(row["year"]), str(row["name"]), str(row["scope"]), str(row["decision"]))


def _number(value: Value) -> int:
    return int(value or 0)


def _maybe_number(value: Value) -> int | None:
    return None if value is None else int(value)
