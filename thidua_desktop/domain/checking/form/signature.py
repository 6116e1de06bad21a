"""Who signs, and who the paper says it is from."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ...papers.heads import CHAIR
from ...vietnamese import fold
from ..findings import FieldEdit, Finding, Place
from ..paper import Paper

_CHAIR = re.compile(r"(KT\.?\s*|Q\.?\s*|QUYỀN\s+)?(PHÓ\s+)?CHỦ\s+TỊCH\b", re.IGNORECASE)
_FOR_THE_BODY = re.compile(r"\b(T/?M|TL|TUQ)\b", re.IGNORECASE)
_SHORT = re.compile(r"^([ \t]*)(?:(KT|TM|TL|TUQ)(?=[ \t])|([KT]/[TM])\b\.?)", re.MULTILINE)
_AUTHORITY = Place("foot", "thẩm quyền ký", field="signer_authority")
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
        _signature(paper, present or plan.signer.title),
        f"Văn bản ghi ký hiệu của Ủy ban nhân dân nhưng phần ký thiếu dòng “{CHAIR.authority}”.",
        f"Thêm dòng “{CHAIR.authority}” phía trên chức vụ người ký.",
        edits=[FieldEdit("signer_authority", present, "\n".join(filter(None, (CHAIR.authority, present))))],
        place=_AUTHORITY,
    )


def _signature(paper: Paper, title: str) -> tuple[int, int] | None:
    """The last place of the position line: the same words may stand in the header or in a recipient."""
    first_line = re.escape(title.strip().splitlines()[0].strip())
    places = [found.span(1) for found in re.finditer(rf"^[ \t]*({first_line})", paper.text, re.MULTILINE)]
    return places[-1] if places else paper.find(title)


def sign_other_body(paper: Paper) -> Iterator[Finding]:
    """The body that signs is the one whose symbol the paper bears; what a chair decides alone is signed without TM."""
    plan = paper.plan
    authority = fold(plan.signer.authority or "")
    symbol = plan.symbol or ""
    if not authority.startswith("tm"):
        return
    own_power = fold(plan.doc_type.strip()) in _OWN_POWER
    if own_power and any(fold(words) in fold(plan.title) for words in paper.rules.own_titles):
        yield _signed_wrong(paper, "Quyết định khen thưởng thuộc thẩm quyền của Chủ tịch, không ký thay mặt (TM.).")
    elif symbol.endswith("UBND") and "hoi dong" in authority:
        yield _signed_wrong(paper, f"Ký hiệu {symbol} là của Ủy ban nhân dân nhưng ký thay mặt Hội đồng.")
    elif "HĐTĐKT" in symbol and ("uy ban" in authority or "ubnd" in authority):
        yield _signed_wrong(paper, f"Ký hiệu {symbol} là của Hội đồng nhưng ký thay mặt Ủy ban nhân dân.")


def _signed_wrong(paper: Paper, message: str) -> Finding:
    return paper.finding(
        "SIGN_TM_WRONG",
        "warning",
        paper.find((paper.plan.signer.authority or "").splitlines()[0], last=True),
        message,
        "Sửa dòng thẩm quyền ký hoặc sửa ký hiệu cho khớp.",
        place=_AUTHORITY,
    )


def signature_form(paper: Paper) -> Iterator[Finding]:
    """TM. and KT. carry a dot, the committee is written in full, no academic title stands before the signer's name."""
    signer = paper.plan.signer
    for field, text in (("signer_authority", signer.authority), ("signer_title", signer.title)):
        right = _SHORT.sub(lambda found: f"{found[1]}{(found[2] or found[3]).replace('/', '')}.", text or "")
        right = re.sub(r"(?<=TM\.)[ \t]*UBND\b", " ỦY BAN NHÂN DÂN", right)
        if text and right != text:
            yield paper.finding(
                "SIGN_FORM",
                "hint",
                paper.find(text.splitlines()[0], last=True),
                f"Phần ký ghi “{' '.join(text.split())}”.",
                f"Viết “{' '.join(right.split())}”.",
                edits=[FieldEdit(field, text, right)],
                place=Place("foot", "phần ký", field=field),
            )
    block = f"{signer.authority or ''}\n{signer.title or ''}"
    if re.search(r"\bKT\.?[ \t]*CHỦ TỊCH", block) and "PHÓ" not in block.upper():
        yield paper.finding(
            "SIGN_FORM",
            "hint",
            paper.find((signer.title or "").splitlines()[0], last=True) if signer.title else None,
            "Ký thay (KT.) Chủ tịch nhưng thiếu dòng chức vụ của người ký.",
            "Thêm dòng PHÓ CHỦ TỊCH dưới dòng KT. CHỦ TỊCH.",
            place=Place("foot", "chức vụ người ký", field="signer_title"),
        )
    name = signer.name or ""
    title = next((one for one in paper.rules.academic_titles if name.startswith(one)), None)
    if title:
        yield paper.finding(
            "SIGN_FORM",
            "hint",
            paper.find(name, last=True),
            f"Trước họ tên người ký không ghi học hàm, học vị (“{title}”).",
            "Chỉ ghi họ và tên.",
            edits=[FieldEdit("signer_name", name, name[len(title) :].strip())],
            place=Place("foot", "người ký", field="signer_name"),
        )


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
