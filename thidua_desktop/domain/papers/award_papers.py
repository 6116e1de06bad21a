"""The papers of awards: list of nominations, tờ trình, decision, Giấy khen, bonuses."""

from __future__ import annotations

from collections.abc import Sequence

from ..money import in_words
from ..vietnamese import date_in_words, format_date, format_number
from . import blocks
from .award_parts import (
    AwardLine,
    AwardPaper,
    authority_line,
    awarding,
    grouped_rows,
    head_texts,
    items,
    merit_of,
    reference,
    total,
)
from .award_wording import KIND_TITLES, about_phrase, is_certificate
from .forms import Facts, FormDefinition, build, joined
from .heads import PEN, number_symbol

_BONUS_COLUMNS = (
    blocks.SheetColumn("STT", 10, "integer"),
    blocks.SheetColumn("Tập thể, cá nhân, hộ", 30),
    blocks.SheetColumn("Chức vụ, đơn vị", 30),
    blocks.SheetColumn("Loại", 12),
    blocks.SheetColumn("Danh hiệu, hình thức", 30),
    blocks.SheetColumn("Hệ số", 8, "number"),
    blocks.SheetColumn("Lương cơ sở", 13, "integer"),
    blocks.SheetColumn("Số tiền (đồng)", 15, "integer", summed=True),
    blocks.SheetColumn("Ký nhận", 14),
)


def nominations_paper(paper: AwardPaper, form: FormDefinition) -> blocks.Document:
    """The list for the Council: each nomination with its merit, the answer of the rules and its votes."""
    texts = head_texts(paper)
    return _built(paper, form, texts, f"Danh sách đề nghị {texts['about']}")


def submission_paper(paper: AwardPaper, form: FormDefinition, who: str, level: str) -> blocks.Document:
    """The tờ trình for the awards that ``who`` decides at ``level``: sent to the province's chair, with its list."""
    texts = head_texts(paper)
    addressee, appraiser = _addressee(paper, level), "Phòng Nội vụ" if level == "huyện" else "Sở Nội vụ"
    decides = "xem xét, quyết định" if level in ("huyện", "tỉnh") else f"xem xét, trình {who}"
    texts |= {
        "bases": "\n".join(paper.bases),
        "addressee": addressee if level == "huyện" else f"{addressee} (qua {appraiser})",
        "appraiser": appraiser,
        "decider": who,
        "request": f"{addressee} {decides}",
        "items": items(paper.lines),
        "reference": reference(paper, "Tờ trình", paper.committee),
    }
    return _built(paper, form, texts, f"Tờ trình đề nghị {texts['about']}")


def decision_paper(paper: AwardPaper, form: FormDefinition) -> blocks.Document:
    """The chair's decision with its list; one that is not issued yet leaves number and day to the pen."""
    texts = head_texts(paper, personal=True)
    money = _money(paper.lines)
    texts |= money | {
        "no_total": "" if money else "chưa biết tiền thưởng",
        "last_article": "3" if money else "2",
        "bases": "\n".join(paper.bases),
        "authority_line": authority_line(paper),
        "title": paper.title or f"Về việc {about_phrase([line.entry for line in paper.lines], paper.year)}",
        "proposal": f"Theo đề nghị của Hội đồng Thi đua - Khen thưởng {paper.place} tại {texts['council']}.",
        "awarding": awarding(paper),
        "named": _named(paper.lines),
        "items": items(paper.lines) if len({line.award for line in paper.lines}) > 1 else "",
        "reference": reference(paper, "Quyết định", f"Chủ tịch {paper.committee}"),
    }
    return _built(paper, form, texts, f"Quyết định {texts['title'][:1].lower()}{texts['title'][1:]}")


def certificates_paper(paper: AwardPaper, form: FormDefinition) -> blocks.Document:
    """A Giấy khen on a page of its own for each line that is one; there must be at least one."""
    head = head_texts(paper, personal=True)
    *above, position = head["position"].split("\n")
    shared = {
        "authority_line": authority_line(paper),
        "decision": number_symbol(paper.number, paper.symbol),
        "decided": date_in_words(paper.date.day, paper.date.month, paper.date.year),
        "place_date": head["place_date"],
        "position_above": " ".join(above),
        "signer_position": position,
        "name": head["name"],
    }
    pages = tuple(_certificate(line, paper, form, shared) for line in paper.lines if is_certificate(line.entry))
    return joined(pages)


def _certificate(line: AwardLine, paper: AwardPaper, form: FormDefinition, shared: dict[str, str]) -> blocks.Document:
    merit = merit_of(line.merit, paper)
    own = {"called": line.called, "position": line.position, "merit": f"{merit[:1].upper()}{merit[1:]}"}
    return build(form, Facts(shared | own), "Giấy khen", paper.committee)


def bonuses_paper(paper: AwardPaper, form: FormDefinition) -> blocks.Document:
    """The bonuses of a decision, with their sum in figures and words and room to sign for them."""
    texts = head_texts(paper, personal=True)
    texts |= _money(paper.lines) | {"reference": reference(paper, "Quyết định", f"Chủ tịch {paper.committee}")}
    return _built(paper, form, texts, f"Bảng tiền thưởng {texts['about']}")


def bonuses_sheet(paper: AwardPaper) -> blocks.Sheet:
    """The bonuses as a spreadsheet; the sum is a formula."""
    lines = [line for kind in KIND_TITLES for line in paper.lines if line.subject_kind == kind]
    dated = f" ngày {format_date(paper.day)}" if paper.day else ""
    number = number_symbol(paper.number, paper.symbol).replace(PEN, "…")
    heading = (
        paper.committee.upper(),
        f"BẢNG TIỀN THƯỞNG {paper.round.upper()}",
        f"Kèm theo Quyết định số {number}{dated} của Chủ tịch {paper.committee}",
    )
    rows = tuple(_sheet_row(number, line) for number, line in enumerate(lines, 1))
    left_out = _left_out(lines).removeprefix(", ")
    notes = (f"Tổng cộng {left_out}.",) if left_out else ()
    return blocks.Sheet("Tiền thưởng", _BONUS_COLUMNS, rows, heading, "Tổng cộng", landscape=True, notes=notes)


def _sheet_row(number: int, line: AwardLine) -> tuple[str | float | None, ...]:
    money = line.bonus
    known = money if money and money.amount is not None else None
    return (
        float(number),
        line.subject,
        line.position,
        line.subject_kind,
        line.written,
        float(known.coefficient) if known and known.coefficient is not None else None,
        known.base if known else None,
        known.amount if known else None,
        "",
    )


def _built(paper: AwardPaper, form: FormDefinition, texts: dict[str, str], subject: str) -> blocks.Document:
    return build(form, Facts(texts, rows={"lines": grouped_rows(paper.lines, paper.members)}), subject, paper.committee)


def _money(lines: Sequence[AwardLine]) -> dict[str, str]:
    amount = total(lines)
    if not amount:
        return {}
    return {"total": format_number(amount), "total_words": in_words(amount), "left_out": _left_out(lines)}


def _left_out(lines: Sequence[AwardLine]) -> str:
    """What a sum leaves out: ", chưa kể 01 trường hợp thưởng theo quy định", or ""."""
    unknown = sum(line.bonus is None or line.bonus.amount is None for line in lines)
    return f", chưa kể {unknown:02d} trường hợp thưởng theo quy định" if unknown else ""


def _named(lines: Sequence[AwardLine]) -> str:
    """Whom a decision is about: the kinds of subject that it names."""
    kinds = {line.subject_kind for line in lines}
    return ", ".join(kind for kind in KIND_TITLES if kind in kinds)


def _addressee(paper: AwardPaper, level: str) -> str:
    """The chair whom the tờ trình is sent to; what goes higher than the province goes through its chair too."""
    if level == "huyện":
        return "Chủ tịch Ủy ban nhân dân huyện"
    province = paper.office.province if paper.office else ""
    if province and not province.lower().startswith(("tỉnh", "thành phố")):
        province = f"tỉnh {province}"
    return f"Chủ tịch Ủy ban nhân dân {province or 'tỉnh'}"
