"""The report, the results of the targets and the statistics of awards as papers."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from ..figures.values import given_by
from ..plan.plans import PartialDate, Recipient
from ..registration.results import shown_percent, shown_result
from ..reports.sentences import issuer, next_period, period, plan_reference, sentences, title
from ..reports.year import PARTS, ReportFacts, ResultLine, by_target
from ..richtext import plain
from ..vietnamese import format_date, format_number
from . import blocks
from .award_counts import award_rows, award_sums
from .forms import ROW_HEADING, Facts, FormDefinition, build
from .heads import head_issuer, issuer_lines, number_symbol, office_issuer, place_date, recipient_lines, signature_texts
from .target_rows import NO_GROUP, own_names

SYMBOL = "BC-UBND"
_BULLETS = ("-", "+", "•")
_ARCHIVE = "Lưu: VT"


def report_paper(facts: ReportFacts, form: FormDefinition) -> blocks.Document:
    """The report laid out by ``form``; what is not known is left to the pen."""
    parts = {part: tuple(_part(facts, part)) for part in PARTS}
    rows = {"target_rows": target_rows(facts.targets), "award_rows": award_rows(facts.awards)}
    return build(form, Facts(_texts(facts), parts, rows), f"Báo cáo {title(facts)}", issuer(facts))


def statistics_paper(facts: ReportFacts, form: FormDefinition) -> blocks.Document:
    """The statistics of awards laid out by ``form``."""
    filled = Facts(_texts(facts), rows={"award_rows": award_rows(facts.awards)})
    return build(form, filled, f"Thống kê khen thưởng {period(facts)}", issuer(facts))


def target_results_paper(facts: ReportFacts, form: FormDefinition) -> blocks.Document:
    """The targets with who assigned, planned, promised and achieved them, laid out by ``form``."""
    texts = _texts(facts) | {
        "plan_reference": plan_reference(facts.plan) if facts.plan else "",
        "today": format_date(facts.today),
    }
    filled = Facts(texts, rows={"target_rows": target_rows(facts.targets, named_giver=False)})
    return build(form, filled, f"Kết quả thực hiện chỉ tiêu {period(facts)}", issuer(facts))


def _part(facts: ReportFacts, part: str) -> Iterator[blocks.Text]:
    """The program's sentences, then the clerk's own words, a paragraph for each line."""
    said = sentences(facts, part) if facts.speaks(part) else ()
    bullet = "-" if part == "direction" else ""
    for sentence in said:
        yield blocks.Text(plain(sentence, bullet))
    for line in facts.own(part).splitlines():
        words = line.strip()
        own = words[:1] if words.startswith(_BULLETS) and words[1:2] in ("", " ") else ""
        if words:
            yield blocks.Text(plain(words.removeprefix(own).strip(), own))


def _texts(facts: ReportFacts) -> dict[str, str]:
    said, after = period(facts), next_period(facts)
    return {
        **head_texts(facts),
        "year": str(facts.year),
        "title": title(facts),
        "issuer_name": issuer(facts),
        "period": said,
        "period_capitals": said.upper(),
        "next_period": after,
        "next_period_capitals": after.upper(),
        **award_sums(facts.awards),
    }


def head_texts(facts: ReportFacts) -> dict[str, str]:
    """The texts at the head and the foot: from the office, the one who signs, and what the clerk typed."""
    office = facts.office
    named = office_issuer(office) if office else facts.plan.issuer if facts.plan else ""
    superior, lines = head_issuer(named, office)
    place = office.place_name if office else (facts.plan.place or "") if facts.plan else ""
    dated = place_date(place, report_date(facts))
    number = facts.own("number")
    return {
        "superior": superior,
        "issuer": "\n".join(lines or issuer_lines(named)),
        "number_symbol": number_symbol(int(number) if number else None, SYMBOL),
        "place": place,
        "date": dated.split(", ", 1)[1],
        "place_date": dated,
        **signature_texts(facts.signer),
        "recipients": _recipients(facts),
    }


def report_date(facts: ReportFacts) -> PartialDate:
    """The day typed for the report; else the pen's, of a whole year in today's year when that is the next one."""
    if own := facts.own("date"):
        day = date.fromisoformat(own)
        return PartialDate(day.day, day.month, day.year)
    late = facts.phase is None and int(facts.today[:4]) == facts.year + 1
    return PartialDate(year=facts.year + late)


def _recipients(facts: ReportFacts) -> str:
    own = [line.strip().lstrip("-").strip() for line in facts.own("recipients").splitlines() if line.strip()]
    if own:
        return recipient_lines(Recipient(line) for line in own)
    if facts.plan is not None and facts.plan.recipients:
        return recipient_lines(facts.plan.recipients)
    return recipient_lines((Recipient(_ARCHIVE),))


def target_rows(lines: Sequence[ResultLine], *, named_giver: bool = True) -> tuple[Mapping[str, str], ...]:
    """A row for each figure of each target, with a heading row where the field of work changes.

    ``named_giver``: of a target with several figures the name says who gave each, for a table without a column for it.
    """
    rows: list[Mapping[str, str]] = []
    grouped = any(line.group for line in lines)
    before: str | None = None
    by_number = by_target(lines)
    called = own_names((figures[0].number, figures[0].name) for figures in by_number)
    for figures, name in zip(by_number, called, strict=True):
        group = figures[0].group or NO_GROUP
        if grouped and group != before and "." not in figures[0].number:
            rows.append({ROW_HEADING: group})
            before = group
        rows += [_target_row(line, name, giver=named_giver and len(figures) > 1) for line in figures]
    return tuple(rows)


def _planned(line: ResultLine) -> str:
    """The figure as the plan says it, without the unit, which has a column of its own."""
    known = line.planned is not None and line.planned.value is not None
    return line.planned_text.removesuffix(line.unit).rstrip() if known else line.planned_text


def _target_row(line: ResultLine, called: str, *, giver: bool) -> Mapping[str, str]:
    name = (called if line.first else "", given_by(line.assigned_by) if giver else "")
    return {
        "stt": line.number if line.first else "",
        "indicator": "\n".join(filter(None, name)),
        "unit": line.unit,
        "assigned_by": line.assigned_by,
        "planned": _planned(line),
        "committed": format_number(line.committed),
        "achieved": shown_result(line.planned, line.achieved),
        "percent": shown_percent(line.percent),
        "status": line.judgement,
        "responsible": line.responsible,
    }
