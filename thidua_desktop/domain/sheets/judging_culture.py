"""The figures of Gia đình văn hóa that a thôn wrote on the first page, held against what is stored."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from ..vietnamese import format_number
from .forms import CellValue
from .known import Known
from .questions import HOUSEHOLDS, OF_HAMLETS, REGISTERED
from .report import Change, RowReport

TABLE, PLACE = "culture", "Ngoài bảng"
_MOST = 1_000_000


def judged_culture(answers: Mapping[str, CellValue], known: Known) -> Iterator[RowReport]:
    """A report for each figure that was answered; nothing for an organisation that is no thôn."""
    if known.culture is None:
        return
    for question in OF_HAMLETS:
        answer = answers.get(question.key)
        if answer is None:
            continue
        text = f"{question.label}: {format_number(answer) if isinstance(answer, float) else answer}"
        if not isinstance(answer, float) or not answer.is_integer() or not 0 <= answer <= _MOST:
            yield RowReport(TABLE, PLACE, text, "refused", ("Số hộ phải là số nguyên, không âm.",))
            continue
        held = known.culture.get(question.key)
        if held == int(answer):
            yield RowReport(TABLE, PLACE, text, "same")
            continue
        change = Change("culture_years", 0, {question.key: int(answer)})
        others: Mapping[str, CellValue] = {**known.culture, **answers}
        whole, part = others.get(HOUSEHOLDS.key), others.get(REGISTERED.key)
        odd = isinstance(whole, int | float) and isinstance(part, int | float) and part > whole
        reasons = ("Số hộ đăng ký nhiều hơn tổng số hộ.",) if odd else ()
        before = "" if held is None else f"{question.label}: {format_number(held)}"
        yield RowReport(TABLE, PLACE, text, "doubtful" if odd else "taken", reasons, before, change)
