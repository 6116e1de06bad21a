"""Where in the window an act of the change log was done, so that taking it back can lead there."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from ..domain.destinations import AWARDS, DIRECTORY, PLANS, REGISTRATION, REPORTS, Destination
from ..storage import history as stored
from ..storage import records
from ..storage.changelog import Change
from ..storage.records import Row
from .chasing.deadlines import KEPT_AS as DEADLINES
from .members.list_import import KEPT_AS as LISTS
from .registration.commune import KEPT_AS as COMMUNE
from .workspace import Workspace

_PLAN_PARTS = (
    *("plan_sections", "plan_bases", "plan_targets", "plan_movements", "plan_phases", "plan_tasks", "plan_recipients"),
    "commitments",
)
_OF_YEARS = ("person_years", "organisation_years", "initiatives")
_CHASED = ("sent_papers", "paper_scans", "reminders", "taken_files")
_BESIDES = ("registered_initiatives", "registered_movements", "culture_years", "commitment_adjustments")
_SCORED = ("scores", "criteria", "criteria_sets")
_ORGANISATIONS_SHARE = (
    *("registered_titles", "registrations", "commitment_results", "commitment_values", "commitments"),
    *_BESIDES,
)

# Where rows are shown first of all. The first of these that an act touched is where it was done: who nominates somebody
# unknown enters a person too.
_HOMES = (
    (DIRECTORY, ("former_names", "person_posts")),  # other names and posts; of what was merged, too
    (REGISTRATION, (*_BESIDES, *_SCORED)),
    (AWARDS, ("decisions", "nominations", "nomination_answers", "rounds", "awards", *_OF_YEARS, "rule_corrections")),
    (REGISTRATION, ("registered_titles", "commitment_results", "target_results", *_CHASED, "registrations")),
    (PLANS, ("plans", *_PLAN_PARTS[:-1], "plan_target_values")),
    (REGISTRATION, ("commitments", "commitment_values")),
    (REPORTS, ("settings",)),
    (DIRECTORY, ("organisations", "people", "blocks", "legal_acts", "signers", "movements", "phrases", "office")),
    (DIRECTORY, ("office_definitions",)),
)
_SHOWN_TOO = {
    PLANS: ("commitments", "commitment_values"),
    REGISTRATION: ("organisations", "settings"),
    AWARDS: ("people", "organisations", "settings"),
}
_OWNERS = {
    **dict.fromkeys(_PLAN_PARTS, ("plan_id", "plans")),
    "plan_target_values": ("target_id", "plan_targets"),
    "target_results": ("target_id", "plan_targets"),
    "commitment_values": ("commitment_id", "commitments"),
    "commitment_results": ("commitment_id", "commitments"),
    "commitment_adjustments": ("commitment_id", "commitments"),
    **dict.fromkeys(("registered_titles", *_BESIDES[:3]), ("registration_id", "registrations")),
    "sent_papers": ("registration_id", "registrations"),
    "paper_scans": ("sent_paper_id", "sent_papers"),
    "reminders": ("registration_id", "registrations"),
    "taken_files": ("registration_id", "registrations"),
    "scores": ("criterion_id", "criteria"),
    "criteria": ("set_id", "criteria_sets"),
    "former_names": ("organisation_id", "organisations"),
    "person_posts": ("person_id", "people"),
    "nominations": ("round_id", "rounds"),
    "nomination_answers": ("nomination_id", "nominations"),
    "decisions": ("round_id", "rounds"),
}
_WITH_YEAR = ("plans", "registrations", "rounds", "decisions", "criteria_sets")
_WITHIN = ("_values", "_results", "former_names", "person_posts")  # rows that are shown within their owner
_LED_TO = ("nominations", "rounds", "awards")  # the records that the tab Khen thưởng leads to


@dataclass(frozen=True, slots=True)
class ActPlace:
    """An act by its number and text, when it was done (local time), what it touched and where that is shown.

    ``destination`` has the year the act is about, 0 for what is of no year.
    """

    act: int
    text: str
    at: datetime
    kinds: frozenset[str]
    destination: Destination


def shows(tab: int, kinds: frozenset[str]) -> bool:
    """Whether the tab shows rows of any of these tables; of what no tab shows, as an added year, every tab is right."""
    of_tab = {kind for home, homed in _HOMES if home == tab for kind in homed}.union(_SHOWN_TOO.get(tab, ()))
    of_any = {kind for _, homed in _HOMES for kind in homed}
    return not kinds & of_any or not kinds.isdisjoint(of_tab)


def undo_place(workspace: Workspace) -> ActPlace | None:
    """The act that undo takes back next; None when there is none."""
    file = workspace.file
    return _place(workspace, file.undo_act, file.undo_text, undone=True)


def redo_place(workspace: Workspace) -> ActPlace | None:
    """The act that redo does next; None when there is none."""
    file = workspace.file
    return _place(workspace, file.redo_act, file.redo_text, undone=False)


def _place(workspace: Workspace, act: int, text: str, *, undone: bool) -> ActPlace | None:
    """``undone``: what is there afterwards is what was there before the act."""
    if not act:
        return None
    changes = workspace.file.changes_of(act)
    kinds = frozenset(change.kind for change in changes)
    images = [(change, change.before) for change in reversed(changes)] if undone else [(c, c.after) for c in changes]
    there = {(change.kind, change.row_id): image is not None for change, image in images}
    destination = _Places(workspace, changes, there).destination()
    return ActPlace(act, text, stored.act_time(workspace.file, act), kinds, destination)


class _Places:
    """Finds the place of an act among the rows it changed and those that are there; ``there`` tells which stay."""

    def __init__(self, workspace: Workspace, changes: Sequence[Change], there: Mapping[tuple[str, int], bool]) -> None:
        self._file = workspace.file
        self._there = there
        gone = {change.row_id for change in changes if change.kind == "people" and change.after is None}
        held = (change.row_id for change in changes if change.kind == "people" and change.row_id not in gone)
        alone = gone and all(change.kind != "former_names" for change in changes)
        self._merged = next(held, 0) if alone else 0  # the person whom a double went into
        self._rows = {(change.kind, change.row_id): change.after or change.before or {} for change in changes}

    def destination(self) -> Destination:
        """The tab, the year, and the record there as far as the tab leads to one."""
        if self._merged:
            return Destination(DIRECTORY, "people", self._merged)
        for tab, kinds in _HOMES:
            for kind in kinds:
                row = next((row for (touched, _), row in self._rows.items() if touched == kind), None)
                if row is not None:
                    return self._settings(row) if kind == "settings" else self._of(kind, tab, row)
        return Destination(DIRECTORY)

    @staticmethod
    def _settings(row: Row) -> Destination:
        """Texts of reports and deadlines are kept by year, what lists mean by their kind; all others are the office's
        own for awards.
        """
        name, _, rest = str(row["key"]).partition("/")
        year = rest.partition("/")[0]
        if name == LISTS:
            return Destination(DIRECTORY, year)
        if name == COMMUNE:
            return Destination(REGISTRATION, year=int(year))
        if name == DEADLINES:
            return Destination(REGISTRATION, "reminders", 0, int(year))
        return Destination(REPORTS, name, 0, int(year)) if year.isdecimal() else Destination(AWARDS)

    def _of(self, kind: str, tab: int, row: Row) -> Destination:
        chain = self._chain(kind, row)
        year = next((int(one["year"] or 0) for name, one in chain if name in _WITH_YEAR), 0)
        if tab == REGISTRATION and kind in _ORGANISATIONS_SHARE:
            organisation = next((int(one["organisation_id"] or 0) for _, one in chain if "organisation_id" in one), 0)
            if organisation and self._there.get(("organisations", organisation), True):
                return Destination(tab, "organisations", organisation, year)
            if "plans" not in dict(chain):
                return Destination(tab, year=year)
            tab = PLANS  # a commitment that no organisation of the directory stands behind
        paper = dict(chain).get("sent_papers")
        if paper is not None:  # found by what it is: nothing may be left of its record
            about = f"sent_papers/{paper['paper']}/{paper['phase_id'] or 0}"
            return Destination(tab, about, int(paper["registration_id"] or 0), year)
        for name, one in chain:
            row_id = int(one["id"] or 0)
            leads = name in _LED_TO if tab == AWARDS else not name.endswith(_WITHIN)
            if leads and self._there.get((name, row_id), True):
                return Destination(tab, name, row_id, year)
        return Destination(tab, year=year)

    def _chain(self, kind: str, row: Row) -> list[tuple[str, Row]]:
        """The row, the one that owns it, and so on."""
        chain = [(kind, row)]
        while kind in _OWNERS:
            link, kind = _OWNERS[kind]
            key = int(row.get(link) or 0)
            row = self._rows.get((kind, key)) or records.find(self._file, kind, key) or {}
            chain.append((kind, row))
        return [(name, one) for name, one in chain if one]
