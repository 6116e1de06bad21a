"""The cover of the plan as a paper and as a spreadsheet: every target with who commits to it, and who owes what."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from ..figures.values import given_by, span
from ..offices import Office, Signer
from ..registration.cover import BELOW, LACKING, UNPROMISED, Cover, OrganisationCover, TargetCover
from . import blocks
from .forms import Facts, FormDefinition, build
from .heads import issuer_lines, office_issuer
from .target_rows import own_names
from .year_heads import Row, office_texts

_TITLE = "BẢNG ĐỐI CHIẾU CAM KẾT VỚI KẾ HOẠCH"


@dataclass(frozen=True, slots=True)
class CoverFacts:
    """What the paper is made from."""

    year: int
    office: Office | None
    signer: Signer | None
    cover: Cover


def cover_paper(facts: CoverFacts, form: FormDefinition) -> blocks.Document:
    """The paper laid out by ``form``."""
    rows = {"covered_targets": tuple(_target_rows(facts.cover.targets)), "owing": tuple(_owing_rows(facts.cover))}
    texts = office_texts(facts.office, facts.signer, facts.year) | {"counts": counted(facts.cover)}
    named = office_issuer(facts.office) if facts.office else ""
    return build(form, Facts(texts, rows=rows), f"Đối chiếu cam kết với kế hoạch năm {facts.year}", named)


def cover_book(facts: CoverFacts) -> blocks.Book:
    """The two tables as sheets of a spreadsheet; figures stand as numbers."""
    named = " ".join(issuer_lines(office_issuer(facts.office))) if facts.office else ""
    heading = tuple(line for line in (named, f"{_TITLE} NĂM {facts.year}", f"({counted(facts.cover)})") if line)
    return blocks.Book((_targets_sheet(facts.cover, heading), _organisations_sheet(facts.cover, heading)))


def counted(cover: Cover) -> str:
    """How the year stands in a sentence."""
    firsts = [one for one in cover.targets if one.figure == 0]
    lacking = len({one.target_id for one in cover.targets if one.state in LACKING})
    waiting = sum(one.state == UNPROMISED for one in firsts)
    parts = [f"{len(firsts)} chỉ tiêu"]
    for count, words in (
        (len(cover.nobody()), "chưa đơn vị nào nhận"),
        (waiting, "đơn vị phụ trách chưa cam kết"),
        (lacking, "cam kết chưa đủ"),
    ):
        parts += [f"{count} chỉ tiêu {words}"] * bool(count)
    silent = len(cover.silent())
    organisations = f"{len(cover.organisations)} đơn vị" + (f", {silent} đơn vị chưa cam kết" if silent else "")
    return f"{parts[0]}{', trong đó ' * bool(parts[1:])}{', '.join(parts[1:])}; {organisations}."


def _numbered(targets: Sequence[TargetCover]) -> Iterator[tuple[TargetCover, str, str]]:
    """Each figure with the number and the name of its target, which stand at its first figure only."""
    for _, of_plan in groupby(targets, key=lambda one: one.plan_id):
        listed = list(of_plan)
        names = own_names([(one.number, one.name) for one in listed])
        for one, name in zip(listed, names, strict=True):
            yield (one, one.number, name) if one.figure == 0 else (one, "", "")


def _target_rows(targets: Sequence[TargetCover]) -> Iterator[Row]:
    for one, number, name in _numbered(targets):
        yield {
            "stt": number,
            "indicator": name,
            "planned": _planned(one),
            "responsible": one.responsible if number else "",
            "shares": "\n".join(share.text for share in one.shares),
            "total": one.total_text,
            "state": _state(one),
        }


def _planned(one: TargetCover) -> str:
    """The figure, and who gave it where the plan says that: "95% (tỉnh giao)"."""
    giver = given_by(one.planned.assigned_by) if one.planned else ""
    return f"{one.planned_text} ({giver})" if giver else one.planned_text


def _state(one: TargetCover) -> str:
    """What is missing; of a rate only that it is: whose it is stands beside it."""
    return "có đơn vị chưa đạt mức" if one.state == BELOW else one.words


def _owing_rows(cover: Cover) -> Iterator[Row]:
    for number, one in enumerate(_owing(cover), 1):
        yield {
            "stt": str(number),
            "organisation": one.name,
            "commitments": str(one.commitments),
            "owes": one.words,
        }


def _owing(cover: Cover) -> list[OrganisationCover]:
    return [one for one in cover.organisations if one.words]


def _targets_sheet(cover: Cover, heading: tuple[str, ...]) -> blocks.Sheet:
    columns = (
        blocks.SheetColumn("STT", 7),
        blocks.SheetColumn("Chỉ tiêu", 44),
        blocks.SheetColumn("Kế hoạch", 20),
        blocks.SheetColumn("Đơn vị tính", 14),
        blocks.SheetColumn("Phụ trách", 24),
        blocks.SheetColumn("Số đơn vị", 10, "integer"),
        blocks.SheetColumn("Đơn vị cam kết", 40),
        blocks.SheetColumn("Cộng cam kết", 13, "number"),
        blocks.SheetColumn("Thiếu, vượt", 13, "number"),
        blocks.SheetColumn("So với kế hoạch", 22),
    )
    rows = tuple(
        (
            number,
            name,
            _planned(one),
            one.unit,
            one.responsible if number else "",
            len({share.organisation for share in one.shares}) or None,
            "; ".join(share.text for share in one.shares),
            one.covered.total if one.covered.total_to is None else span(one.covered.total, one.covered.total_to),
            one.covered.gap,
            _state(one),
        )
        for one, number, name in _numbered(cover.targets)
    )
    return blocks.Sheet("Theo chỉ tiêu", columns, rows, heading, landscape=True)


def _organisations_sheet(cover: Cover, heading: tuple[str, ...]) -> blocks.Sheet:
    columns = (
        blocks.SheetColumn("STT", 7, "integer"),
        blocks.SheetColumn("Đơn vị", 44),
        blocks.SheetColumn("Số cam kết", 12, "integer", summed=True),
        blocks.SheetColumn("Số chỉ tiêu còn nợ", 14, "integer", summed=True),
        blocks.SheetColumn("Còn nợ", 70),
    )
    rows = tuple(
        (number, one.name, one.commitments or None, len(one.owes) or None, one.words)
        for number, one in enumerate(cover.organisations, 1)
    )
    return blocks.Sheet("Theo đơn vị", columns, rows, heading, "Tổng cộng", landscape=True)
