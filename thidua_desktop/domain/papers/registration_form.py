"""The bản đăng ký thi đua of an organisation: filled with what is known, or with rows to write in by hand."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from ..offices import Office
from ..organisations import Organisation
from ..plan.plans import PartialDate, Plan
from ..registration.commitments import Commitment, says
from ..reports.sentences import plan_reference
from . import blocks
from .forms import Facts, FormDefinition, TableForm, build
from .heads import issuer_lines, office_issuer, place_date
from .target_rows import with_unit

NO_NAME = "." * 40
"""Where an organisation writes its own name."""

HEAD_OF_UNIT = "THỦ TRƯỞNG ĐƠN VỊ"
_LEAST_ROWS = 2
"""Empty rows of a table where another one of the form is filled."""


@dataclass(frozen=True, slots=True)
class RegisteredTitle:
    """A title registered for the collective, one of its people or a household; ``position`` is the person's."""

    organisation_id: int
    subject: str
    subject_kind: str
    award: str
    note: str = ""
    position: str = ""


@dataclass(frozen=True, slots=True)
class RegistrationFacts:
    """What one bản đăng ký says. ``organisation`` None is a form for any organisation."""

    year: int
    office: Office | None
    plan: Plan | None
    organisation: Organisation | None = None
    parent: str = ""
    titles: tuple[RegisteredTitle, ...] = ()
    commitments: tuple[Commitment, ...] = ()


def registration_form(facts: RegistrationFacts, form: FormDefinition) -> blocks.Document:
    """The paper laid out by ``form``; what is not known has rows to write in by hand."""
    texts = _texts(facts)
    rows = {
        "collectives": _title_rows([one for one in facts.titles if one.subject_kind == "tập thể"]),
        "people": _title_rows([one for one in facts.titles if one.subject_kind != "tập thể"]),
        "commitments": _commitment_rows(facts.commitments),
    }
    said = any(rows.values())
    tables = [item.block for item in form.items if isinstance(item.block, TableForm)]
    blank = {table.source: table.blank_rows for table in tables}
    filled = {name: found or _room(_LEAST_ROWS if said else blank.get(name, 0)) for name, found in rows.items()}
    named = facts.organisation.name if facts.organisation else ""
    return build(form, Facts(texts, rows=filled), f"Bản đăng ký thi đua năm {facts.year}", named)


def _texts(facts: RegistrationFacts) -> dict[str, str]:
    one, office = facts.organisation, facts.office
    place = office.place_name if office else (facts.plan.place or "") if facts.plan else ""
    dated = place_date(place, PartialDate(None, None, facts.year))
    committee = office_issuer(office) if office else facts.plan.issuer if facts.plan else ""
    return {
        "superior": facts.parent.upper(),
        "issuer": "\n".join(issuer_lines(one.name)) if one else NO_NAME,
        "number_symbol": "",
        "place": place,
        "date": dated.split(", ", 1)[1],
        "place_date": dated,
        "year": str(facts.year),
        "organisation": one.name if one else NO_NAME,
        "committee": committee,
        "opening": _opening(facts, committee),
        "authority": "",
        "position": ((one.head_position if one else "") or HEAD_OF_UNIT).upper(),
        "name": one.head if one else "",
        "recipients": "",
    }


def _opening(facts: RegistrationFacts, committee: str) -> str:
    """The sentence before the first heading; it names the plan of the year when there is one."""
    named = facts.organisation.name if facts.organisation else NO_NAME
    if facts.plan is None:
        return f"{named} đăng ký thi đua năm {facts.year} như sau:"
    issued = f" của {facts.plan.issuer or committee}" if facts.plan.issuer or committee else ""
    return f"Thực hiện {plan_reference(facts.plan)}{issued}, {named} đăng ký như sau:"


def _title_rows(titles: Sequence[RegisteredTitle]) -> tuple[Mapping[str, str], ...]:
    return tuple(title_row(number, title) for number, title in enumerate(titles, 1))


def title_row(number: int, title: RegisteredTitle) -> Mapping[str, str]:
    """A registered title as a row of a table."""
    return {
        "stt": str(number),
        "subject": title.subject,
        "position": title.position,
        "award": title.award,
        "note": title.note,
    }


def _commitment_rows(commitments: Sequence[Commitment]) -> tuple[Mapping[str, str], ...]:
    return tuple(
        {
            "stt": str(number),
            "content": one.quote[:1].upper() + one.quote[1:],
            "figures": "\n".join(with_unit(value) for value in one.values),
            "target": one.target,
            "note": f"Góp vào chỉ tiêu: {one.target}" if one.target and not says(one.quote, one.target) else "",
        }
        for number, one in enumerate(commitments, 1)
    )


def _room(rows: int) -> tuple[Mapping[str, str], ...]:
    """Numbered rows to write in by hand."""
    return tuple({"stt": str(number)} for number in range(1, rows + 1))
