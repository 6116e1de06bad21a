"""The documents a paper cites: in force on its day, replaced, amended, any at all."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from ...legal_acts import LegalAct
from ...vietnamese import format_date
from ..findings import Finding, Severity
from ..paper import Paper

_BLANKS = r"[ \t]*"
NUMBERED = re.compile(r"\b\d{1,4}[ \t]*[-/][ \t]*(?:\d{4}[ \t]*/[ \t]*)?[A-ZĐ]{2,}[\w-]*(?:[-/][A-ZĐ]\w*)*")
_Span = tuple[int, int]
_NO_SUCCESSOR = (
    "Danh mục chưa có văn bản thay thế còn hiệu lực vào ngày của kế hoạch; hãy tra văn bản mới rồi ghi vào Danh mục › "
    "Văn bản căn cứ."
)
_CLAUSE = 80  # characters before or after a citation that can make it a mention of history


def _number_pattern(number: str) -> str:
    """The number as offices write it: blanks at the strokes, Đ or D, with or without its leading zero."""
    pattern = ""
    for part in re.split(r"([/-])", number.lstrip("0")):
        pattern += _BLANKS + "[/-]" + _BLANKS if part in ("/", "-") else re.escape(part).replace("Đ", "[ĐD]")
    return rf"(?<![\d/.,-])0?{pattern}(?![\w]|[-/]\w)"


def _citations(paper: Paper, act: LegalAct) -> Iterator[_Span]:
    """Where the paper cites an act as a basis, kind and number together."""
    named = rf"{re.escape(act.kind)}[ \t]+(?:[^\n.;\d]{{0,60}}?[ \t])?(?:số{_BLANKS}:?{_BLANKS})?\Z"
    # A row the clerk has begun to type may hold half a number, which stands everywhere in a text.
    whole_number = re.match(r"0*(\d+)\s*[/-]\s*\w", act.number)
    is_there = whole_number is not None and whole_number[1] in paper.text
    for found in re.finditer(_number_pattern(act.number), paper.text) if is_there else ():
        before = paper.text[max(0, found.start() - _CLAUSE) : found.start()]
        kind = re.search(named, before)
        span = found.start() - len(kind.group() if kind else ""), found.end()
        if not is_mention(paper, span):
            yield span
    if act.kind == "Luật" and act.date and act.date[:4] in paper.text:
        for found in re.finditer(_law_by_name(act, date.fromisoformat(act.date)), paper.text):
            if not is_mention(paper, found.span()):
                yield found.span()


def law_name(act: LegalAct) -> str:
    """A pattern for the name of a law as offices write it: capitals and signs between the words either way."""
    words = [re.escape(word) for word in re.findall(r"\w+", act.title)]
    return r"[ \t,–-]+".join(f"[{word[0].upper()}{word[0].lower()}]{word[1:]}" for word in words)


def _law_by_name(act: LegalAct, day: date) -> str:
    """A law may be cited by name and date alone (Nghị định 30/2020: no number, no issuer)."""
    return (
        rf"{law_name(act)}[ \t,]*(?:ngày{_BLANKS}0?{day.day}(?:[/.-]|[ \t]+tháng[ \t]+)0?{day.month}"
        rf"(?:[/.-]|[ \t]+năm[ \t]+){day.year}|năm[ \t]+{day.year})(?!\d)"
    )


def is_mention(paper: Paper, span: _Span) -> bool:
    """Whether the sentence tells of the act (it was replaced, summed up) instead of standing on it."""
    line_start, line_end = paper.line_span(span[0])
    before = re.split(r"[;.](?=\s)", paper.text[max(line_start, span[0] - _CLAUSE) : span[0]])[-1].lower()
    after = re.split(r"[;.](?=\s)", paper.text[span[1] : min(line_end, span[1] + _CLAUSE)])[0].lower()
    return any(word in before for word in paper.rules.mention_words) or any(
        word in after for word in paper.rules.mention_ends
    )


def _severity(act: LegalAct) -> Severity:
    """What nobody has compared with the original text warns, it is never called an error."""
    return "error" if act.is_checked else "warning"


def _successor(paper: Paper, act: LegalAct) -> LegalAct | None:
    """What stands in the act's place and is in force on the paper's day, through several replacements if need be."""
    by_number = {one.number: one for one in paper.acts}
    found, seen = by_number.get(act.replaced_by), {act.number}
    while found and found.number not in seen and found.replaced_by in by_number and _is_over(paper, found):
        seen.add(found.number)
        found = by_number[found.replaced_by]
    return found if found and not _is_over(paper, found) and not _is_to_come(paper, found) else None


def _is_over(paper: Paper, act: LegalAct) -> bool:
    """Whether the act may no more be cited on the first day the paper may bear."""
    return act.valid_to is not None and date.fromisoformat(act.valid_to) < paper.earliest


def _is_to_come(paper: Paper, act: LegalAct) -> bool:
    """Whether the act is not yet in force on the last day the paper may bear."""
    return act.valid_from is not None and date.fromisoformat(act.valid_from) > paper.latest


def _name(act: LegalAct) -> str:
    day = f" ngày {format_date(act.date)}" if act.date else ""
    return f"{act.kind} số {act.number}{day}"


def _doubt(act: LegalAct) -> str:
    return "" if act.is_checked else " (Ghi theo danh mục văn bản, chưa đối chiếu với văn bản gốc.)"


def legal_in_force(paper: Paper) -> Iterator[Finding]:
    """Every act cited is in force on the paper's day; a draft is told of what has been replaced since."""
    for act in paper.acts:
        found = next(_citations(paper, act), None)
        if found is None:
            continue
        if _is_over(paper, act):
            yield _expired(paper, act, found)
        elif act.replaced_by and _is_replaced(paper, act):
            yield _outdated(paper, act, found)


def _is_replaced(paper: Paper, act: LegalAct) -> bool:
    """Whether what replaces the act is in force on the paper's day, or on a day that a draft may still get."""
    successor = next((one for one in paper.acts if one.number == act.replaced_by), None)
    since = date.fromisoformat(successor.valid_from) if successor and successor.valid_from else None
    if since is None:
        return paper.is_draft
    return since <= (paper.latest if paper.is_draft else paper.earliest)


def _expired(paper: Paper, act: LegalAct, found: _Span) -> Finding:
    successor = _successor(paper, act)
    return paper.finding(
        "LEGAL_EXPIRED",
        _severity(act),
        found,
        f"{_name(act)} chỉ làm căn cứ được đến hết ngày {format_date(act.valid_to)}.{_doubt(act)}",
        f"Thay bằng {_name(successor)}." if successor else _NO_SUCCESSOR,
        fixes=_renewed(paper, act, successor, found) if successor else (),
    )


def _renewed(paper: Paper, act: LegalAct, successor: LegalAct, found: _Span) -> list[tuple[_Span, str]]:
    """The citation with the successor's number and date; only where nothing else is said of the act, not even a title.

    Both rows must be checked, of one kind, and dated.
    """
    if not (act.is_checked and successor.is_checked and act.kind == successor.kind and act.date and successor.date):
        return []
    if paper.earliest < date.fromisoformat(successor.valid_from or "9999-12-31"):
        return []
    year, month, day = map(int, act.date.split("-"))
    written = rf"(?P<day>0?{day}/0?{month}/{year})"
    rest = re.compile(
        rf"(?:[ \t]+ngày[ \t]+{written})?(?:[ \t]+của[ \t]+{re.escape(act.issuer)})?[ \t]*(?=[;.,]|$|\n|và\b)"
    )
    after = rest.match(paper.text, found[1])
    number = re.search(_number_pattern(act.number), paper.text[slice(*found)])
    if after is None or number is None:
        return []
    fixes = [((found[0] + number.start(), found[0] + number.end()), successor.number)]
    return fixes + ([(after.span("day"), _written_day(successor.date))] if after["day"] else [])


def _written_day(iso: str) -> str:
    """The day as papers write it: days below 10 and months 1 and 2 with a zero."""
    year, month, day = map(int, iso.split("-"))
    return f"{day:02d}/{month:02d}/{year}" if month < 3 else f"{day:02d}/{month}/{year}"


def _outdated(paper: Paper, act: LegalAct, found: _Span) -> Finding:
    successor = _successor(paper, act)
    is_known = any(one.number == act.replaced_by for one in paper.acts)
    since = f" từ ngày {format_date(successor.valid_from)}" if successor and successor.valid_from else ""
    return paper.finding(
        "LEGAL_OUTDATED_NOW",
        "hint",
        found,
        f"Đã có {_name(successor) if successor else act.replaced_by} thay {_name(act)}{since}.{_doubt(act)}",
        "Nếu kế hoạch ký từ ngày đó về sau thì dẫn văn bản mới." if successor or not is_known else _NO_SUCCESSOR,
    )


def legal_amended(paper: Paper) -> Iterator[Finding]:
    """An act that was amended is cited together with its amendment."""
    acts = {act.number: act for act in paper.acts}
    for amendment in paper.rules.amendments:
        act = acts.get(amendment.number)
        if act is None or paper.earliest < date.fromisoformat(amendment.since):
            continue
        found = next(_citations(paper, act), None)
        if found and not re.search(_number_pattern(amendment.by), paper.text) and amendment.wording not in paper.text:
            yield paper.finding(
                "LEGAL_AMENDED",
                "warning",
                found,
                f"{_name(act)} đã được sửa đổi, bổ sung từ ngày {format_date(amendment.since)} (số {amendment.by}).",
                f"Ghi thêm “{amendment.wording}”.",
            )


def legal_future(paper: Paper) -> Iterator[Finding]:
    """A basis is older than the paper that stands on it."""
    for basis in paper.plan.legal_bases:
        if basis.date and date.fromisoformat(basis.date) > paper.latest:
            yield paper.finding(
                "LEGAL_FUTURE",
                "warning",
                paper.find(basis.quote),
                f"Văn bản được viện dẫn đề ngày {format_date(basis.date)}, sau ngày của kế hoạch này.",
                "Kiểm tra lại ngày của văn bản được viện dẫn.",
            )


def no_legal_basis(paper: Paper) -> Iterator[Finding]:
    """A paper says what it stands on, in its opening or in a "Căn cứ …" (Nghị định 30/2020, Phụ lục I)."""
    if not paper.rules.act_kinds or not paper.plan.preamble:
        return
    kinds = "|".join(map(re.escape, paper.rules.act_kinds))
    stands_on = rf"(?:[Cc]ăn cứ|^[ \t-]*Thực hiện)(?:[ \t]+(?:các|vào|theo))*[ \t]+(?:{kinds})\b"
    opening = "\n".join(paragraph.text for paragraph in paper.plan.preamble)
    if re.search(stands_on, paper.text, re.MULTILINE) or NUMBERED.search(opening):
        return
    yield paper.finding(
        "NO_LEGAL_BASIS",
        "warning",
        _launching(paper) or paper.find(paper.plan.preamble[0].text),
        "Phần mở đầu không nêu căn cứ ban hành.",
        "Thêm các căn cứ: Luật Thi đua, khen thưởng, nghị quyết, chỉ tiêu của cấp trên và của địa phương.",
    )


def _launching(paper: Paper) -> tuple[int, int] | None:
    """The sentence of the opening in which the issuer launches: there the bases belong."""
    for paragraph in paper.plan.preamble:
        place = paper.find(paragraph.text)
        said = re.search(r"(?:Ủy|Uỷ|UBND)[^\n.;]{0,80}?(?:phát động|ban hành|xây dựng)[^\n.;]*", paragraph.text)
        if place and said:
            return paper.find(said.group())
    return None


def gone_bodies(paper: Paper) -> Iterator[Finding]:
    """Bodies that exist no more are not given work nor sent papers."""
    for gone in paper.rules.gone_bodies:
        if paper.earliest < date.fromisoformat(gone.since):
            continue
        names = "|".join(map(re.escape, gone.names))
        for found in re.finditer(rf"(?<!\w)(?:{names})(?!\w)", paper.text):
            start, end = paper.line_span(found.start())
            around = paper.text[max(start, found.start() - _CLAUSE) : min(end, found.end() + _CLAUSE)].lower()
            if not any(word in around for word in paper.rules.former_words):
                yield paper.finding(
                    "BODY_ABOLISHED",
                    "warning",
                    found.span(),
                    f"Từ ngày {format_date(gone.since)} không còn “{found.group()}”.",
                    gone.advice,
                )
