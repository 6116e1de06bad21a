"""Organisations and offices of a commune at the head of a sentence: who commits, who carries out."""

from __future__ import annotations

import re

from .patterns import simple

_MEMBERS = (
    r"ub ?mttq|ubmttq|uy ban mttq|uy ban mat tran|mat tran to quoc|mttq|mat tran|hoi (?:lien hiep|lhpn|lh|nong dan"
    r"|nd|cuu|ccb|phu nu|chu"
    r"|nguoi|khuyen|lam vuon|tu yeu nuoc|y hoc|luat|lua|dong y|thanh nien|chat doc|nan nhan|bao tro)"
    r"|doan thanh nien|doan tncs|doan xa"
    r"|doan phuong|cong an (?:xa|phuong|thi tran)?|ban chi huy|bch|quan su|tram y te|don bien phong"
    r"|truong (?:mam non|tieu hoc"
    r"|thcs|th|mn|trung hoc)"
    r"|cong doan|lien doan|chi bo|quy tin dung|hop tac xa|htx"
)
_OTHERS = (
    r"cac|uy ban nhan dan|ubnd|hdnd|hoi dong|thuong truc|ban(?! hanh)|bo phan|van phong|phong(?! trao)|trung tam"
    r"|dai(?! hoi)|can bo|cong chuc|truong|thu truong"
    r"|lanh dao|chi(?! dao| tieu)|to(?! chuc)|thon|khoi|cum|don vi|co quan|nganh|hoi(?! nghi)|doan(?! ket)|ke toan"
    r"|tai chinh|doanh nghiep|nha truong|chu tich|pho chu tich"
    r"|tung|dang uy|cap uy|van hoa|tu phap|dia chinh|bao(?! dam| cao)|trang|so(?! ket)|toan the"
)
_MEMBER = re.compile(rf"(?:{_MEMBERS})(?!\w)|(?:thon|to dan pho|khu pho|ap|ban) (?:so )?(?:\d|[A-Z])")
_ANY = re.compile(rf"(?:{_MEMBERS}|{_OTHERS})(?!\w)")
_OFFICE = re.compile(r"(?:phong (?!trao)|van phong |trung tam |ban (?!hanh))[^:.;]{2,80}:")

_VILLAGE = re.compile(r"(?:thon|ban|ap|xom|khom|khu pho|to dan pho|tdp|khu dan cu|buon|lang)\s+\S+(?:\s\S+){0,3}")

_VERBS = (
    r"bam sat|phat huy|(?<!cac )to chuc(?![,;]| (?:chinh tri|xa hoi|chinh|thanh vien|doan|dang|co so|hoi))"
    r"|tang cuong|phoi hop|chu tri|tham muu|xay dung|can cu|co trach nhiem"
    r"|chiu trach nhiem|theo doi|don doc|trien khai|thuc hien|tuyen truyen|huong dan|kiem tra|tich cuc|chu dong"
    r"|tiep tuc|day manh"
    r"|can(?! bo)|phai|van dong|quan triet|dang ky|gui|bao cao|nang cao|de xuat|phat dong|bo tri|can doi|tham dinh"
    r"|tap trung"
    r"|nghiem tuc|kip thoi|thuong xuyen|long ghep|lap thanh tich|dat|ho tro|cam ket|phan dau|duy tri|giu vung"
    r"|hoan thanh|tap hop"
    r"|tong hop|la co quan|giup|ra soat|chi dao|lanh dao(?! )|quan tam|chu trong|doi moi|dua tin|giam sat|duoc giao"
    r"|cu the hoa|nghien cuu"
    r"|khan truong|de ra|xac dinh|huong ung|ban hanh|cung cap|dam bao|bao dam|phan cong|tren co so|dong vien"
    r"|tham gia|quan ly"
)
_VERB = re.compile(rf"(?<!\w)(?:{_VERBS})(?!\w)")
_ASKS = re.compile(r"^\W*(?:giao(?: cho)?|de nghi|yeu cau|doi voi|kinh de nghi|phan cong)\s+", re.IGNORECASE)
_LONGEST = 150


def organisation_at(text: str) -> str | None:
    """The member organisation a sentence begins with, as written: "Hội CCB phát động …" → "Hội CCB"; None for none."""
    start = re.match(r"[\s\-–+•]*", text)
    return _subject(text[start.end() if start else 0 :], _MEMBER)


def place_at(text: str) -> bool:
    """Whether a cell names one of the villages or quarters of the commune: "Thôn Đông", "Tổ dân phố số 3"."""
    return bool(_VILLAGE.fullmatch(simple(text).strip()))


def promiser_at(text: str) -> str | None:
    """Who a line of a list of commitments begins with: a member organisation, or an office before its colon."""
    bare = text.lstrip(" -–+•")
    return organisation_at(text) or (_subject(bare, _ANY) if _OFFICE.match(simple(bare)) else None)


def owner_at(text: str) -> str | None:
    """Who a sentence of the carrying-out part speaks to, as written, without "Giao", "Đề nghị"; None for nobody."""
    text = text.lstrip(" -–+•")
    asked = _ASKS.match(simple(text))
    if asked:
        rest = text[asked.end() :]
        return _subject(rest, _ANY) or _subject(rest, re.compile(""))
    if re.match(r"can cu|tren co so|de ", simple(text)):
        after = re.search(r",\s+", text)
        return owner_at(text[after.end() :]) if after and after.start() <= _LONGEST else None
    return _subject(text, _ANY)


def _subject(text: str, beginning: re.Pattern[str]) -> str | None:
    """The words up to the first verb, ":" or end, when they begin as given and are no longer than a name is."""
    folded = simple(text)
    if not beginning.match(folded):
        return None
    colon = text.find(":")
    ends = [found.start() for found in _VERB.finditer(folded) if found.start() >= 2][:1]
    ends += [colon] if colon > 0 else []
    end = min(ends, default=len(text) if len(text) <= _LONGEST and not text.rstrip().endswith(".") else -1)
    name = text[:end].strip(" ,.;:-–") if end > 0 else ""
    return name if 2 <= len(name) <= _LONGEST else None
