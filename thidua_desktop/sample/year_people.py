"""What people and collectives of the sample register in a year, how they are evaluated, and what the reports say."""

from __future__ import annotations

from collections import defaultdict

from ..services.registers import registers
from ..services.registration import registrations
from ..services.reports import report_texts
from ..services.workspace import Workspace
from .book import Table, rows
from .directory import Directory

_HOUSEHOLD_TITLE = "Gia đình văn hóa"


def register(workspace: Workspace, year: Table, known: Directory) -> None:
    """The forms that came back with their titles; those of the year's list who are waited for have a note."""
    number = year["year"]
    waiting = {known.organisation(name): note for name, note in year["registration"]["waiting"].items()}
    titles = _titles(workspace, year, known)
    for one in registrations.standing(workspace, number):
        if one.registration_id is None:
            continue
        if one.organisation_id in waiting:
            registrations.set_note(workspace, one.registration_id, waiting[one.organisation_id])
            continue
        registrations.set_received(workspace, one.registration_id, workspace.today())
        columns = ("subject", "subject_kind", "award")
        found = titles.get(one.organisation_id, [])
        if found:
            registers.paste_rows(workspace, "registered_titles", columns, found, scope=one.registration_id)


def _titles(workspace: Workspace, year: Table, known: Directory) -> dict[int, list[tuple[str, str, str]]]:
    """What each organisation registers: subject, kind and title."""
    kinds = {award.name: award.subjects[0] for award in workspace.definitions.law.awards}
    titles: dict[int, list[tuple[str, str, str]]] = defaultdict(list)
    for title, subjects in year["titles"].items():
        for subject in subjects:
            titles[known.home(subject)].append((subject, kinds[title], title))
    for place, household in year["registration"]["households"]:
        titles[known.organisation(place)].append((household, kinds[_HOUSEHOLD_TITLE], _HOUSEHOLD_TITLE))
    return titles


def evaluate(workspace: Workspace, year: Table, known: Directory) -> None:
    """Enters how people and collectives were evaluated at the end of the year."""
    number = year["year"]
    facts: dict[str, dict[str, str]] = defaultdict(dict)
    for evaluation, names in year["evaluations"].items():
        for name in names:
            facts[name]["evaluation"] = evaluation
    for name, more in year["person_years"].items():
        facts[name] |= more
    for name, cells in facts.items():
        registers.add_row(workspace, "person_years", {"year": str(number), **cells}, scope=known.person(name))
    for row in rows(year["organisation_years"]):
        body = known.organisation(row.pop("organisation"))
        registers.add_row(workspace, "organisation_years", {"year": str(number), **row}, scope=body)


def write_reports(workspace: Workspace, year: Table) -> None:
    """The clerk's own words in the reports of the year."""
    for kind, texts in year["report"].items():
        for key, text in texts.items():
            report_texts.set_text(workspace, kind, year["year"], key, text)
