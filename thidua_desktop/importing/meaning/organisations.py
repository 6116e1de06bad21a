"""Organisations and offices of a commune at the head of a sentence: who commits, who carries out."""

from __future__ import annotations

import re

from ..patterns import simple

_MEMBERS = (
    r"ub ?mttq|ubmttq|uy ban mttq|uy ban mat tran|mat tran to quoc|mttq|mat tran|hoi (?:lien hiep|lhpn|lh|nong dan"
    r"|nd|cuu|ccb|phu nu|chu|nguoi|khuyen|lam vuon|tu yeu nuoc|y hoc|luat|lua|dong y|thanh nien|chat doc|nan nhan"
    r"|bao tro|sinh vat canh|than nhan|tnxp|sinh vien|dac san|nghe nghiep)"
    r"|doan thanh nien|doan tncs|doan xa|doan phuong|doan dac khu|cong an (?:xa|phuong|dac khu|thi tran)?"
    r"|ban chi huy|bch|quan su|tram y te|don bien phong|truong (?:mam non|mau giao|tieu hoc|thcs|thpt|th|mn|trung hoc"
    r"|pho thong|pt\w*)"
    r"|cong doan|lien doan|chi bo|quy tin dung|hop tac xa|htx"
)
_OTHERS = (
    r"cac|uy ban nhan dan|ubnd|hdnd|hoi dong|thuong truc|ban(?! hanh)|bo phan|van phong|phong(?! trao)|trung tam"
    r"|dai(?! hoi)|can bo|cong chuc|truong(?! hop)|thu truong|lanh dao|chi(?! dao| thi| tieu)|to(?! chuc)|thon|khoi|cum"
    r"|don vi|co quan|nganh|hoi(?! nghi)|doan(?! ket)|ke toan|tai chinh|doanh nghiep|nha truong|chu tich|pho chu tich"
    r"|tung|dang uy|cap uy|van hoa|tu phap|dia chinh|bao(?! dam| cao)|trang|so(?! ket)|toan the|bi thu|chi uy"
    r"|cuc|chi cuc|kho bac|ngan hang|hieu truong|giam doc|nguoi dung dau|d/c|dong chi|ong|ba(?= [a-z])|kiem lam"
    r"|bo chi huy|dan quan|xa doi|phuong doi|luc luong|tram(?! phan)|to chuc(?= chinh tri)|nhan dan"
    r"|truong(?= thon| ban| khu)|moi (?:co quan|don vi|thon|to chuc)"
)
_MEMBER = re.compile(rf"(?:{_MEMBERS})(?!\w)|(?:thon|to dan pho|khu pho|ap|ban) (?:so )?(?:\d|[A-Z])")
_ANY = re.compile(rf"(?:{_MEMBERS}|{_OTHERS})(?!\w)")
_OFFICE = re.compile(
    r"(?:phong (?!trao)|van phong |trung tam |ban (?!hanh)|cong chuc |bo phan |to (?!chuc)|khoi |chi bo |cum |co quan )"
    r"[^:.;]{2,80}:"
)

_NAMED_VILLAGE = re.compile(
    r"(?:Thôn|Bản|Ấp|Xóm|Khóm|Khu phố|Tổ dân phố|TDP|Khu dân cư|Buôn|Làng)\s+(?:số\s+)?(?:\d|[A-ZĐÁÂẤẮÀÔỒỐÔÊẾỀÝ])"
)
_VILLAGE_PROMISES = re.compile(
    rf"{_NAMED_VILLAGE.pattern}\S*(?:\s+\S+){{0,3}}?(?:\s*:|\s+(?:đăng ký|cam kết|phấn đấu|nhận)\s)"
)
# What is said of these is what becomes of them, not what they promise: "Chi bộ hoàn thành tốt nhiệm vụ đạt 95%".
_ACHIEVES = re.compile(
    r"(?:chi bo|hop tac xa|htx|truong|tram y te|cong doan)[^:.;]{0,40}?"
    r"\s(?:dat|hoan thanh|hoat dong|duy tri|giu vung|duoc|vung manh)\b"
    r"|[^:.;]{4,60}?\s(?:dat (?:danh hieu|vung manh|don vi|chuan|tieu chuan)|duoc (?:cong nhan|xep loai)|xep loai)\b"
)
_VILLAGE = re.compile(r"(?:thon|ban|ap|xom|khom|khu pho|to dan pho|tdp|khu dan cu|buon|lang)\s+\S+(?:\s\S+){0,3}")

_VERBS = (
    r"bam sat|phat huy|(?<!cac )to chuc(?![,;]| (?:chinh tri|xa hoi|chinh|thanh vien|doan|dang|co so|hoi))"
    r"|to chuc(?= (?:tot|cho|ky|phat|hoi|cac hoat))|tang cuong|phoi hop|chu tri|tham muu|(?<!ban )xay dung|can cu"
    r"|co trach nhiem|chiu trach nhiem|theo doi|don doc|trien khai|thuc hien|(?<!dai )tuyen truyen|huong dan"
    r"|(?<!ban )kiem tra|tich cuc|chu dong|tiep tuc|day manh|can(?! bo)|phai|van dong|quan triet|dang ky|gui|bao cao"
    r"|nang cao|de xuat|phat dong|bo tri|can doi|tham dinh|tap trung|nghiem tuc|kip thoi|thuong xuyen|long ghep"
    r"|lap thanh tich|dat|ho tro|cam ket|phan dau|duy tri|giu vung|hoan thanh|tap hop|la co quan|(?<!to )giup|ra soat"
    r"|(?<!dich vu )(?<!phong )tong hop|(?<!ban )chi dao|lanh dao(?! )|quan tam|chu trong|doi moi|dua tin|giam sat"
    r"|duoc giao|cu the hoa|nghien cuu|khan truong|de ra|xac dinh|huong ung|ban hanh|cung cap|dam bao|bao dam"
    r"|phan cong|tren co so|dong vien|tham gia|(?<!ban )quan ly|tuan tra|chuan bi|pho bien|tiep nhan|giu gin"
    r"|binh xet|danh gia|theo (?:nhiem vu|chuc nang|linh vuc|dia ban)|viet(?= tin| bai)"
    r"|ky (?:ket|cam ket|giao uoc)|trong pham vi|duoc phan cong"
    r"|lua chon|phat hien|ap dung|bao ve(?= moi| an)|dam nhan|nhan rong|lap (?:ke hoach|danh sach|ho so)"
    r"|cu (?:can bo|nguoi)|tap huan|vao cuoc|nop|trinh|bo sung|khac phuc|cai tao|trong(?= \d| moi| cay| hoa| rung)"
    r"|lam(?= \d| moi| duong)|ra quan|xay(?! dung)|sua chua|tang(?= qua| \d)|thanh lap|thu gom"
    r"|nhan(?= do dau| giup| cham)|lap dat|don(?= ve sinh)|ket nap|gioi thieu|ung ho|quyen gop|huy dong"
    r"|phu trach(?= cac| chi tieu| linh vuc| theo)"
    r"|mo(?= chuyen| lop| rong| dot)|dieu tra|kham pha|giai quyet|xu ly|dau tranh|cham soc"
    r"|(?:hang|moi) (?:tuan|thang|quy)|dinh ky"
)
_VERB = re.compile(rf"(?<!\w)(?:{_VERBS})(?!\w)")
_WHO_ASKS = r"(?:(?:ubnd|uy ban nhan dan|dang uy|thuong truc|hoi dong thi dua|chu tich)[^,.;:]{0,40}? )?"
_ASKS = re.compile(
    rf"^\W*{_WHO_ASKS}(?:giao(?: nhiem vu)?(?: cho)?(?! uoc| thong| quan)|de nghi|yeu cau|doi voi|kinh de nghi"
    r"|phan cong)[\s:]+(?:cac (?:ong|dong chi)(?: \(ba\)|, ba)?\s*:\s*)?"
)
_ADDRESSED = re.compile(
    r"^\W*(?:cac (?:ong|dong chi)(?: \(ba\)|, ba)?|(?:nhiem vu|trach nhiem) cua)\s*:?\s+(?!thanh vien)"
)
_TOPIC = re.compile(
    r"^(?:cong tac|ve|tuyen truyen|kinh phi|kiem tra|khen thuong|che do|nhiem vu (?:chung|trong tam))[^:.;]{0,60}:\s+"
)
_LEADS = re.compile(
    r"(?:can cu|tren co so|de |ngay sau khi|sau khi|khi |trong qua trinh|qua trinh|dinh ky|hang |hang nam|nham"
    r"|theo (?!doi))"
)
_HOW_OFTEN = re.compile(r"(?:dinh ky )?(?:hang|moi) (?:tuan|thang|quy|nam),?\s+")
_WHOEVER = re.compile(
    r"(?<=[\s,])(?<!voi )(?<!cua )(?<!cho )(?<!cung )(?<!ve )"
    r"(?:cac|tung|moi) (?:co quan|don vi|ban|nganh|thon|phong|to chuc|hoi|doan the|truong|khoi|cum)"
)
_HEADS = re.compile(
    r"(?:truong(?! hop)|cac (?:truong|thon|lang|ban|ap|xom|khom|khu|to|chi|nganh|don vi|co quan|phong)|cong chuc|can bo"
    r"|van phong|tram|doanh nghiep|hieu truong|bi thu|ke toan|khoi)(?!\w)"
)
_IN_CHARGE = re.compile(r"\sphu trach\s")  # what somebody does where no other verb follows, else a part of his post
_SHARE = re.compile(r"\s(?:dat )?(?:tren |tu )?\d[\d.,]*\s*[%‰]")  # "Hội Nông dân 75%"
_LONGEST = 150


def organisation_at(text: str) -> str | None:
    """The member organisation a sentence begins with, as written: "Hội CCB phát động …" → "Hội CCB"; None for none."""
    bare = text.lstrip(" \t-–+•")
    if _VILLAGE_PROMISES.match(bare):
        return _subject(bare, _ANY)
    if _ACHIEVES.match(simple(bare)):
        return None
    return _subject(bare, _MEMBER)


def promises_at(text: str) -> str | None:
    """As :func:`organisation_at`, when the text says what it is to do: "Hội Nông dân 75%" says nothing of that."""
    name = organisation_at(text)
    rest = text.lstrip(" -–+•")[len(name) :] if name else ""
    return name if re.match(r"\s*:|\s+[^\W\d_]", rest) else None


def place_at(text: str) -> bool:
    """Whether a cell names one of the villages or quarters of the commune: "Thôn Đông", "Tổ dân phố số 3"."""
    return bool(_VILLAGE.fullmatch(simple(text).strip()))


def promiser_at(text: str) -> str | None:
    """Who a line of a list of commitments begins with: a member organisation, a village by its name, or an office
    before its colon."""
    bare = text.lstrip(" -–+•")
    if found := organisation_at(text):
        return found
    if _NAMED_VILLAGE.match(bare) or _OFFICE.match(simple(bare)):
        return _subject(bare, _ANY)
    return None


def promiser_of(heading: str) -> str | None:
    """As :func:`promiser_at`, for the heading above what is promised, which may be any office: "Trưởng các thôn"."""
    name = re.sub(r"^(?:Đối với|Về phía)\s+", "", heading).rstrip(" :.")
    return promiser_at(f"{name}:") or (name if _HEADS.match(simple(name)) else None)


def owner_at(text: str) -> str | None:
    """Who a sentence of the carrying-out part speaks to, as written, without "Giao", "Đề nghị"; None for nobody."""
    text = text.lstrip(" -–+•")
    folded = simple(text)
    topic = _TOPIC.match(folded)
    if topic and (of_rest := owner_at(text[topic.end() :])):
        return of_rest
    if asked := _asks(text):
        rest = text[asked.end() :]
        return _subject(rest, _ANY) or _subject(rest, re.compile(""))
    if addressed := _ADDRESSED.match(folded):
        return _subject(text[addressed.end() :], _ANY) or _subject(text, _ANY)
    if _LEADS.match(folded):
        return _after_lead(text, folded)
    return _subject(text, _ANY)


def asked_at(text: str) -> bool:
    """Whether a sentence asks somebody by name: "Giao Văn phòng …", "Đề nghị Ủy ban Mặt trận Tổ quốc …"."""
    return bool(_asks(text.lstrip(" -–+•")))


def _asks(text: str) -> re.Match[str] | None:
    """The words that ask somebody; "Giáo dục" asks nobody, though it reads "giao duc" without its marks."""
    found = _ASKS.match(simple(text))
    return found if found and "giáo" not in text[: found.end()].lower() else None


def _after_lead(text: str, folded: str) -> str | None:
    """Who comes after an opening such as "Căn cứ kế hoạch này, …" or "Định kỳ 6 tháng, năm các đơn vị …"."""
    if often := _HOW_OFTEN.match(folded):
        return owner_at(text[often.end() :]) or None
    after = re.search(r",\s+", text)
    helped = "phoi hop" in folded[: after.start()] if after else False
    if after and not helped and after.start() <= _LONGEST and (found := owner_at(text[after.end() :])):
        return found
    whoever = _WHOEVER.search(folded, 0, _LONGEST)
    return _subject(text[whoever.start() :], _ANY) if whoever else None


def until_verb(text: str) -> str:
    """The names a text begins with, up to what they are to do, their full stop or their colon."""
    folded = simple(text)
    ends = [len(text), *(found.start() for found in (_VERB.search(folded, 2), re.search(r"[.;:]", text)) if found)]
    return re.sub(r"\s+(?:và|để|trong)$", "", text[: min(ends)].strip(" ,")).strip(" ,")


def _subject(text: str, beginning: re.Pattern[str]) -> str | None:
    """The words up to the first verb, ":" or end, when they begin as given and are no longer than a name is."""
    folded = simple(text)
    if not beginning.match(folded):
        return None
    colon = text.find(":")
    ends = [found.start() for found in _VERB.finditer(folded) if found.start() >= 2][:1]
    ends += [colon] if colon > 0 else []
    ends += [found.start() for found in [_SHARE.search(folded)] if found]
    ends = ends or [found.start() for found in [_IN_CHARGE.search(folded)] if found]
    end = min(ends, default=len(text) if len(text) <= _LONGEST and not text.rstrip().endswith(".") else -1)
    name = text[:end].strip(" ,.;:-–") if end > 0 else ""
    return name if 2 <= len(name) <= _LONGEST else None
