"""Gia đình văn hóa: the list of households of a thôn, tổ dân phố, and the commune's summary of all of them.

Who decides and for how long a list hangs: Nghị định 86/2023/NĐ-CP; the days come with the facts.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from ..offices import Office, Signer
from ..registration.periods import Period, last_day
from ..registration.registered import CultureYear
from ..vietnamese import date_in_words, format_number
from . import blocks
from .forms import Facts, FormDefinition, build
from .heads import office_issuer
from .year_heads import OrganisationYear, office_texts, organisation_texts, room

LIST, SUMMARY = "culture-list", "culture-summary"


@dataclass(frozen=True, slots=True)
class Household:
    """A household that registers: the name of its head, as the thôn writes it, and a remark."""

    name: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class Village:
    """A thôn, tổ dân phố with its figures of the year and the households that it lists."""

    name: str
    figures: CultureYear
    households: tuple[Household, ...] = ()

    @property
    def registered(self) -> int | None:
        """How many households register: the figure that was entered, else as many as the list holds."""
        return self.figures.registered if self.figures.registered is not None else len(self.households) or None


def culture_list(
    of: OrganisationYear, village: Village | None, posting: Period | None, form: FormDefinition
) -> blocks.Document:
    """The list of one thôn laid out by ``form``; of nobody it is a blank one."""
    known = village or Village(of.name, CultureYear(0))
    texts = organisation_texts(of, LIST) | {
        "village": of.name,
        "totals": _totals(known) if village else _totals(None),
        "posting": _posting(known.figures.posted_on, posting),
    }
    rows = tuple(
        {"stt": str(number), "subject": one.name, "village": of.name, "note": one.note}
        for number, one in enumerate(known.households, 1)
    )
    facts = Facts(texts, rows={"families": rows or room(form.blank_rows().get("families", 0))})
    named = of.organisation.name if of.organisation else ""
    return build(form, facts, f"Danh sách Gia đình văn hóa năm {of.year}", named)


def culture_summary(
    year: int, office: Office | None, signer: Signer | None, villages: Sequence[Village], form: FormDefinition
) -> blocks.Document:
    """The summary of all thôn laid out by ``form``, with a sum row."""
    whole = _sum(villages)
    texts = office_texts(office, signer, year) | {f"all_{key}": text for key, text in _figures(whole).items()}
    texts["missing"] = _missing(villages)
    rows = tuple({"stt": str(n), "village": one.name, **_figures(one)} for n, one in enumerate(villages, 1))
    named = office_issuer(office) if office else ""
    return build(form, Facts(texts, rows={"villages": rows}), f"Tổng hợp Gia đình văn hóa năm {year}", named)


def _figures(village: Village) -> dict[str, str]:
    figures = _known(village)
    return {
        "households": format_number(figures.households),
        "registered": format_number(figures.registered),
        "registered_percent": _percent(figures.registered_percent),
        "recognised": format_number(figures.recognised),
        "recognised_percent": _percent(figures.recognised_percent),
    }


def _known(village: Village) -> CultureYear:
    """The figures with the number of listed households where none was entered."""
    of = village.figures
    return CultureYear(of.registration_id, of.households, village.registered, of.recognised, of.posted_on)


def _percent(value: float | None) -> str:
    return "" if value is None else f"{format_number(round(value, 1))}%"


def _sum(villages: Sequence[Village]) -> Village:
    figures = [_known(one) for one in villages]
    return Village(
        "",
        CultureYear(
            0,
            _total(one.households for one in figures),
            _total(one.registered for one in figures),
            _total(one.recognised for one in figures),
        ),
    )


def _total(values: Iterable[int | None]) -> int | None:
    """The sum; None while one of them is not known: a part of it would be read as the whole."""
    told = list(values)
    known = [value for value in told if value is not None]
    return sum(known) if known and len(known) == len(told) else None


def _missing(villages: Sequence[Village]) -> str:
    """Why a sum is not there that some thôn have figures for; "" when none lacks."""
    figures = [(one.households, one.registered, one.recognised) for one in map(_known, villages)]
    begun = [any(number is not None for number in column) for column in zip(*figures, strict=True)]
    short = sum(any(known and one is None for known, one in zip(begun, row, strict=True)) for row in figures)
    return f"Còn {short} thôn, tổ dân phố chưa đủ số liệu; cột còn thiếu chưa cộng." if short else ""


def _totals(village: Village | None) -> str:
    """The sentence below the list; what is not known is left to the pen."""
    told = _figures(village) if village else {}

    def figure(key: str) -> str:
        return told.get(key) or "........"

    return (
        f"Tổng số hộ: {figure('households')}; số hộ đăng ký: {figure('registered')}, tỷ lệ "
        f"{figure('registered_percent')}; số hộ đạt: {figure('recognised')}, tỷ lệ {figure('recognised_percent')}."
    )


def _posting(posted_on: str | None, posting: Period | None) -> str:
    """The sentence that says where and how long the list hangs for comment; "" when no rule says how long."""
    if posting is None:
        return ""
    if posted_on:
        begins, ends = (_day(iso) for iso in (posted_on, last_day(posted_on, posting)))
    else:
        begins = ends = "....../....../........"
    return (
        f"Danh sách được niêm yết công khai {posting.days} ngày để lấy ý kiến nhân dân, từ {begins} đến hết {ends}, "
        f"tại {'.' * 40}."
    )


def _day(iso: str) -> str:
    day = date.fromisoformat(iso)
    return date_in_words(day.day, day.month, day.year)
