"""Who signs, and who the paper says it is from."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..papers.heads import CHAIR
from ..vietnamese import fold
from .findings import FieldEdit, Finding, Place
from .paper import Paper

_CHAIR = re.compile(r"(KT\.?\s*|Q\.?\s*|QUYỀN\s+)?(PHÓ\s+)?CHỦ\s+TỊCH\b", re.IGNORECASE)
_FOR_THE_BODY = re.compile(r"\b(TM|TL|TUQ)\b", re.IGNORECASE)
_OWN_POWER = ("quyet dinh", "chi thi")


def sign_no_tm(paper: Paper) -> Iterator[Finding]:
    """A collective paper of the People's Committee is signed "TM. ỦY BAN NHÂN DÂN" (Nghị định 30/2020, Phụ lục I).

    What a chair decides alone (an award decision, a directive) is signed without it and is left out here.
    """
    plan = paper.plan
    block = f"{plan.signer.authority or ''} {plan.signer.title or ''}"
    issued_by_committee = re.search(r"\bUBND\b", plan.symbol or "")
    if not issued_by_committee or fold(plan.doc_type.strip()) in _OWN_POWER or _FOR_THE_BODY.search(block):
        return
    if not plan.signer.title or not _CHAIR.match(plan.signer.title.strip()):
        return
    present = plan.signer.authority or ""
    yield paper.finding(
        "SIGN_NO_TM",
        "warning",
        _signature(paper, plan.signer.title),
        f"Văn bản ghi ký hiệu của Ủy ban nhân dân nhưng phần ký thiếu dòng “{CHAIR.authority}”.",
        f"Thêm dòng “{CHAIR.authority}” phía trên chức vụ người ký.",
        edits=[FieldEdit("signer_authority", present, "\n".join(filter(None, (CHAIR.authority, present))))],
        place=Place("foot", "thẩm quyền ký", field="signer_authority"),
    )


def _signature(paper: Paper, title: str) -> tuple[int, int] | None:
    """The last place of the position line: the same words may stand in the header or in a recipient."""
    first_line = re.escape(title.strip().splitlines()[0].strip())
    places = [found.span(1) for found in re.finditer(rf"^[ \t]*({first_line})", paper.text, re.MULTILINE)]
    return places[-1] if places else paper.find(title)


def issuer_mismatch(paper: Paper) -> Iterator[Finding]:
    """A paper numbered by the committee is not launched by the Council (Luật 06/2022/QH15, Điều 18 khoản 3)."""
    if not re.search(r"\bUBND\b", paper.plan.symbol or "") or not paper.rules.council_names:
        return
    councils = "|".join(_loosely(name) for name in paper.rules.council_names)
    others = r"tham mưu|đề nghị|trình|Chủ tịch|Ủy ban|Uỷ ban|UBND"  # then somebody else is said to do it
    does = r"(?:phát động|ban hành|xây dựng)(?![ \t]+của\b)"
    speaks = rf"(?:^|[.;:][ \t]+)((?:{councils})(?:(?!{others})[^\n.;,]){{0,50}}?[ \t]{does})"
    found = re.search(speaks, paper.text, re.MULTILINE | re.IGNORECASE)
    if found:
        yield paper.finding(
            "ISSUER_MISMATCH",
            "warning",
            found.span(1),
            "Ký hiệu văn bản là của Ủy ban nhân dân nhưng thân bài nói Hội đồng Thi đua - Khen thưởng phát động; "
            "Chủ tịch Ủy ban nhân dân là người phát động (Điều 18 khoản 3 Luật Thi đua, khen thưởng).",
            "Sửa thân bài thành “Ủy ban nhân dân … phát động”, hoặc dùng ký hiệu của Hội đồng.",
        )


def _loosely(name: str) -> str:
    return r"[ \t,–-]+".join(re.escape(word) for word in re.findall(r"\w+", name))
