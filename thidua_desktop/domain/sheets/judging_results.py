"""Results of a returned progress form, each held against the commitment and what was reported before."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from ..bad_input import BadInput
from ..plan.plans import TargetValue
from ..registration.results import read_result, same_unit, shown_result
from ..vietnamese import format_number
from .cells import letters
from .figure_cells import as_percent, other_unit, told_percent
from .finding import AnswerRow
from .forms import CellValue
from .known import Known, KnownCommitment, read_key
from .report import Change, ChangeKind, ChangeValue, RowReport, Said

TABLE = "results"
_KIND: ChangeKind = "commitment_results"
_OTHER_PLAN = "Kế hoạch có cam kết này không có đợt của phiếu."
_FAR = 1000.0
"""So many times what was committed to is a slip of a thousand sign rather than a result."""


def judged_results(rows: Sequence[AnswerRow], known: Known) -> Iterator[RowReport]:
    """A report for each result of the file; rows that say nothing are told as not reported."""
    met: set[tuple[int, int]] = set()
    for row in _named(rows):
        found = _commitment(row, known, met)
        if isinstance(found, str):
            if not row.emptied:
                yield RowReport(TABLE, row.place, row.text("quote"), "refused", (found, *row.doubts))
            continue
        if not found[0].in_phase:
            yield RowReport(TABLE, row.place, found[0].quote, "refused", (_OTHER_PLAN, *row.doubts))
            continue
        met.add((found[0].id, found[1]))
        yield _judged(row, *found)


def _named(rows: Sequence[AnswerRow]) -> Iterator[AnswerRow]:
    """The rows of results; one without words is about a further figure of the commitment above."""
    quote: CellValue = None
    for row in rows:
        if row.table != TABLE:
            continue
        quote = row.cells.get("quote") or quote
        is_figure = isinstance(row.cells.get("value"), float) or row.text("planned") or row.text("unit")
        yield replace(row, cells={**row.cells, "quote": quote}) if is_figure and not row.key else row


def _commitment(row: AnswerRow, known: Known, met: set[tuple[int, int]]) -> tuple[KnownCommitment, int] | str:
    """The commitment and which of its figures the row is about, or why none."""
    if keyed := read_key(row.key, "c"):
        own = next((one for one in known.commitments if one.id == keyed[0]), None)
        if own:
            return (own, keyed[1]) if (own.id, keyed[1]) not in met else "Dòng này lặp lại một dòng ở trên."
    quote = letters(row.text("quote"))
    if not quote:
        return "Không rõ kết quả của nội dung nào."
    alike = [one for one in known.commitments if letters(one.quote) == quote]
    if not alike:
        return "Đơn vị không có cam kết nào như vậy. Ghi cam kết trước, rồi nhận lại tệp."
    free = [(one, place) for one in alike for place in range(max(1, len(one.values))) if (one.id, place) not in met]
    in_unit = [(one, place) for one, place in free if _in_unit(one, place, row.text("unit"))]
    return next(iter(in_unit or free), "Dòng này lặp lại một dòng ở trên.")


def _in_unit(one: KnownCommitment, place: int, unit: str) -> bool:
    return bool(unit) and place < len(one.values) and same_unit(one.values[place].unit, unit)


def _judged(row: AnswerRow, one: KnownCommitment, figure: int) -> RowReport:
    planned = one.values[figure] if figure < len(one.values) else None
    held = (one.results or {}).get(figure, (None, "", ""))
    said = Said.of([row])
    try:
        value, said = _value(row, planned, said)
    except BadInput as error:
        return RowReport(TABLE, row.place, one.quote, "refused", (error.happened,), _told(planned, held))
    quote = row.text("quote")
    if quote and letters(quote) != letters(one.quote):
        said = said.also(doubted=[f"Nội dung trong sổ nay là “{one.quote}”, khác chữ trong tệp."])
    proof, note = row.text("proof"), row.text("note")
    text = " – ".join(filter(None, (one.quote, shown_result(planned, value), proof, note)))
    if value is None and not proof and not note:
        return RowReport(
            TABLE, row.place, one.quote, "doubtful", ("Đơn vị chưa ghi kết quả.", *row.doubts), _told(planned, held)
        )
    values: dict[str, ChangeValue] = {}
    if value is not None and format_number(value) != format_number(held[0]):
        values["value"] = value
    values |= {key: new for key, new, old in (("proof", proof, held[1]), ("note", note, held[2])) if new and new != old}
    if not values:
        return said.same(RowReport(TABLE, row.place, text, "same"), [row])
    change = Change(_KIND, one.id, values, figure=figure)
    return RowReport(TABLE, row.place, text, said.state, said.reasons, _told(planned, held), change)


def _value(row: AnswerRow, planned: TargetValue | None, said: Said) -> tuple[float | None, Said]:
    """The result as a number, with what is odd about it; raises :class:`BadInput` for no result."""
    raw = row.cells.get("value")
    if raw is None:
        return None, said
    has_number = planned is not None and planned.value is not None
    if isinstance(raw, int | float) and has_number:
        value: float | None = float(raw)
    else:
        typed = format_number(raw) if isinstance(raw, int | float) else str(raw)
        value = read_result(planned, typed)
    if value is None or planned is None or planned.value is None:
        return value, said
    said = said.also(doubted=other_unit(row, planned.unit))
    bound = max(abs(planned.value), abs(planned.value_to or 0.0))
    read = as_percent(value, planned.unit, bound)
    said = said.also(doubted=told_percent(value, read))
    if bound and abs(read) >= bound * _FAR:
        said = said.also(
            doubted=[f"Gấp {format_number(round(abs(read) / bound))} lần mức cam kết; xem lại dấu chấm, dấu phẩy."]
        )
    return read, said


def _told(planned: TargetValue | None, held: tuple[float | None, str, str]) -> str:
    return " – ".join(filter(None, (shown_result(planned, held[0]), held[1], held[2])))
