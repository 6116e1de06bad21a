"""The bản đăng ký thi đua of an organisation: filled with what is known, or with rows to write in by hand."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from ..registration.commitments import Commitment, says
from ..vietnamese import fold, format_date
from . import blocks
from .forms import Facts, FormDefinition, build
from .target_rows import with_unit
from .year_heads import OrganisationYear, Row, organisation_texts, plan_of_committee, with_room

PAPER = "registration-form"
CULTURE_FAMILY = ("hộ gia đình", "Gia đình văn hóa")
"""Whom and what households are registered for by the hundred: they stand in a list of their own (``culture-list``)."""


@dataclass(frozen=True, slots=True)
class RegisteredTitle:
    """A title registered for the collective, one of its people or a household; ``position`` is the person's.

    ``is_reward``: the ``award`` is a hình thức khen thưởng, not a danh hiệu thi đua.
    """

    organisation_id: int
    subject: str
    subject_kind: str
    award: str
    note: str = ""
    position: str = ""
    is_reward: bool = False


@dataclass(frozen=True, slots=True)
class RegisteredInitiative:
    """A registered initiative; ``position`` is its author's, ``award`` what the author registered."""

    organisation_id: int
    name: str
    author: str = ""
    position: str = ""
    award: str = ""
    scope: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class RegisteredMovement:
    """A movement that an organisation takes part in; ``launcher`` is who launched it, where the plan says so."""

    organisation_id: int
    name: str
    launcher: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class Registered:
    """What organisations registered in a year, of one or of all."""

    titles: tuple[RegisteredTitle, ...] = ()
    initiatives: tuple[RegisteredInitiative, ...] = ()
    movements: tuple[RegisteredMovement, ...] = ()
    commitments: tuple[Commitment, ...] = ()

    def of(self, organisation_id: int) -> Registered:
        """What that organisation registered."""
        return Registered(
            tuple(one for one in self.titles if one.organisation_id == organisation_id),
            tuple(one for one in self.initiatives if one.organisation_id == organisation_id),
            tuple(one for one in self.movements if one.organisation_id == organisation_id),
            tuple(one for one in self.commitments if one.organisation_id == organisation_id),
        )


def registration_form(of: OrganisationYear, held: Registered, form: FormDefinition) -> blocks.Document:
    """The paper laid out by ``form``; what is not known has rows to write in by hand, few on one that has come in."""
    households = sum((one.subject_kind, one.award) == CULTURE_FAMILY for one in held.titles)
    texts = organisation_texts(of, PAPER) | {"opening": _opening(of), "households": str(households or "")}
    rows: dict[str, tuple[Row, ...]] = {
        "collectives": title_rows([one for one in held.titles if one.subject_kind == "tập thể"]),
        "people": title_rows([one for one in held.titles if _is_listed(one)]),
        "initiatives": initiative_rows(held.initiatives),
        "joined_movements": movement_rows(held.movements),
        "commitments": commitment_rows(held.commitments),
    }
    named = of.organisation.name if of.organisation else ""
    filled = with_room(form, rows, is_out=not of.is_back)
    return build(form, Facts(texts, rows=filled), f"Bản đăng ký thi đua {of.period}", named)


def _is_listed(one: RegisteredTitle) -> bool:
    """Whether it stands among people and households by name."""
    return one.subject_kind != "tập thể" and (one.subject_kind, one.award) != CULTURE_FAMILY


def _opening(of: OrganisationYear) -> str:
    """The sentence before the first heading; it names the plan of the year when there is one."""
    plan = plan_of_committee(of)
    if not plan:
        return f"{of.name} đăng ký thi đua {of.period} như sau:"
    return f"Thực hiện {plan}, {of.name} đăng ký như sau:"


def title_rows(titles: Sequence[RegisteredTitle]) -> tuple[Row, ...]:
    """Registered titles as rows of a table, one for each collective, person or household: what somebody registered
    together stands in one row, titles and forms of award in columns of their own.
    """
    by_subject: dict[tuple[str, ...], list[RegisteredTitle]] = {}
    for one in titles:
        by_subject.setdefault((one.subject_kind, fold(one.subject), fold(one.position)), []).append(one)
    return tuple(_subject_row(number, own) for number, own in enumerate(by_subject.values(), 1))


def title_row(number: int, title: RegisteredTitle) -> Row:
    """A registered title as a row of a table."""
    return _subject_row(number, [title])


def _subject_row(number: int, own: Sequence[RegisteredTitle]) -> Row:
    return {
        "stt": str(number),
        "subject": own[0].subject,
        "position": own[0].position,
        "award": _lines(one.award for one in own),
        "title": _lines(one.award for one in own if not one.is_reward),
        "reward": _lines(one.award for one in own if one.is_reward),
        "note": _lines(one.note for one in own),
    }


def _lines(texts: Iterable[str]) -> str:
    return "\n".join(dict.fromkeys(filter(None, texts)))


def initiative_rows(initiatives: Sequence[RegisteredInitiative]) -> tuple[Row, ...]:
    """Registered initiatives as rows of a table."""
    return tuple(
        {
            "stt": str(number),
            "author": one.author,
            "position": one.position,
            "award": one.award,
            "initiative": one.name,
            "scope": one.scope,
            "note": one.note,
        }
        for number, one in enumerate(initiatives, 1)
    )


def movement_rows(movements: Sequence[RegisteredMovement]) -> tuple[Row, ...]:
    """Movements joined as rows of a table."""
    return tuple(
        {"stt": str(number), "movement": one.name, "launcher": one.launcher, "note": one.note}
        for number, one in enumerate(movements, 1)
    )


def commitment_rows(commitments: Sequence[Commitment]) -> tuple[Row, ...]:
    """Commitments as rows of a table."""
    return tuple(
        {
            "stt": str(number),
            "content": one.quote[:1].upper() + one.quote[1:],
            "figures": "\n".join(with_unit(value) for value in one.values),
            "deadline": format_date(one.deadline),
            "proof": one.proof_expected,
            "target": one.target,
            "note": f"Góp vào chỉ tiêu: {one.target}" if one.target and not says(one.quote, one.target) else "",
        }
        for number, one in enumerate(commitments, 1)
    )
