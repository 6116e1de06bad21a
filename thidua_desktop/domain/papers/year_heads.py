"""What stands at the head and the foot of the year's papers of registration: those of the office, and those that an
organisation sends in; and the rows of a table that are left to the pen.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from ..members.names import year_words
from ..offices import Office, Signer
from ..organisations import Organisation
from ..plan.plans import PartialDate, Plan
from ..registration.paper_codes import code
from ..reports.sentences import plan_reference
from .forms import FormDefinition
from .heads import head_issuer, issuer_lines, office_issuer, place_date, signature_texts

NO_NAME = "." * 40
"""Where an organisation writes its own name."""
HEAD_OF_UNIT = "THỦ TRƯỞNG ĐƠN VỊ"
_VILLAGES = frozenset({"thôn", "khóm", "ấp", "bản", "buôn", "làng", "xóm"})
LEAST_ROWS = 2
"""Empty rows of a table where another one of the form is filled."""

Row = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class OrganisationYear:
    """An organisation in a year, as its papers name it: ``organisation`` None is a form for any organisation.

    ``number`` is its number in the year's list, of which the code of a paper is made; ``plan`` the one that counts.
    ``by_school_year``: the year of a school, named by the school year that ends in it. ``is_back``: its registration
    has come in.
    """

    year: int
    office: Office | None
    plan: Plan | None
    organisation: Organisation | None = None
    parent: str = ""
    number: int | None = None
    by_school_year: bool = False
    is_back: bool = False

    @property
    def name(self) -> str:
        """How the organisation is called, dots for any."""
        return self.organisation.name if self.organisation else NO_NAME

    @property
    def period(self) -> str:
        """ "năm 2026", of a school "năm học 2025 – 2026", as the school year that ends in it is called."""
        return year_words(self.year, by_school_year=self.by_school_year)


def office_texts(office: Office | None, signer: Signer | None, year: int) -> dict[str, str]:
    """Head and foot of a paper that the office issues, its number and day left to the pen."""
    superior, issuer = head_issuer(office_issuer(office), office) if office else ("", ())
    return {
        "superior": superior,
        "issuer": "\n".join(issuer),
        **dated(office.place_name if office else "", year),
        **signature_texts(signer),
    }


def organisation_texts(one: OrganisationYear, paper: str, phase: int = 0) -> dict[str, str]:
    """Head and foot of the ``paper`` that an organisation sends in, with its code; ``phase`` is the phase's place."""
    of, office = one.organisation, one.office
    place = office.place_name if office else (one.plan.place or "") if one.plan else ""
    return {
        "superior": one.parent.upper(),
        "issuer": "\n".join(issuer_lines(of.name)) if of else NO_NAME,
        **dated(place, one.year),
        "code": code(paper, one.year, one.number, phase),
        "period": one.period,
        "organisation": one.name,
        "committee": committee(one),
        "authority": "",
        "position": ((of.head_position if of else "") or _usual_head(one.name)).upper(),
        "name": of.head if of else "",
    }


def _usual_head(name: str) -> str:
    """What the head of an organisation is called when nothing is entered: "TRƯỞNG THÔN" of "Thôn Một"."""
    if name.lower().startswith("tổ dân phố "):
        return "TỔ TRƯỞNG TỔ DÂN PHỐ"
    kind = name.split(" ", maxsplit=1)[0].lower()
    return f"TRƯỞNG {kind}" if kind in _VILLAGES else HEAD_OF_UNIT


def committee(one: OrganisationYear) -> str:
    """The People's Committee that the paper is for; "" when nobody is known."""
    return office_issuer(one.office) if one.office else one.plan.issuer if one.plan else ""


def plan_of_committee(one: OrganisationYear) -> str:
    """The plan of the year as a sentence names it, with who issued it; "" when the year has none."""
    if one.plan is None:
        return ""
    issuer = one.plan.issuer or committee(one)
    return plan_reference(one.plan) + (f" của {issuer}" if issuer else "")


def undated(texts: Mapping[str, str]) -> dict[str, str]:
    """The texts of a paper that is signed when its year is over, perhaps in the next: it leaves the year to the pen."""
    return {**texts, **dated(texts["place"], None), "year": texts["year"]}


def dated(place: str, year: int | None) -> dict[str, str]:
    """The line of place and date, the day left to the pen."""
    line = place_date(place, PartialDate(None, None, year))
    return {
        "number_symbol": "",
        "place": place,
        "date": line.split(", ", 1)[1],
        "place_date": line,
        "year": str(year or ""),
        "recipients": "",
    }


def with_room(
    form: FormDefinition, rows: Mapping[str, tuple[Row, ...]], *, is_out: bool = False
) -> dict[str, tuple[Row, ...]]:
    """The rows of each source, an empty one with numbered rows to write in by hand: as many as the form says where the
    whole paper is blank or ``is_out`` to be filled in, a few where another table of it is filled.
    """
    said = not is_out and any(rows.values())
    blank = form.blank_rows()
    return {
        name: found or room(min(LEAST_ROWS, blank.get(name, 0)) if said else blank.get(name, 0))
        for name, found in rows.items()
    }


def room(rows: int) -> tuple[Row, ...]:
    """Numbered rows to write in by hand."""
    return tuple({"stt": str(number)} for number in range(1, rows + 1))
