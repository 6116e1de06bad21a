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
from ..vietnamese import format_date, format_number
from . import blocks
from .forms import Facts, FormDefinition, build
from .heads import number_symbol
from .year_heads import OrganisationYear, Row, committee, dated, office_texts, plan_of_committee, with_room

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
    """The letter to the organisations that owe something; to one of them alone it lists what that one owes."""
    names = [one.name for one, _ in facts.owed]
    texts, alone = _texts(facts), len(names) == 1
    plan, asked = texts["opening"], "đơn vị" if alone else "các đơn vị"
    told = f"đến ngày {texts['day']}, {asked} còn những nội dung chưa hoàn thành như sau:"
    rows = _things_owed(*facts.owed[0], facts.today) if alone else _owed_rows(facts)
    texts |= {
        "number_symbol": number_symbol(None, "UBND"),
        "asked": asked,
        "addressee": names[0] if alone else "",
        "addressees": "\n".join(f"- {name};" for name in names).rstrip(";") + "." if len(names) > 1 else "",
        "opening": f"Thực hiện {plan}, {told}" if plan else told[:1].upper() + told[1:],
        "until": format_date(facts.until.isoformat()) if facts.until else "",
    }
    return build(form, Facts(texts, rows={"owed": rows}), f"Đôn đốc thi đua năm {facts.year}")


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
    texts = office_texts(facts.office, facts.signer, facts.year)
    return (
        texts
        | dated(texts["place"], facts.today.year)
        | {
            "year": str(facts.year),
            "period": year.period,
            "committee": committee(year),
            "opening": plan_of_committee(year),
            "day": format_date(facts.today.isoformat()),
            "days": str(facts.days),
        }
    )


def _owed_rows(facts: ChaseFacts) -> tuple[dict[str, str], ...]:
    return tuple(_owed_row(number, one, owed, facts.today) for number, (one, owed) in enumerate(facts.owed, 1))


def _things_owed(one: Organisation, owed: Sequence[Owed], today: date) -> tuple[dict[str, str], ...]:
    """A row for each thing that one organisation owes, without its name."""
    rows = (_owed_row(number, one, [thing], today) for number, thing in enumerate(owed, 1))
    return tuple(row | {"organisation": "", "owed_due": row["owed_due"].removeprefix("- ")} for row in rows)


def _owed_row(number: int, one: Organisation, owed: Sequence[Owed], today: date) -> dict[str, str]:
    contacts = [thing.contact for thing in owed if thing.contact]
    last = max(contacts, key=lambda contact: contact.day or "", default=None)
    late = [max(thing.days_late(today) or 0, 0) for thing in owed]
    words = [thing.full_words[:1].upper() + thing.full_words[1:] for thing in owed]
    ends = [_deadline_words(thing, days) for thing, days in zip(owed, late, strict=True)]
    return {
        "stt": str(number),
        "organisation": one.name,
        "head": one.head,
        "contact": one.contact,
        "owed": "\n".join(words),
        "owed_due": "\n".join(f"- {said}{end}" for said, end in zip(words, ends, strict=True)),
        "due": "\n".join(format_date(thing.deadline) if thing.deadline else "–" for thing in owed),
        "late": "\n".join(format_number(days) if days else "–" for days in late),
        "last": last.words if last else "",
        "answer": last.answer if last else "",
    }


def _deadline_words(thing: Owed, late: int) -> str:
    if not thing.deadline:
        return ""
    return f": hạn {format_date(thing.deadline)}" + (f", quá {format_number(late)} ngày" if late else "")
