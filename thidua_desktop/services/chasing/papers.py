"""The papers of chasing: the letter, the list to telephone from, the list to sign for papers handed out."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, timedelta
from typing import TYPE_CHECKING

from ...domain.chasing.owed import Owed, by_organisation, pressing
from ...domain.offices import Signer
from ...domain.organisations import Organisation
from ...domain.plan.plans import Plan
from ...storage import records
from ..export_parts import Export, NothingToExport, Request
from ..office.forms import form
from ..office.offices import office
from ..office.signers import signer_on
from ..registration import paper_facts
from ..workspace import Workspace
from .owed import owed
from .reminders import DAYS_GIVEN

if TYPE_CHECKING:
    from ...domain.papers.blocks import Document
    from ...domain.papers.chase_papers import ChaseFacts


def reminder(workspace: Workspace, request: Request) -> Document:
    """The letter to all that owe something, or to one; :class:`NothingToExport` when nothing is owed."""
    from ...domain.papers.chase_papers import REMINDER
    from ...domain.papers.chase_papers import reminder as paper

    return paper(_facts(workspace, request), form(workspace, REMINDER))


def chase_list(workspace: Workspace, request: Request) -> Document:
    """The list to telephone from; :class:`NothingToExport` when nothing is owed."""
    from ...domain.papers.chase_papers import CHASE_LIST
    from ...domain.papers.chase_papers import chase_list as paper

    return paper(_facts(workspace, request), form(workspace, CHASE_LIST))


def receipt_list(workspace: Workspace, request: Request) -> Document:
    """The list on which the organisations of the year sign; :class:`NothingToExport` for a year without any."""
    from ...domain.papers.chase_papers import RECEIPT_LIST, ReceiptFacts
    from ...domain.papers.chase_papers import receipt_list as paper

    year = request.year
    plan = paper_facts.plan_that_counts(workspace, year)
    listed = [paper_facts.one_in_year(workspace, year, one, plan) for one in paper_facts.organisations(workspace, year)]
    if not listed and not request.blank:
        raise NothingToExport(
            f"Năm {year} chưa có đơn vị nào trong danh sách nên chưa có danh sách ký nhận để in.",
            "Đưa đơn vị vào danh sách năm ở thẻ Đăng ký – Giao ước.",
        )
    named = () if request.blank else tuple((one.name, one.number) for one in listed)
    facts = ReceiptFacts(year, office(workspace), _signer(workspace), plan, named)
    return paper(facts, form(workspace, RECEIPT_LIST))


def _facts(workspace: Workspace, request: Request) -> ChaseFacts:
    from ...domain.papers.chase_papers import ChaseFacts

    year, today = request.year, workspace.today()
    found = _pressing(workspace, request)
    asked = request.organisation_id
    named = [key for key in paper_facts.organisations(workspace, year) if key in found and asked in (None, key)]
    if not named:
        raise NothingToExport(
            f"Năm {year} không có việc nào quá hạn hay đến hạn trong {DAYS_GIVEN} ngày tới nên không có ai để đôn đốc.",
            "Xem lại danh sách ở thẻ Đăng ký – Giao ước, mục Đôn đốc.",
        )
    plan = paper_facts.plan_that_counts(workspace, year)
    owing = tuple((_called(workspace, year, key, plan), found[key]) for key in named)
    first = min(one.deadline or today.isoformat() for _, owes in owing for one in owes)
    until = max(today + timedelta(days=DAYS_GIVEN), date.fromisoformat(first))  # not before anything is due
    return ChaseFacts(year, office(workspace), _signer(workspace), plan, today, owing, until, DAYS_GIVEN)


def _called(workspace: Workspace, year: int, organisation_id: int, plan: Plan | None) -> Organisation:
    """The organisation as papers name it, with how it is reached."""
    one = paper_facts.one_in_year(workspace, year, organisation_id, plan).organisation
    assert one is not None  # it was asked for by its id
    return replace(one, contact=str(records.get(workspace.file, "organisations", organisation_id)["contact"]))


def _signer(workspace: Workspace) -> Signer | None:
    return signer_on(workspace, workspace.today().isoformat())


def _pressing(workspace: Workspace, request: Request) -> dict[int, tuple[Owed, ...]]:
    """What organisations are asked for now, by their ids: one that is asked about by its id, or all of them."""
    asked, today = request.organisation_id, workspace.today()
    listed = [one for one in owed(workspace, request.year) if asked in (None, one.organisation_id)]
    return by_organisation(pressing(listed, today, DAYS_GIVEN))


def _owing(workspace: Workspace, request: Request) -> Mapping[int, str]:
    owing = _pressing(workspace, request)
    return {key: name for key, name in paper_facts.organisations(workspace, request.year).items() if key in owing}


EXPORTS = {
    "reminder": Export("Công văn đôn đốc", reminder, for_each=_owing),
    "receipt-list": Export("Danh sách ký nhận", receipt_list),
    "chase-list": Export("Danh sách gọi điện đôn đốc", chase_list),
}
