"""The statistics of awards as a spreadsheet: by kind of subject, by type and level, every award, the movements."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import groupby

from ..reports.award_statistics import (
    CLASSES,
    COLLECTIVE,
    HOUSEHOLD,
    LEVELS_OF_DECISION,
    PERSON,
    TYPES,
    UNSAID,
    AwardGroup,
    GivenAward,
    count_decisions,
)
from ..reports.sentences import issuer, period
from ..reports.year import ReportFacts
from ..vietnamese import format_date, sort_key
from . import blocks
from .heads import issuer_lines

_OTHER = "Khen thưởng khác"
Cells = tuple[blocks.SheetCell, ...]

_COUNT = 9  # width of a column of counts, in characters


def statistics_book(facts: ReportFacts) -> blocks.Book:
    """The four sheets; a year without awards has them with their headings alone."""
    return blocks.Book((_subjects(facts), _types(facts), _list(facts), _movements(facts)))


def _heading(facts: ReportFacts, title: str, note: str = "") -> tuple[str, ...]:
    today = f"(Số liệu đến ngày {format_date(facts.today)})"
    return (" ".join(issuer_lines(issuer(facts))), f"{title} {period(facts).upper()}", note or today)


def _counts(*columns: tuple[str, str], group: str = "") -> tuple[blocks.SheetColumn, ...]:
    return tuple(
        blocks.SheetColumn(words, _COUNT, "integer", summed=True, key=key, group=group) for key, words in columns
    )


def _subjects(facts: ReportFacts) -> blocks.Sheet:
    classes = tuple((f"class{number}", _capital(name)) for number, name in enumerate((*CLASSES, UNSAID)))
    columns = (
        blocks.SheetColumn("STT", 6),
        blocks.SheetColumn("Danh hiệu, hình thức khen thưởng", 38),
        *_counts(("total", "Tổng số"), ("collectives", "Tập thể"), ("households", "Hộ gia đình")),
        *_counts(("people", "Cộng cá nhân"), *classes, ("women", "Trong đó nữ"), group="Cá nhân, theo đối tượng"),
        blocks.SheetColumn("Số quyết định", _COUNT, "integer"),
        blocks.SheetColumn("Tiền thưởng (đồng)", 15, "integer", summed=True),
    )
    given = [award for group in facts.awards for award in group.awards]
    note = f"(Số quyết định khen thưởng: {count_decisions(given)}; một quyết định có thể có nhiều danh hiệu, hình thức)"
    rows = _under_kinds(facts.awards, _subject_row, len(classes))
    heading = _heading(facts, "THỐNG KÊ KHEN THƯỞNG THEO ĐỐI TƯỢNG", note)
    unpaid = sum(award.lacks_bonus for award in given)
    notes = (f"Tiền thưởng chưa kể {unpaid} trường hợp chưa ghi tiền thưởng.",) if unpaid else ()
    return blocks.Sheet("Theo đối tượng", columns, rows, heading, "Cộng", landscape=True, notes=notes)


def _capital(words: str) -> str:
    return f"{words[:1].upper()}{words[1:]}"


def _under_kinds(
    groups: Sequence[AwardGroup], row: Callable[[int, AwardGroup, int], Cells], classes: int = 0
) -> tuple[Cells, ...]:
    """The rows under a heading for danh hiệu and one for hình thức; numbers go on from one to the next."""
    made: list[Cells] = []
    number = 0
    for kind, inside in groupby(sorted(groups, key=_kind_order), key=lambda group: group.kind):
        made.append((_capital(kind) or _OTHER,))
        for group in inside:
            number += 1
            made.append(row(number, group, classes))
    return tuple(made)


def _kind_order(group: AwardGroup) -> int:
    return ("danh hiệu thi đua", "hình thức khen thưởng", "").index(group.kind)


def _subject_row(number: int, group: AwardGroup, classes: int) -> Cells:
    people = group.of_kind(PERSON)
    return (
        str(number),
        group.name,
        blocks.Formula("SUM({collectives}:{people})", group.total),
        group.of_kind(COLLECTIVE),
        group.of_kind(HOUSEHOLD),
        blocks.Formula(f"SUM({{class0}}:{{class{classes - 1}}})", people),
        *(group.of_class(name) for name in (*CLASSES, UNSAID)),
        group.women,
        group.decisions,
        group.bonus,
    )


def _types(facts: ReportFacts) -> blocks.Sheet:
    types = tuple((f"type{number}", _capital(name)) for number, name in enumerate(TYPES))
    levels = tuple((f"level{number}", _capital(name)) for number, name in enumerate(LEVELS_OF_DECISION))
    columns = (
        blocks.SheetColumn("STT", 6),
        blocks.SheetColumn("Danh hiệu, hình thức khen thưởng", 40),
        *_counts(("total", "Tổng số")),
        *_counts(*types, group="Loại hình khen thưởng"),
        *_counts(*levels, group="Cấp quyết định"),
    )
    rows = _under_kinds(facts.awards, _type_row)
    heading = _heading(facts, "THỐNG KÊ KHEN THƯỞNG THEO LOẠI HÌNH")
    return blocks.Sheet("Theo loại hình", columns, rows, heading, "Cộng", landscape=True)


def _type_row(number: int, group: AwardGroup, _: int) -> Cells:
    return (
        str(number),
        group.name,
        blocks.Formula(f"SUM({{type0}}:{{type{len(TYPES) - 1}}})", group.total),
        *(group.of_type(name) for name in TYPES),
        *(group.of_level(name) for name in LEVELS_OF_DECISION),
    )


def _list(facts: ReportFacts) -> blocks.Sheet:
    columns = (
        blocks.SheetColumn("STT", 6),
        blocks.SheetColumn("Tập thể, hộ gia đình, cá nhân", 30),
        blocks.SheetColumn("Loại", 12),
        blocks.SheetColumn("Đơn vị", 26),
        blocks.SheetColumn("Đối tượng", 18),
        blocks.SheetColumn("Giới tính", 8),
        blocks.SheetColumn("Danh hiệu, hình thức", 30),
        blocks.SheetColumn("Loại hình", 15),
        blocks.SheetColumn("Cấp", 8),
        blocks.SheetColumn("Số quyết định", 16),
        blocks.SheetColumn("Ngày quyết định", 12, "date"),
        blocks.SheetColumn("Tiền thưởng (đồng)", 14, "integer", summed=True),
        blocks.SheetColumn("Thành tích", 34),
    )
    rows = tuple(
        (str(number), *_award_cells(award))
        for number, award in enumerate((award for group in facts.awards for award in _in_order(group)), start=1)
    )
    return blocks.Sheet("Danh sách", columns, rows, _heading(facts, "DANH SÁCH KHEN THƯỞNG"), "Cộng", landscape=True)


def _in_order(group: AwardGroup) -> list[GivenAward]:
    """Collectives, households, people; within them by organisation."""
    kinds = (COLLECTIVE, HOUSEHOLD, PERSON)
    return sorted(group.awards, key=lambda award: (kinds.index(award.subject_kind), sort_key(award.organisation)))


def _award_cells(award: GivenAward) -> Cells:
    return (
        award.subject,
        award.subject_kind,
        award.organisation,
        award.person_class,
        award.sex,
        award.award,
        award.award_type,
        award.level,
        award.decision_number,
        award.decided_on,
        award.bonus,
        award.merit,
    )


def _movements(facts: ReportFacts) -> blocks.Sheet:
    columns = (
        blocks.SheetColumn("STT", 6),
        blocks.SheetColumn("Phong trào, cuộc vận động", 60),
        blocks.SheetColumn("Loại", 16),
        blocks.SheetColumn("Nơi phát động", 30),
    )
    movements = facts.plan.movements if facts.plan else ()
    rows = tuple((str(number), m.name, m.kind, m.launcher or "") for number, m in enumerate(movements, start=1))
    return blocks.Sheet("Phong trào", columns, rows, _heading(facts, "PHONG TRÀO THI ĐUA"))
