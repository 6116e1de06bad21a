"""The phiếu đăng ký of one person: what the person registers, with room to write what is promised by hand."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from ..vietnamese import fold, format_date
from . import blocks
from .forms import Facts, FormDefinition, build
from .registration_form import RegisteredInitiative, RegisteredTitle, initiative_rows
from .year_heads import NO_NAME, OrganisationYear, Row, organisation_texts, plan_of_committee, room

PAPER = "personal-registration"


@dataclass(frozen=True, slots=True)
class PersonRegistering:
    """A person of an organisation with what the person registered; ``birth_date`` and ``employed_on`` are ISO days."""

    name: str
    position: str = ""
    sex: str = ""
    birth_date: str | None = None
    employed_on: str | None = None
    party_member: bool = False
    titles: tuple[RegisteredTitle, ...] = ()
    initiatives: tuple[RegisteredInitiative, ...] = ()


def personal_registration(
    of: OrganisationYear, person: PersonRegistering | None, form: FormDefinition
) -> blocks.Document:
    """The paper laid out by ``form``; of nobody it is a blank one for anybody of the organisation."""
    texts = organisation_texts(of, PAPER) | _texts(of, person)
    rows: dict[str, tuple[Row, ...]] = {
        "titles": _title_rows(person.titles) if person else (),
        "initiatives": initiative_rows(person.initiatives) if person else (),
        "commitments": (),
    }
    blank = form.blank_rows()
    filled = {name: found or room(blank.get(name, 0)) for name, found in rows.items()}
    whose = person.name if person else of.organisation.name if of.organisation else ""
    return build(form, Facts(texts, rows=filled), f"Phiếu đăng ký thi đua {of.period}", whose)


def people_of(
    titles: Sequence[RegisteredTitle], initiatives: Sequence[RegisteredInitiative]
) -> tuple[PersonRegistering, ...]:
    """The people who registered a title, each once, with their titles and initiatives, in the order of entering."""
    by_name: dict[str, list[RegisteredTitle]] = {}
    for one in titles:
        if one.subject_kind == "cá nhân":
            by_name.setdefault(fold(one.subject), []).append(one)
    return tuple(
        PersonRegistering(
            own[0].subject,
            next((one.position for one in own if one.position), ""),
            titles=tuple(own),
            initiatives=tuple(one for one in initiatives if fold(one.author) == name),
        )
        for name, own in by_name.items()
    )


def _texts(of: OrganisationYear, person: PersonRegistering | None) -> dict[str, str]:
    plan = plan_of_committee(of)
    known = person or PersonRegistering("")
    return {
        "person": known.name or NO_NAME,
        "person_position": known.position or NO_NAME,
        "sex": known.sex or _PEN,
        "birth_date": format_date(known.birth_date) or _PEN,
        "employed_on": format_date(known.employed_on) or _PEN,
        "party": "Đảng viên Đảng Cộng sản Việt Nam" if known.party_member else "",
        "opening": f"Thực hiện {plan}, tôi đăng ký như sau:" if plan else "Tôi đăng ký thi đua như sau:",
        "authority": "",
        "position": "NGƯỜI ĐĂNG KÝ",
        "name": known.name,
        "head_position": "THỦ TRƯỞNG ĐƠN VỊ",
        "head_name": of.organisation.head if of.organisation else "",
    }


def _title_rows(titles: Sequence[RegisteredTitle]) -> tuple[Row, ...]:
    return tuple(
        {
            "stt": str(number),
            "award": one.award,
            "kind": "Hình thức khen thưởng" if one.is_reward else "Danh hiệu thi đua",
            "note": one.note,
        }
        for number, one in enumerate(titles, 1)
    )


_PEN = "." * 16
