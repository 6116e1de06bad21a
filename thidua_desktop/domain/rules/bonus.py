"""The bonus (tiền thưởng) that goes with an award, in đồng, with the sum as a sentence."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import ROUND_CEILING, Decimal

from ..awards import AwardDef, SubjectKind
from ..legal_acts import CHECKED_MARK, UNCHECKED_MARK
from ..vietnamese import format_date, format_number
from .packs import Law, RulePack
from .row_types import BonusRow, Row, decimal_text


@dataclass(frozen=True, slots=True)
class Bonus:
    """``amount`` in đồng, None when it is not known; ``sentence`` then says why.

    ``coefficient`` is of the base salary, the factor of a collective or a household in it; ``mark`` is "đã đối chiếu"
    only when every row of the sum is.
    """

    amount: int | None
    coefficient: Decimal | None
    base: int | None
    sentence: str
    article: str = ""
    source: str = ""
    mark: str = UNCHECKED_MARK
    note: str = ""


def bonus(law: Law, award: str, subject_kind: SubjectKind, decided_on: str) -> Bonus:
    """The bonus of an award decided on that day (ISO).

    The base salary is the one in force on the day of the decision; the coefficient is made first, and the product is
    rounded up once (Nghị định 98/2023: to whole tens of thousands).
    """
    pack = law.pack_on(decided_on)
    entry = law.award(award)
    if entry is None:
        return Bonus(None, None, None, f"“{award}” không có trong danh mục danh hiệu, hình thức khen thưởng.")
    row = _row_of(pack, entry, subject_kind)
    if row is None:
        said = f"Bộ quy định “{pack.name}” không ghi mức tiền thưởng của {entry.written} cho {subject_kind}."
        return Bonus(None, None, None, said)
    if row.coefficient is None:
        return Bonus(None, None, None, row.reason, row.article, row.source, row.mark, row.note)
    return _summed(law, pack, entry, subject_kind, decided_on, row, row.coefficient)


def _summed(
    law: Law,
    pack: RulePack,
    entry: AwardDef,
    subject_kind: SubjectKind,
    decided_on: str,
    row: BonusRow,
    coefficient: Decimal,
) -> Bonus:
    factor = next(
        (one for one in pack.factors if entry.name in one.awards and subject_kind in one.subjects),
        None,
    )
    used: list[Row] = [row]
    words = ""
    if factor:
        words = f"{decimal_text(coefficient)} × {factor.value} = {decimal_text(coefficient * factor.factor)}; "
        coefficient *= factor.factor
        used.append(factor)
    salary = law.base_salary_on(decided_on)
    if salary is None:
        said = f"Chưa biết lương cơ sở ngày {format_date(decided_on)}."
        return Bonus(None, coefficient, None, said, row.article, row.source, row.mark, row.note)
    product = coefficient * salary.amount
    words += f"{decimal_text(coefficient)} × {salary.value} đồng = {_money(product)} đồng"
    amount = product
    for rounding in pack.rounding[:1]:
        amount = (product / rounding.unit).to_integral_value(ROUND_CEILING) * rounding.unit
        used.append(rounding)
    if amount != product:
        words += f", làm tròn lên {_money(amount)} đồng"
    is_checked = all(one.is_checked for one in (*used, salary))
    mark = CHECKED_MARK if is_checked else UNCHECKED_MARK
    return Bonus(int(amount), coefficient, salary.amount, f"{words}.", row.article, row.source, mark, row.note)


def _row_of(pack: RulePack, entry: AwardDef, subject_kind: SubjectKind) -> BonusRow | None:
    return next(
        (row for row in pack.bonuses if entry.name in row.awards and subject_kind in (row.subjects or entry.subjects)),
        None,
    )


def _money(value: Decimal) -> str:
    return format_number(float(value))
