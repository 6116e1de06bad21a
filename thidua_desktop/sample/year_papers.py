"""What goes out to the organisations of the sample and comes back: papers with signatures, reminders, points."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from functools import partial

from ..domain.chasing.sent_papers import FORM, PLEDGE, PROGRESS, Field, SentPaper
from ..domain.plan.plans import SourceFile
from ..domain.vietnamese import format_date
from ..services.chasing import owed, reminders, scans, sent_papers
from ..services.members import blocks, posts, renaming
from ..services.registers import registers
from ..services.registration import adjustments, commitments, registering, registrations
from ..services.scoring import scores, sets
from ..services.workspace import Workspace
from ..shipped import resource
from .book import Table, commune, rows
from .directory import Directory

_SCAN = "giao-uoc.png"


def divide(workspace: Workspace, year: int, known: Directory) -> None:
    """Puts the organisations of the year into their blocks."""
    there = {row.cells[0]: row.id for row in registers.page(workspace, "blocks", limit=-1)}
    members = commune()["block_members"]
    chosen = {known.organisation(name): there[block] for block, names in members.items() for name in names}
    blocks.set_blocks(workspace, year, chosen)


def change_the_directory(workspace: Workspace, year: Table, known: Directory) -> None:
    """Who got another name or another post in the year."""
    for one in year.get("renamed", ()):
        renaming.rename(workspace, known.organisation(one["organisation"]), one["name"], one["day"])
    for one in year.get("moved", ()):
        home = known.organisation(one["organisation"])
        posts.change_post(
            workspace, [known.person(one["person"])], one["day"], organisation_id=home, position=one["position"]
        )


def register_more(workspace: Workspace, year: Table, known: Directory) -> None:
    """Initiatives, movements joined and households, as the forms that came back say."""
    ids = {one.organisation_id: one.registration_id for one in registrations.standing(workspace, year["year"])}
    for row in rows(year["initiatives"]):
        scope = ids[known.organisation(row.pop("organisation"))]
        registers.add_row(workspace, "registered_initiatives", row, scope=scope)
    for name, movements in year["joined"].items():
        registration_id = ids[known.organisation(name)] or 0
        offered = registering.movements_to_join(workspace, registration_id)
        wanted = [row_id for row_id, movement, _, _ in offered if any(words in movement for words in movements)]
        registering.join_movements(workspace, registration_id, wanted)
    for name, figures in year["culture"].items():
        registration_id = ids[known.organisation(name)] or 0
        registering.set_culture_figure(workspace, registration_id, "households", figures["households"])
        registering.set_culture_figure(workspace, registration_id, "registered", figures["registered"])
        if "recognised" in figures:
            registering.set_culture_figure(workspace, registration_id, "recognised", figures["recognised"])
            registering.set_posted(workspace, registration_id, figures["posted_on"])


def adjust(workspace: Workspace, year: Table) -> None:
    """What an organisation promised and had to lower or raise, with the reason."""
    said = {one.quote: one.id for one in commitments.of_year(workspace, year["year"])}
    for one in year.get("adjusted", ()):
        quote, values = one["to"], one["values"]
        adjustments.adjust(workspace, said[one["from"]], one["reason"], one["day"], quote=quote, values=values)


class Papers:
    """The papers of a year, handed out on one day and back on others."""

    def __init__(self, workspace: Workspace, year: Table, known: Directory) -> None:
        self._workspace = workspace
        self._year = year["year"]
        self._papers = year["papers"]
        self._waiting = {known.organisation(name) for name in self._papers["unsigned"]}
        self._scanned = known.organisation(self._papers["scanned"])
        self._late = {known.organisation(name) for name in self._papers.get("unreported", ())}

    def hand_out(self) -> None:
        """Registration form and pledge, signed for by the head of each."""
        day = self._papers["handed_on"]
        self._enter(
            (one, {"handed_on": day, "handed_to": _head(self._workspace, one)}) for one in self._of(FORM, PLEDGE)
        )

    def sign(self) -> None:
        """The pledges that came back signed, one of them with its scan."""
        day = self._papers["signed_on"]
        signed = [one for one in self._of(PLEDGE) if one.organisation_id not in self._waiting]
        self._enter(
            (one, {"returned_on": day, "signed_on": day, "signed_by": _head(self._workspace, one)}) for one in signed
        )
        picture = resource(f"sample/{_SCAN}").read_bytes()
        scanned = next(one for one in signed if one.organisation_id == self._scanned)
        scans.attach(self._workspace, scanned.key, [SourceFile(f"Giao ước {scanned.organisation}.png", picture)])

    def take_reports(self, phase: int, day: str) -> None:
        """The forms of the phase at that place that came back; all but those of who has not reported."""
        named = list(dict.fromkeys(one.phase for one in self._of(PROGRESS)))
        came = [
            one for one in self._of(PROGRESS) if one.phase == named[phase] and one.organisation_id not in self._late
        ]
        self._enter((one, {"returned_on": format_date(day)}) for one in came)

    def _of(self, *papers: str) -> list[SentPaper]:
        return [one for one in sent_papers.papers_of_year(self._workspace, self._year) if one.key.paper in papers]

    def _enter(self, typed: Iterator[tuple[SentPaper, dict[Field, str]]]) -> None:
        entries = [sent_papers.Entry(one.key, field, text) for one, fields in typed for field, text in fields.items()]
        _, refused = sent_papers.set_fields(self._workspace, entries)
        if refused:
            raise ValueError(f"sent_papers: {refused}")


def _head(workspace: Workspace, one: SentPaper) -> str:
    """Whoever is at the head of the organisation of a paper."""
    found = registers.row(workspace, "organisations", one.organisation_id)
    return found.cells[registers.register("organisations").keys.index("head")] if found else ""


def remind(workspace: Workspace, year: Table, known: Directory) -> None:
    """The calls and messages of the year about what was owed on the day of each."""
    for one in year["reminders"]:
        desk = replace(workspace, today=partial(date.fromisoformat, one["day"]))
        wanted = {known.organisation(name) for name in one["organisations"]}
        listed = [
            thing
            for thing in owed.owed(desk, year["year"])
            if thing.organisation_id in wanted and thing.about == one["about"]
        ]
        reminders.record(desk, year["year"], listed, one["channel"], answer=one["answer"], day=format_date(one["day"]))


def score(workspace: Workspace, year: Table, known: Directory) -> None:
    """The points of the year by the example set: the grades that organisations and the council gave, and the rest."""
    _, set_id = sets.add_example(workspace, year["year"])
    sets.add_example(workspace, year["year"], subject="xã")
    criteria = {one.name: one for one in sets.criteria_set(workspace, set_id).criteria}
    graded = [one.id for one in criteria.values() if one.kind == "định tính"]
    ids = {one.organisation_id: one.registration_id for one in registrations.standing(workspace, year["year"])}
    listed = {name: ids[one] or 0 for name, one in _named(known, year)}
    entries = [
        scores.Entry(criterion_id, listed[name], field, grade)
        for field in ("own", "council")
        for name, grades in year["grades"].get(field, {}).items()
        for criterion_id, grade in zip(graded, grades, strict=True)
    ]
    entries += [
        scores.Entry(criteria[row["criterion"]].id, listed[row["organisation"]], field, row[field])
        for row in rows(year["points"])
        for field in ("achieved", "council", "reason")
        if row[field]
    ]
    _, refused = scores.set_scores(workspace, entries)
    if refused:
        raise ValueError(f"scores: {refused}")


def _named(known: Directory, year: Table) -> Iterator[tuple[str, int]]:
    """The organisations that are scored by the names the year calls them, with their ids."""
    graded = (name for names in year["grades"].values() for name in names)
    for name in (*graded, *(row["organisation"] for row in rows(year["points"]))):
        yield name, known.organisation(name)
