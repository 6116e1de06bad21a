"""``resources/sample`` as it is read: the commune, its years, and the text of each year's plan."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from typing import Any

from ..domain.offices import Office, Signer
from ..domain.plan.plans import PlanReading, SourceFile
from ..shipped import resource

Table = Mapping[str, Any]

_FOLDER = "sample"
_COMMUNE, _PLAN = "commune.toml", "plan.txt"
_YEARS = ("year-2025.toml", "year-2026.toml")


def commune() -> Table:
    """The office, its signers, its directory and what was awarded before the first year."""
    return _read(_COMMUNE)


def office(of: Table) -> Office:
    """The office of the commune."""
    return Office(**of["office"])


def signers(of: Table) -> tuple[Signer, ...]:
    """Who signs for it."""
    return tuple(Signer(**one) for one in of["signers"])


def years() -> tuple[Table, ...]:
    """The years, the oldest first."""
    return tuple(_read(name) for name in _YEARS)


def rows(of: Table) -> Iterator[dict[str, str]]:
    """The rows of a table that names its columns once."""
    for row in of["rows"]:
        yield dict(zip(of["columns"], row, strict=True))


def plan_reading(year: Table) -> PlanReading:
    """The plan of a year as the program reads it from its text: what it says and what stands in its tables agree."""
    return _read_plan(plan_source(year))


def plan_source(year: Table) -> SourceFile:
    """The text of a year's plan: the common one with what the year fills in."""
    promised = "\n".join(f"- {row['organisation']}: {row['text']}." for row in rows(year["commitments"]))
    filled = {**year["plan"], "year": year["year"], "commitments": promised}
    text = resource(f"{_FOLDER}/{_PLAN}").read_text(encoding="utf-8")
    for name, value in filled.items():
        text = text.replace(f"{{{name}}}", str(value).strip())
    return SourceFile(f"Kế hoạch thi đua {year['year']}.txt", text.encode("utf-8"))


def _read_plan(source: SourceFile) -> PlanReading:
    from ..importing.plan import read_plan

    return read_plan(source)


def _read(name: str) -> Table:
    return tomllib.loads(resource(f"{_FOLDER}/{name}").read_text(encoding="utf-8"))
