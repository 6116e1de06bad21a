"""Bảng xếp hạng thi đua: the organisations of each block by their points."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from ..offices import Office, Signer
from ..scoring.criteria import CriteriaSet
from ..scoring.ranking import Ranked, Ranking
from ..scoring.words import lost_words, total_text
from . import blocks
from .forms import ROW_HEADING, Facts, FormDefinition, build
from .heads import office_issuer
from .year_heads import Row, office_texts, undated

NO_BLOCK = "Đơn vị chưa xếp khối"
NOT_SCORED = "chưa chấm"


@dataclass(frozen=True, slots=True)
class RankingFacts:
    """What the ranking is made from."""

    criteria: CriteriaSet
    ranking: Ranking
    office: Office | None
    signer: Signer | None


def score_ranking(facts: RankingFacts, form: FormDefinition) -> blocks.Document:
    """The paper laid out by ``form``."""
    year = facts.criteria.year
    texts = undated(office_texts(facts.office, facts.signer, year)) | {
        "set_name": facts.criteria.name,
        "source": facts.criteria.source,
        "missing": missing(facts.ranking),
    }
    named = office_issuer(facts.office) if facts.office else ""
    filled = Facts(texts, rows={"ranked": tuple(_rows(facts.ranking))})
    return build(form, filled, f"Xếp hạng thi đua năm {year}", named)


def _rows(ranking: Ranking) -> Iterator[Row]:
    parts = ranking.blocks()
    for name, own in parts:
        if name or len(parts) > 1:
            yield {ROW_HEADING: f"{name or NO_BLOCK} ({len(own)} đơn vị)"}
        yield from (_row(number, one) for number, one in enumerate(own, 1))


def _row(number: int, one: Ranked) -> Row:
    if one.place is None:
        return {"stt": str(number), "organisation": one.name, "note": NOT_SCORED}
    found = one.sheet.total
    bonus = found.bonus + found.added
    points = total_text(found.points)
    return {
        "stt": str(number),
        "organisation": one.name,
        "base": total_text(found.base),
        "bonus": total_text(bonus) if bonus else "",
        "taken_off": total_text(found.taken_off) if found.taken_off else "",
        "points": points,
        "points_bonus": f"{points} (+ {total_text(bonus)})" if bonus else points,
        "rank": str(one.block_place or ""),
        "rank_over_all": str(one.place),
        "note": f"còn {found.unknown} tiêu chí chưa có điểm" if found.unknown else "",
    }


def missing(ranking: Ranking) -> str:
    """Who is not scored, or not wholly, what the council changed without a reason, and which criteria have lost their
    target; "" for none.
    """
    parts = [f"{ranking.unscored} đơn vị chưa chấm"] * bool(ranking.unscored)
    parts += [f"{ranking.unknown} đơn vị chưa chấm đủ tiêu chí"] * bool(ranking.unknown)
    parts += [f"{ranking.unexplained} điểm Hội đồng đổi chưa ghi lý do"] * bool(ranking.unexplained)
    told = "; ".join(parts)
    return " ".join(filter(None, (f"Còn {told}." if told else "", lost_words(ranking.lost))))
