"""Every row of the law as a line of a table, and the values the office puts in their place."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import TypeVar

from ..bad_input import BadInput
from ..legal_acts import CHECKED_MARK, UNCHECKED_MARK
from .conditions import Condition
from .packs import BASE_SALARY, CALENDAR, Law
from .row_types import AuthorityRow, BonusRow, CeilingRow, FactorRow, Row, VotesRow

_R = TypeVar("_R", bound=Row)


@dataclass(frozen=True, slots=True)
class RuleRow:
    """A row of the law as a table shows it; ``pack`` and ``key`` name it, ``value`` is what can be corrected.

    ``subject`` names the kinds of subject; ``note`` says why a carried row counts as not checked.
    """

    pack: str
    key: str
    award: str
    subject: str
    words: str
    value: str
    article: str
    source: str
    mark: str
    office: bool = False
    note: str = ""


@dataclass(frozen=True, slots=True)
class Correction:
    """What the office puts in place of a row: ``value`` "" leaves the figure; ``mark`` and ``source`` "" too."""

    pack: str
    key: str
    value: str = ""
    mark: str = ""
    source: str = ""


def rows(law: Law) -> tuple[RuleRow, ...]:
    """Every row of every period in order, then the base salary and the days of the year."""
    return tuple(_listed(law))


def corrected(law: Law, corrections: Iterable[Correction]) -> Law:
    """The law with the office's values in it; ``BadInput`` for one that does not fit or a row that is not there."""
    for correction in corrections:
        law = _with(law, correction)
    return law


def _listed(law: Law) -> Iterator[RuleRow]:
    for pack in law.packs:
        for row in pack.rows():
            names = ", ".join(entry.short for name in getattr(row, "awards", ()) if (entry := law.award(name)))
            yield _row(pack.id, row, names, ", ".join(getattr(row, "subjects", ())), _words(law, row))
    for salary in law.base_salaries:
        yield _row(BASE_SALARY, salary, "", "", "Lương cơ sở, đồng một tháng")
    for deadline in law.deadlines:
        yield _row(CALENDAR, deadline, "", "", deadline.words)


def _row(pack: str, row: Row, award: str, subject: str, words: str) -> RuleRow:
    return RuleRow(
        pack, row.key, award, subject, words, row.value, row.article, row.source, row.mark, row.office, row.note
    )


def _words(law: Law, row: Row) -> str:
    """What the row is about, in the clerk's words."""
    match row:
        case Condition(of=of, route=route) if of and route != row.asked:
            return f"{row.asked} (trường hợp: {route})"
        case Condition():
            return row.asked
        case AuthorityRow():
            return f"Người quyết định: {row.who}"
        case BonusRow():
            return row.reason or "Tiền thưởng, số lần lương cơ sở"
        case FactorRow():
            return "Tiền thưởng gấp mấy lần mức của cá nhân"
        case CeilingRow():
            of = ", ".join(entry.short for name in row.of if (entry := law.award(name)))
            return f"Không quá tỷ lệ này của số người đạt {of}"
        case VotesRow():
            return f"Tỷ lệ phiếu đồng ý của Hội đồng{', bỏ phiếu kín' if row.secret else ''}"
        case _:
            return "Tiền thưởng làm tròn lên đến số đồng này"


def _with(law: Law, correction: Correction) -> Law:
    if correction.pack == BASE_SALARY:
        return replace(law, base_salaries=_replaced(law.base_salaries, correction))
    if correction.pack == CALENDAR:
        return replace(law, deadlines=_replaced(law.deadlines, correction))
    packs = {pack.id: pack for pack in law.packs}
    pack = packs.get(correction.pack)
    found = next((row for row in pack.rows() if row.key == correction.key), None) if pack else None
    if pack is None or found is None:
        raise _unknown(correction)
    packs[pack.id] = pack.changed({found.key: _changed(found, correction)})
    return replace(law, packs=tuple(packs.values()))


def _replaced(kept: tuple[_R, ...], correction: Correction) -> tuple[_R, ...]:
    if all(row.key != correction.key for row in kept):
        raise _unknown(correction)
    return tuple(_changed(row, correction) if row.key == correction.key else row for row in kept)


def _changed(row: _R, correction: Correction) -> _R:
    if correction.mark not in ("", CHECKED_MARK, UNCHECKED_MARK):
        raise BadInput(
            f"“{correction.mark}” không phải là dấu đối chiếu.", f"Ghi “{CHECKED_MARK}” hoặc “{UNCHECKED_MARK}”."
        )
    own_value = bool(correction.value.strip())
    changed = row.with_value(correction.value) if own_value else row
    return replace(
        changed,
        mark=correction.mark or changed.mark,
        source=correction.source.strip() or changed.source,
        office=True,
        own_value=own_value,
        note="",
    )


def _unknown(correction: Correction) -> BadInput:
    return BadInput(
        f"Không có dòng “{correction.key}” trong bộ quy định “{correction.pack}”.",
        "Sửa đổi này của cơ quan được giữ nguyên nhưng chưa áp dụng; hãy chọn lại dòng cần sửa.",
    )
