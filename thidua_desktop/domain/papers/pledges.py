"""Bản giao ước thi đua: of the commune with each organisation, or of all members of a block on one paper; and the bảng
giao chỉ tiêu that tells an organisation its share of the plan.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from ..offices import Office, Signer
from ..organisations import Organisation
from ..plan.plans import Plan, TargetValue
from ..registration.commitments import Commitment
from ..vietnamese import fold, format_date
from . import blocks
from .forms import ROW_HEADING, Facts, FormDefinition, build
from .heads import signature_texts
from .registration_form import Registered, movement_rows
from .target_rows import figure, with_unit
from .year_heads import (
    HEAD_OF_UNIT,
    NO_NAME,
    OrganisationYear,
    Row,
    committee,
    office_texts,
    organisation_texts,
    plan_of_committee,
    with_room,
)

PLEDGE, BLOCK_PLEDGE, ASSIGNMENT = "pledge", "block-pledge", "target-assignment"
_SHARE_OF_RESPONSIBLE = "Đơn vị phụ trách"


NAME_BY_HAND, POSITION_BY_HAND = "." * 36, f"chức\u00a0vụ:\u00a0{'.' * 20}"
"""Where the name and the position of somebody the program does not know yet are written."""


@dataclass(frozen=True, slots=True)
class Share:
    """What an organisation has to do with one target of the plan: its own commitments towards it, and whether the plan
    names it as the one responsible.
    """

    indicator: str
    planned: tuple[TargetValue, ...]
    commitments: tuple[Commitment, ...] = ()
    responsible: bool = False


def pledge(of: OrganisationYear, held: Registered, signer: Signer | None, form: FormDefinition) -> blocks.Document:
    """The pledge of the commune with one organisation; what is not known has rows to write in by hand."""
    rows = {"joined_movements": movement_rows(held.movements), "commitments": _pledged(held.commitments)}
    texts = _two_sides(of, PLEDGE, signer) | {"opening": _because(of)}
    named = of.organisation.name if of.organisation else ""
    return build(form, Facts(texts, rows=with_room(form, rows)), f"Bản giao ước thi đua {of.period}", named)


def target_assignment(
    of: OrganisationYear, shares: Sequence[Share], signer: Signer | None, form: FormDefinition
) -> blocks.Document:
    """The targets that the commune gives to one organisation, with the plan's figure and the organisation's own."""
    rows = {"shares": tuple(_share_row(number, one) for number, one in enumerate(shares, 1))}
    texts = _two_sides(of, ASSIGNMENT, signer) | {"opening": _because(of)}
    named = of.organisation.name if of.organisation else ""
    return build(form, Facts(texts, rows=with_room(form, rows)), f"Bảng giao chỉ tiêu thi đua {of.period}", named)


@dataclass(frozen=True, slots=True)
class BlockFacts:
    """A block (cụm, khối) of a year with its ``members``, each with what it commits to."""

    year: int
    office: Office | None
    plan: Plan | None
    name: str
    members: tuple[tuple[Organisation, tuple[Commitment, ...]], ...]


def block_pledge(facts: BlockFacts, signer: Signer | None, form: FormDefinition) -> blocks.Document:
    """The pledge that all members of a block sign on one paper."""
    year = OrganisationYear(facts.year, facts.office, facts.plan)
    texts = office_texts(facts.office, signer, facts.year) | {
        "period": year.period,
        "block": facts.name,
        "committee": committee(year),
        "opening": _because(year),
        "counts": f"{len(facts.members):02d}",
    }
    movements = facts.plan.movements if facts.plan else ()
    rows: dict[str, tuple[Row, ...]] = {
        "joined_movements": tuple(
            {"stt": str(number), "movement": one.name, "launcher": one.launcher or "", "note": ""}
            for number, one in enumerate(movements, 1)
        ),
        "commitments": _pledged_by_member(facts.members),
        "members": tuple(_member_row(number, one) for number, (one, _) in enumerate(facts.members, 1)),
    }
    made = Facts(texts, rows=with_room(form, rows))
    return build(form, made, f"Bản giao ước thi đua {facts.name} {year.period}", texts["issuer"].replace("\n", " "))


def _two_sides(of: OrganisationYear, paper: str, signer: Signer | None) -> dict[str, str]:
    """Head of the office, signatures of both: the organisation's in fields of its own."""
    own = organisation_texts(of, paper)
    head = of.organisation
    chair = signature_texts(signer)
    return office_texts(of.office, signer, of.year) | {
        "code": own["code"],
        "period": of.period,
        "organisation": of.name,
        "committee": committee(of) or NO_NAME,
        "office_head": chair["position"],
        "office_head_words": chair["position"].capitalize().replace(" chủ tịch", " Chủ tịch"),
        "office_head_name": chair["name"],
        "unit_position": own["position"],
        "office_head_called": chair["name"] or NAME_BY_HAND,
        "unit_name": own["name"],
        "unit_called": own["name"] or NAME_BY_HAND,
        "unit_head": (head.head_position if head else "") or _known_position(own["position"]),
    }


def _known_position(position: str) -> str:
    return POSITION_BY_HAND if position == HEAD_OF_UNIT else position.capitalize()


def _because(of: OrganisationYear) -> str:
    plan = plan_of_committee(of)
    return f"Thực hiện {plan}," if plan else f"Hưởng ứng phong trào thi đua {of.period} của {committee(of) or NO_NAME},"


def _pledged(commitments: Sequence[Commitment]) -> tuple[Row, ...]:
    """A row for each figure of a commitment; further figures of one commitment stand below its first."""
    rows: list[Row] = []
    for number, one in enumerate(commitments, 1):
        for place, value in enumerate(one.values or (TargetValue(None),)):
            rows.append(_figure_row(one, value, str(number) if not place else "", place))
    return tuple(rows)


def _figure_row(one: Commitment, value: TargetValue, number: str, place: int) -> Row:
    return {
        "stt": number,
        "content": (one.quote[:1].upper() + one.quote[1:]) if not place else "",
        "unit": value.unit,
        "figure": figure(value),
        "deadline": format_date(one.deadline) if not place else "",
        "proof": one.proof_expected if not place else "",
        "target": one.target if not place else "",
        "note": "",
    }


def _pledged_by_member(members: Sequence[tuple[Organisation, tuple[Commitment, ...]]]) -> tuple[Row, ...]:
    rows: list[Row] = []
    for one, commitments in members:
        if commitments:
            rows += [{ROW_HEADING: one.name}, *_pledged(commitments)]
    return tuple(rows)


def _member_row(number: int, one: Organisation) -> Row:
    return {
        "stt": str(number),
        "organisation": one.name,
        "head": one.head,
        "position": one.head_position,
        "signature": "",
    }


def _share_row(number: int, one: Share) -> Row:
    own = [with_unit(value) for commitment in one.commitments for value in commitment.values]
    deadlines = (format_date(commitment.deadline) for commitment in one.commitments if commitment.deadline)
    content = "\n".join(c.quote for c in one.commitments if not c.values and fold(c.quote) != fold(one.indicator))
    note = content or ("" if one.commitments else _SHARE_OF_RESPONSIBLE if one.responsible else "")
    return {
        "stt": str(number),
        "indicator": one.indicator,
        "planned": "\n".join(dict.fromkeys(with_unit(value) for value in one.planned)),
        "own": "\n".join(own),
        "deadline": "\n".join(dict.fromkeys(deadlines)),
        "note": note,
    }
