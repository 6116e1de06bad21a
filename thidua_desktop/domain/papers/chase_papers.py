"""The papers of chasing: the letter that reminds, the list to telephone from, the list that is signed at the door."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from ..chasing.owed import Owed
from ..offices import Office, Signer
from ..organisations import Organisation
from ..plan.plans import Plan
from ..registration.paper_codes import code
from ..vietnamese import format_date
from . import blocks
from .forms import Facts, FormDefinition, build
from .year_heads import OrganisationYear, Row, committee, office_texts, plan_of_committee, with_room

REMINDER, CHASE_LIST, RECEIPT_LIST = "reminder", "chase-list", "receipt-list"


@dataclass(frozen=True, slots=True)
class ChaseFacts:
    """What organisations owe in a year, as it is on the day ``today``: what is overdue or due within so many ``days``.

    ``until`` is by when the letter asks for it.
    """

    year: int
    office: Office | None
    signer: Signer | None
    plan: Plan | None
    today: date
    owed: tuple[tuple[Organisation, tuple[Owed, ...]], ...] = ()
    until: date | None = None
    days: int = 0


def reminder(facts: ChaseFacts, form: FormDefinition) -> blocks.Document:
    """The letter to the organisations that owe something; to one of them alone it names what that one owes."""
    names = [one.name for one, _ in facts.owed]
    texts = _texts(facts)
    plan = texts["opening"]
    told = f"đến ngày {texts['day']}, {texts['committee']} chưa nhận được các nội dung sau:"
    texts |= {
        "addressee": names[0] if len(names) == 1 else "",
        "addressees": "\n".join(f"- {name};" for name in names).rstrip(";") + "." if len(names) > 1 else "",
        "opening": f"Thực hiện {plan}, {told}" if plan else told[:1].upper() + told[1:],
        "until": format_date(facts.until.isoformat()) if facts.until else "",
    }
    return build(form, Facts(texts, rows={"owed": _owed_rows(facts)}), f"Đôn đốc thi đua năm {facts.year}")


def chase_list(facts: ChaseFacts, form: FormDefinition) -> blocks.Document:
    """The list to telephone from: what each owes, whom to call, when it was last reached."""
    rows = {"owed": _owed_rows(facts)}
    return build(form, Facts(_texts(facts), rows=rows), f"Danh sách gọi điện đôn đốc năm {facts.year}")


@dataclass(frozen=True, slots=True)
class ReceiptFacts:
    """The organisations of a year that sign for what is handed out, each with its number in the year's list."""

    year: int
    office: Office | None
    signer: Signer | None
    plan: Plan | None
    organisations: tuple[tuple[str, int | None], ...] = ()


def receipt_list(facts: ReceiptFacts, form: FormDefinition) -> blocks.Document:
    """A row for each organisation, to be signed when it takes its papers."""
    year = OrganisationYear(facts.year, facts.office, facts.plan)
    texts = office_texts(facts.office, facts.signer, facts.year) | {
        "period": year.period,
        "committee": committee(year),
        "opening": plan_of_committee(year),
        "papers": "bản đăng ký, bản giao ước, bảng giao chỉ tiêu",
    }
    rows: dict[str, tuple[Row, ...]] = {
        "receivers": tuple(
            {"stt": str(place), "code": code("registration-form", facts.year, number), "organisation": name}
            for place, (name, number) in enumerate(facts.organisations, 1)
        )
    }
    return build(form, Facts(texts, rows=with_room(form, rows)), f"Danh sách ký nhận năm {facts.year}")


def _texts(facts: ChaseFacts) -> dict[str, str]:
    year = OrganisationYear(facts.year, facts.office, facts.plan)
    return office_texts(facts.office, facts.signer, facts.year) | {
        "period": year.period,
        "committee": committee(year),
        "opening": plan_of_committee(year),
        "day": format_date(facts.today.isoformat()),
        "days": str(facts.days),
    }


def _owed_rows(facts: ChaseFacts) -> tuple[Row, ...]:
    return tuple(_owed_row(number, one, owed, facts.today) for number, (one, owed) in enumerate(facts.owed, 1))


def _owed_row(number: int, one: Organisation, owed: Sequence[Owed], today: date) -> Row:
    contacts = [thing.contact for thing in owed if thing.contact]
    last = max(contacts, key=lambda contact: contact.day or "", default=None)
    late = (thing.days_late(today) or 0 for thing in owed)
    return {
        "stt": str(number),
        "organisation": one.name,
        "head": one.head,
        "contact": one.contact,
        "owed": "\n".join(thing.full_words[:1].upper() + thing.full_words[1:] for thing in owed),
        "due": "\n".join(format_date(thing.deadline) if thing.deadline else "–" for thing in owed),
        "late": "\n".join(str(days) if days > 0 else "–" for days in late),
        "last": last.words if last else "",
        "answer": last.answer if last else "",
    }
