"""The legal bases of a plan in the right order: an act put among them stands in the table and in the text at once.

Bases stand by the rank of the act, the State's before the Party's, the centre's before the province's and the commune's
own, then by date; each is a line "Căn cứ …;" in italics (Nghị định 30/2020/NĐ-CP, Phụ lục I, mục II, khoản 6).
"""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from ..drafting.bases import ActRegister
from ..legal_act_kinds import ACT_KINDS
from ..legal_acts import LegalAct
from ..richtext import Paragraph, Run, with_words
from ..vietnamese import fold, folded_line, format_date
from .plans import LegalBasis, Plan

Standing = Literal["in force", "over", "not yet", "unknown"]

LEAD = "Căn cứ "
_BY_RANK = ("hien phap", "luat", "bo luat", "phap lenh", "nghi quyet", "nghi dinh", "quyet dinh", "chi thi", "thong tu")
_STATE, _PARTY, _PROVINCE, _DISTRICT, _COMMUNE = range(5)
_OF_THE_CENTRE = re.compile(r"(?:NĐ-CP|NQ-CP|TTg|QH\d+|UBTVQH|/TT-|/TTLT|CT-CP)")
_OF_THE_PARTY = re.compile(r"[-/](?:CT|NQ|KL|QĐ|HD|QC)[-/](?:TW|BCHTW|BCT)|/TW")
_OF_THE_STATE = ("Hiến pháp", "Luật", "Bộ luật", "Pháp lệnh", "Nghị định", "Thông tư", "Thông tư liên tịch")
_ABOUT = re.compile(r"\s(?:về|quy định|ban hành|hướng dẫn|sửa đổi|tổ chức|phát động)\s")
_DAY = re.compile(r"(\d{1,2})\s*(?:[/.-]|\s*tháng\s+)\s*(\d{1,2})\s*(?:[/.-]|\s*năm\s+)\s*(\d{4})")
_NUMBER = re.compile(r"\d+(?:/\d{4})?[/-][A-ZĐ][\w/&-]*|\d+/\d{4}/[A-ZĐ][\w-]*")
_KINDS = sorted((choice.value for choice in ACT_KINDS), key=len, reverse=True)

Order = tuple[int, int, str]


@dataclass(frozen=True, slots=True)
class ActChoice:
    """An act of the register as a plan may cite it: the words, how it stands on the plan's day, and what to say of it.

    ``is_cited`` tells that the plan has it already.
    """

    act: LegalAct
    citation: str
    standing: Standing
    remark: str = ""
    is_cited: bool = False


def choices(plan: Plan, register: ActRegister) -> tuple[ActChoice, ...]:
    """Every act of the register for this plan: those in force first, in the order of citing."""
    made = [_choice(plan, register, act) for act in register.acts]
    return tuple(sorted(made, key=lambda one: (one.standing != "in force", act_order(one.act))))


def _choice(plan: Plan, register: ActRegister, act: LegalAct) -> ActChoice:
    standing, remark = standing_of(register, act)
    return ActChoice(act, register.cited(act), standing, remark, is_cited(plan, act))


def standing_of(register: ActRegister, act: LegalAct) -> tuple[Standing, str]:
    """How an act stands on the register's day, and what is to be said of it: until when it held, what replaced it."""
    if register.is_over(act):
        by = f", thay bằng {act.replaced_by}" if act.replaced_by else ""
        return "over", f"dùng làm căn cứ đến hết {format_date(act.valid_to)}{by}"
    begins = act.valid_from or act.date
    if begins and begins > register.day:
        return "not yet", f"có hiệu lực từ {format_date(begins)}"
    return ("in force", "") if begins or act.valid_to else ("unknown", "chưa rõ ngày hiệu lực")


def is_cited(plan: Plan, act: LegalAct) -> bool:
    """Whether the plan has the act among its bases: by its number, a law also by its title and date."""
    numbers = {fold(basis.number or "") for basis in plan.legal_bases}
    if fold(act.number) in numbers or any(_holds(line.text, act) for line in plan.preamble):
        return True
    title = folded_line(act.title)
    return act.kind in ("Luật", "Bộ luật", "Pháp lệnh", "Hiến pháp") and any(
        not basis.number and basis.date == act.date and title in folded_line(basis.quote) for basis in plan.legal_bases
    )


def _holds(line: str, act: LegalAct) -> bool:
    number = re.escape(act.number).replace(r"\-", r"\s?-\s?").replace("/", r"\s?/\s?")
    if re.search(rf"(?<![\w/]){number}(?![\w/-])", line):
        return True
    named = act.kind in ("Luật", "Bộ luật", "Pháp lệnh") and folded_line(act.title) in folded_line(line)
    return bool(named and act.date and act.date in _days(line))


# Order


def act_order(act: LegalAct) -> Order:
    """Where an act stands among others."""
    return _level(act.kind, act.number, act.issuer), _rank(act.kind), act.date or "9999"


def basis_order(basis: LegalBasis) -> Order:
    """Where a basis of the table stands among others."""
    return _level(basis.kind, basis.number or "", basis.issuer or ""), _rank(basis.kind), basis.date or "9999"


def line_order(line: str) -> Order | None:
    """Where a line "Căn cứ …" of the text stands among others; None for one that cites no act."""
    if not folded_line(line).startswith(folded_line(LEAD)):
        return None
    words = fold(line)
    places = [(words.find(fold(kind)), kind) for kind in _KINDS if fold(kind) in words]
    if not places:
        return None
    _, kind = min(places)
    number = _NUMBER.search(line)
    by = _ABOUT.split(line)[0]
    return _level(kind, number[0] if number else "", by), _rank(kind), min(_days(line), default="9999")


def _level(kind: str, number: str, issuer: str) -> int:
    if _OF_THE_PARTY.search(number):
        return _PARTY
    if kind in _OF_THE_STATE or _OF_THE_CENTRE.search(number):
        return _STATE
    by = fold(issuer)
    for level, words in (
        (_COMMUNE, r"\b(?:xa|phuong|dac khu|thi tran)\b(?! hoi)"),
        (_DISTRICT, r"\b(?:huyen|quan|thi xa)\b"),
        (_PROVINCE, r"\b(?:tinh|thanh pho)\b"),
    ):
        if re.search(words, by):
            return level
    return _PARTY if re.search(r"\b(?:ban chap hanh|bo chinh tri|ban bi thu)\b", by) else _STATE


def _rank(kind: str) -> int:
    folded = fold(kind)
    return next((rank for rank, name in enumerate(_BY_RANK) if folded.startswith(name)), len(_BY_RANK))


def _days(line: str) -> list[str]:
    return [f"{int(year):04d}-{int(month):02d}-{int(day):02d}" for day, month, year in _DAY.findall(line)]


# Into the plan and out of it


def with_act(plan: Plan, act: LegalAct, register: ActRegister) -> Plan:
    """The plan that cites an act: a row of its table and a line of its opening, each in its place.

    The same plan when it is cited already.
    """
    if is_cited(plan, act):
        return plan
    order = act_order(act)
    basis = register.basis(act)
    rows = plan.legal_bases
    at = next((place for place, row in enumerate(rows) if basis_order(row) > order), len(rows))
    preamble = with_line(plan.preamble, register.cited(act), order)
    return replace(plan, legal_bases=(*rows[:at], basis, *rows[at:]), preamble=preamble)


def with_line(preamble: Sequence[Paragraph], citation: str, order: Order) -> tuple[Paragraph, ...]:
    """The opening with a line "Căn cứ …" before the first one that ranks behind it, in the style of the others."""
    orders = [line_order(line.text) for line in preamble]
    lines = [place for place, found in enumerate(orders) if found is not None]
    after = [place for place in lines if (orders[place] or order) > order]
    at = after[0] if after else lines[-1] + 1 if lines else 0
    like = preamble[after[0] if after else lines[-1]] if lines else None
    runs = like.runs if like else ()
    style = runs[0] if runs else Run("", italic=True)
    before = list(preamble)
    stop = ";"
    if lines and at == lines[-1] + 1 and before[at - 1].text.rstrip().endswith("."):
        before[at - 1], stop = _with_stop(before[at - 1], ";"), "."
    new = Paragraph((Run(f"{LEAD}{citation}{stop}", style.bold, style.italic),), like.bullet if like else "")
    return (*before[:at], new, *before[at:])


def _with_stop(line: Paragraph, stop: str) -> Paragraph:
    end = len(line.text.rstrip())
    return replace(line, runs=with_words(line.runs, end - 1, 1, stop))


def without_lines(plan: Plan, quotes: Collection[str]) -> Plan:
    """The plan without the lines of its opening that say "Căn cứ" and one of the quotes, and nothing else of weight:
    no second act stands in them.
    """
    left = [line for line in plan.preamble if not any(_is_line_of(line.text, quote) for quote in quotes)]
    if len(left) == len(plan.preamble):
        return plan
    if plan.preamble and left and plan.preamble[-1] is not left[-1] and left[-1].text.rstrip().endswith(";"):
        last = line_order(plan.preamble[-1].text) is not None and plan.preamble[-1].text.rstrip().endswith(".")
        left[-1] = _with_stop(left[-1], ".") if last else left[-1]
    return replace(plan, preamble=tuple(left))


def _is_line_of(line: str, quote: str) -> bool:
    if not quote.strip() or folded_line(quote) not in folded_line(line) or line_order(line) is None:
        return False
    return len(_NUMBER.findall(line)) <= 1 and line.strip().rstrip(";.").count(";") == 0


# Into the register


def as_act(basis: LegalBasis) -> LegalAct:
    """What a basis of a plan says of an act the register does not know; its title as far as its words tell it."""
    words = " ".join(basis.quote.split()).strip(" ;.")
    title = words
    for gone in (basis.kind if basis.kind != "Luật" else "", f"số {basis.number}", f"số: {basis.number}", basis.number):
        title = title.replace(gone, "", 1) if gone else title
    title = re.sub(rf",?\s*(?:ngày\s+)?{_DAY.pattern}", "", title)
    if basis.issuer:
        title = re.sub(rf"\s*(?:của\s+)?{re.escape(basis.issuer)}", "", title, count=1, flags=re.IGNORECASE)
    title = " ".join(title.split()).strip(" ,;:.-")
    title = re.sub(r"^(?:của|ngày)\s+", "", title)
    return LegalAct(
        basis.kind,
        basis.number or "",
        title[:1].upper() + title[1:],
        basis.date,
        basis.issuer or "",
        source="Kế hoạch của đơn vị viện dẫn",
    )


def in_register(basis: LegalBasis, acts: Sequence[LegalAct]) -> LegalAct | None:
    """The act of the register that a basis means: by its number, a law without one by its title and date."""
    number, words = fold(basis.number or "").replace(" ", ""), folded_line(basis.quote)
    for act in acts:
        if number and fold(act.number).replace(" ", "") == number:
            return act
        if not number and act.kind == basis.kind and act.date == basis.date and folded_line(act.title) in words:
            return act
    return None
