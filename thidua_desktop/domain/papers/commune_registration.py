"""The commune's own registration and pledge to the province and its cụm, with its targets as they were assigned."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from ..awards import AwardDef
from ..offices import Office, Signer
from ..plan.plans import Plan, Target
from ..registration.commune import CommuneRegistration, from_above
from ..reports.sentences import plan_reference
from ..vietnamese import fold
from . import blocks
from .forms import ROW_HEADING, Facts, FormDefinition, build
from .heads import office_issuer
from .registration_form import RegisteredTitle
from .target_rows import target_rows
from .year_heads import NO_NAME, Row, office_texts, room

PAPER = "commune-registration"
OWN_LEVELS = ("xã", "lực lượng vũ trang")
"""Awards that the commune gives itself, or the armed forces do: they are not registered with the province."""


@dataclass(frozen=True, slots=True)
class CommuneFacts:
    """What the paper is made from; ``titles`` are what was registered in the commune, ``awards`` the catalogue."""

    year: int
    office: Office | None
    signer: Signer | None
    plan: Plan | None
    own: CommuneRegistration
    titles: tuple[RegisteredTitle, ...]
    awards: Sequence[AwardDef]


def commune_registration(facts: CommuneFacts, form: FormDefinition, *, blank: bool = False) -> blocks.Document:
    """The paper laid out by ``form``; what is not known, of a ``blank`` one all, has rows to write in by hand."""
    found: dict[str, tuple[Row, ...]] = {
        "commune_titles": _numbered("award", facts.own.titles),
        "pledges": _numbered("content", facts.own.pledges),
        "targets": tuple(_targets(facts.plan.targets)) if facts.plan else (),
        "higher": _higher(facts),
    }
    by_hand = form.blank_rows()
    rows = {name: own if own and not blank else room(by_hand.get(name, 0)) for name, own in found.items()}
    named = office_issuer(facts.office) if facts.office else ""
    return build(form, Facts(_texts(facts), rows=rows), f"Đăng ký, giao ước thi đua của xã năm {facts.year}", named)


def _texts(facts: CommuneFacts) -> dict[str, str]:
    office, own = facts.office, facts.own
    issuer = office_issuer(office) if office else NO_NAME
    province = office.province if office else ""
    cluster = own.cluster or f"Cụm thi đua {'.' * 20}"
    council = f"Hội đồng Thi đua - Khen thưởng {province or NO_NAME}"
    begun = f"Thực hiện {plan_reference(facts.plan)}, " if facts.plan else ""
    return office_texts(office, facts.signer, facts.year) | {
        "committee": issuer,
        "addressed": re.sub(r";\s+", ";\n", own.addressed or f"{council}; {cluster}"),
        "cluster": cluster,
        "province": province,
        "opening": f"{begun}{issuer} đăng ký và giao ước thi đua năm {facts.year} với {council} và {cluster} như sau:",
    }


def _numbered(field: str, texts: Sequence[str]) -> tuple[Row, ...]:
    return tuple({"stt": str(number), field: text} for number, text in enumerate(texts, 1))


def _higher(facts: CommuneFacts) -> tuple[Row, ...]:
    """Titles and awards registered in the commune that the province or the State gives, in the catalogue's order."""
    rows = []
    for award in facts.awards:
        own = [one for one in facts.titles if fold(one.award) == fold(award.name)]
        if own and award.level not in OWN_LEVELS:
            rows.append({"award": award.name, "count": str(len(own)), "who": "; ".join(one.subject for one in own)})
    return tuple({"stt": str(number), **row} for number, row in enumerate(rows, 1))


def _targets(targets: Sequence[Target]) -> list[Mapping[str, str]]:
    """The plan's targets, the figures from above the commune apart from its own."""
    rows = []
    for row in target_rows(targets):
        if ROW_HEADING in row:
            rows.append(row)
            continue
        figures = row["figures"].split("\n")
        givers = row["assigned_by"].split("\n") if row["assigned_by"] else [""] * len(figures)
        pairs = list(zip(figures, givers, strict=True))
        above = [figure for figure, giver in pairs if from_above(giver)]
        own = [figure for figure, giver in pairs if not from_above(giver)]
        rows.append({**row, "assigned_above": "\n".join(above), "registered": "\n".join(own or above)})
    return rows
