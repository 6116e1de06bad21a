"""The year's registrations in one table: how many of each title every organisation registered, and for whom."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from ..awards import AwardDef
from ..offices import Office, Signer
from ..registration.commitments import NOT_YET, Standing
from ..vietnamese import folded_line, format_date
from . import blocks
from .forms import ROW_HEADING, Facts, FormDefinition, build
from .heads import issuer_lines, office_issuer
from .registration_form import (
    CULTURE_FAMILY,
    RegisteredInitiative,
    RegisteredMovement,
    RegisteredTitle,
    initiative_rows,
    title_row,
)
from .year_heads import office_texts

_SUBJECT_ORDER = ("tập thể", "cá nhân", "hộ gia đình")
_TABLE_SIZE = 12.0
_BESIDES = ("Sáng kiến", "Phong trào", "Cam kết")


@dataclass(frozen=True, slots=True)
class SummaryFacts:
    """What the summary is made from; ``awards`` is the catalogue, in whose order titles stand and by whose short names
    they are called. ``organisations`` are those of the year in the order lists print them.
    """

    year: int
    office: Office | None
    signer: Signer | None
    awards: Sequence[AwardDef]
    organisations: tuple[Standing, ...]
    titles: tuple[RegisteredTitle, ...]
    initiatives: tuple[RegisteredInitiative, ...] = ()
    movements: tuple[RegisteredMovement, ...] = ()


@dataclass(frozen=True, slots=True)
class _Kind:
    """A column of the table: a title and the kind of subject it is registered for."""

    subject_kind: str
    award: str
    heading: str


def registration_summary(facts: SummaryFacts, form: FormDefinition) -> blocks.Document:
    """The paper laid out by ``form``."""
    rows = {
        "titles": _title_rows(facts),
        "initiatives": _initiative_rows(facts),
        "joined_movements": _movement_rows(facts),
    }
    filled = Facts(_texts(facts), {"by_organisation": (_table(facts),)}, rows)
    named = office_issuer(facts.office) if facts.office else ""
    return build(form, filled, f"Tổng hợp đăng ký thi đua năm {facts.year}", named)


def registration_summary_sheet(facts: SummaryFacts) -> blocks.Sheet:
    """The table of organisations and titles as a spreadsheet with sums."""
    kinds, counts = _kinds(facts), _counts(facts)
    columns = (
        blocks.SheetColumn("STT", 6, "integer"),
        blocks.SheetColumn("Đơn vị", 36),
        blocks.SheetColumn("Ngày nộp", 13, "date"),
        *(blocks.SheetColumn(kind.heading, 14, "integer", summed=True) for kind in kinds),
        blocks.SheetColumn("Cộng", 9, "integer", summed=True),
        *(blocks.SheetColumn(heading, 10, "integer", summed=True) for heading in _BESIDES),
    )
    besides = _besides(facts)
    rows = tuple(
        (
            number,
            one.name,
            one.received_on or NOT_YET,
            *(counts[one.organisation_id, kind.subject_kind, kind.award] or None for kind in kinds),
            one.titles or None,
            *(count[one.organisation_id] or None for count in besides),
        )
        for number, one in enumerate(facts.organisations, 1)
    )
    named = " ".join(issuer_lines(office_issuer(facts.office))) if facts.office else ""
    title = f"BẢNG TỔNG HỢP ĐĂNG KÝ THI ĐUA NĂM {facts.year}"
    heading = tuple(line for line in (named, title, f"({_received(facts)})") if line)
    return blocks.Sheet("Đăng ký", columns, rows, heading, "Tổng cộng", landscape=True)


def _texts(facts: SummaryFacts) -> dict[str, str]:
    waiting = [one.name for one in facts.organisations if one.received_on is None]
    return {
        **office_texts(facts.office, facts.signer, facts.year),
        "counts": f"{_received(facts)}.",
        "unanswered": "; ".join(waiting),
    }


def _received(facts: SummaryFacts) -> str:
    """ "3/6 đơn vị đã nộp bản đăng ký"."""
    received = sum(one.received_on is not None for one in facts.organisations)
    return f"{received}/{len(facts.organisations)} đơn vị đã nộp bản đăng ký"


def _kinds(facts: SummaryFacts) -> tuple[_Kind, ...]:
    """The titles registered this year as columns: collectives first, each in the order of the catalogue."""
    place = {award.name: number for number, award in enumerate(facts.awards)}
    short = {award.name: award.short or award.name for award in facts.awards}
    found = dict.fromkeys((one.subject_kind, one.award) for one in facts.titles)
    ordered = sorted(found, key=lambda kind: (_SUBJECT_ORDER.index(kind[0]), place.get(kind[1], len(place))))
    shared = Counter(award for _, award in ordered)
    return tuple(
        _Kind(kind, award, f"{short.get(award, award)} ({kind})" if shared[award] > 1 else short.get(award, award))
        for kind, award in ordered
    )


def _counts(facts: SummaryFacts) -> Counter[tuple[int, str, str]]:
    return Counter((one.organisation_id, one.subject_kind, one.award) for one in facts.titles)


def _besides(facts: SummaryFacts) -> tuple[Counter[int], ...]:
    """How many initiatives, movements and commitments each organisation registered, in the order of the columns."""
    return (
        Counter(one.organisation_id for one in facts.initiatives),
        Counter(one.organisation_id for one in facts.movements),
        Counter({one.organisation_id: one.commitments for one in facts.organisations}),
    )


def _table(facts: SummaryFacts) -> blocks.Table:
    kinds, counts = _kinds(facts), _counts(facts)
    besides = _besides(facts)
    headings = ("STT", "Đơn vị", "Ngày nộp", *(kind.heading for kind in kinds), "Cộng", *_BESIDES)
    columns = tuple(
        blocks.Column(heading, blocks.BY_CONTENTS, "left" if heading == "Đơn vị" else "center") for heading in headings
    )
    rows = tuple(
        (
            str(number),
            one.name,
            format_date(one.received_on) or NOT_YET,
            *(_shown(counts[one.organisation_id, kind.subject_kind, kind.award]) for kind in kinds),
            _shown(one.titles),
            *(_shown(count[one.organisation_id]) for count in besides),
        )
        for number, one in enumerate(facts.organisations, 1)
    )
    by_kind = Counter((one.subject_kind, one.award) for one in facts.titles)
    total = (
        "",
        "Tổng cộng",
        "",
        *(str(by_kind[kind.subject_kind, kind.award]) for kind in kinds),
        str(len(facts.titles)),
        *(str(count.total()) for count in besides),
    )
    return blocks.Table(columns, rows, total, _TABLE_SIZE)


def _shown(count: int) -> str:
    return str(count) if count else ""


def _title_rows(facts: SummaryFacts) -> tuple[Mapping[str, str], ...]:
    """Everything registered, title by title, numbered through, with the organisation of each."""
    names = {one.organisation_id: one.name for one in facts.organisations}
    places = {one.organisation_id: number for number, one in enumerate(facts.organisations)}
    rows: list[Mapping[str, str]] = []
    number = 0
    for kind in _kinds(facts):
        own = [one for one in facts.titles if (one.subject_kind, one.award) == (kind.subject_kind, kind.award)]
        if (kind.subject_kind, kind.award) == CULTURE_FAMILY:
            continue  # they are hundreds, and have a list of their own
        rows.append({ROW_HEADING: f"{kind.award} – {kind.subject_kind} ({len(own)})"})
        for one in sorted(own, key=lambda title: places.get(title.organisation_id, len(places))):
            number += 1
            rows.append({**title_row(number, one), "organisation": names.get(one.organisation_id, "")})
    return tuple(rows)


def _initiative_rows(facts: SummaryFacts) -> tuple[Mapping[str, str], ...]:
    """Every initiative, numbered through, with the organisation of each."""
    names = {one.organisation_id: one.name for one in facts.organisations}
    places = {one.organisation_id: number for number, one in enumerate(facts.organisations)}
    ordered = sorted(facts.initiatives, key=lambda one: places.get(one.organisation_id, len(places)))
    return tuple(
        {**row, "organisation": names.get(one.organisation_id, "")}
        for row, one in zip(initiative_rows(ordered), ordered, strict=True)
    )


def _movement_rows(facts: SummaryFacts) -> tuple[Mapping[str, str], ...]:
    """Every movement once, the one that most organisations join first, with who joins it."""
    names = {one.organisation_id: one.name for one in facts.organisations}
    joined: dict[str, list[RegisteredMovement]] = {}
    for one in facts.movements:
        joined.setdefault(folded_line(one.name), []).append(one)
    ordered = sorted(joined.values(), key=lambda own: -len(own))
    return tuple(
        {
            "stt": str(number),
            "movement": own[0].name,
            "launcher": next((one.launcher for one in own if one.launcher), ""),
            "count": str(len({one.organisation_id for one in own})),
            "organisations": "; ".join(dict.fromkeys(names.get(one.organisation_id, "") for one in own)),
        }
        for number, own in enumerate(ordered, 1)
    )
