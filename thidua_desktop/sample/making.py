"""The sample is made as the clerk would make it: act by act, each on the day it would have been done."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from ..services.awards import award_settings, given_awards, rule_corrections
from ..services.office import years
from ..services.registers import registers
from ..services.registration import registrations
from ..services.workspace import Workspace
from . import book, rounds, year_papers, year_people, year_plan
from .directory import Directory


def fill(workspace: Workspace) -> None:
    """Fills a new file of the sample's office with the directory and the years."""
    with workspace.file.unforced():
        _fill_directory(workspace, book.commune())
        for year in book.years():
            _fill_year(workspace, year)


def on(workspace: Workspace, day: str) -> Workspace:
    """The desk as it was on that day (ISO)."""
    then = date.fromisoformat(day)
    return replace(workspace, today=lambda: then)


def _fill_directory(workspace: Workspace, commune: book.Table) -> None:
    for kind, table in commune["registers"].items():
        paste = given_awards.paste_rows if kind == "awards" else registers.paste_rows
        done = paste(workspace, kind, table["columns"], table["rows"])
        if done.refused:
            raise ValueError(f"{kind}: {done.refused}")
    known = Directory(workspace)
    for one in commune["initiatives"]:
        cells = {key: text for key, text in one.items() if key != "person"}
        registers.add_row(workspace, "initiatives", cells, scope=known.person(one["person"]))
    for key, text in commune["award_settings"].items():
        award_settings.set_setting(workspace, key, text)
    for one in commune["corrections"]:
        rule_corrections.correct(workspace, **one)


def _fill_year(workspace: Workspace, year: book.Table) -> None:
    years.add_year(workspace, year["year"])
    registrations.open_year(workspace, year["year"])
    known = Directory(workspace)
    plan = year_plan.YearPlan(workspace, year, known)
    plan.store()
    year_papers.divide(workspace, year["year"], known)
    papers = year_papers.Papers(workspace, year, known)
    papers.hand_out()
    year_people.register(on(workspace, year["registered_on"]), year, known)
    year_papers.register_more(on(workspace, year["registered_on"]), year, known)
    papers.sign()
    year_papers.change_the_directory(workspace, year, known)
    year_papers.adjust(workspace, year)
    for phase, day in enumerate(year["reported_on"]):
        plan.report(on(workspace, day), phase)
        papers.take_reports(phase, day)
    year_papers.remind(workspace, year, known)
    year_papers.score(workspace, year, known)
    year_people.evaluate(workspace, year, known)
    for one in year["rounds"]:
        rounds.hold(on(workspace, year["reported_on"][-1]), year["year"], one, known)
    year_people.write_reports(workspace, year)
