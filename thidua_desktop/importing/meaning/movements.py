"""Movements (phong trào) and campaigns (cuộc vận động) that a plan names, and who launched them.

A name stands in quotation marks after "phong trào" or "cuộc vận động", or in a list that goes on from such a name;
without marks it is known by its words or by its capital. Quotation marks after "chủ đề", "mô hình", "quỹ" and the like
hold no movement, and "Học tập và làm theo … Hồ Chí Minh" is none.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from itertools import accumulate

from ...domain.plan.plans import Movement
from ...domain.vietnamese import CAPITAL, SMALL, fold
from ..patterns import masked, quotes, sentences, simple
from .movement_names import is_known, is_only_movement
from .organisations import organisation_at
from .target_tables import SEPARATOR

_TRIGGER = r"phong trao(?: thi dua)?|cuoc van dong"
_TRAP = (
    r"chu de|mo hinh|quy|tieu chi|danh hieu|khau hieu|phuong cham|tinh than|chuong trinh|de an|chi thi|nghi quyet"
    r"|ket luan"
    r"|cum dan cu|khu dan cu|tieu chuan|to|thang cao diem|ngay hoi|ke hoach|muc tieu|huong dan|bai|cuon|hoi thi"
    r"|giai|giai thuong"
    r"|huy chuong|bang khen|ky niem chuong|viec|cau lac bo|xay dung xa"
    r"|(?<!cua )(?<!trong )(?<!tai )(?<!toan )(?:xa|thon|don vi|chinh quyen|dang bo)"
    r"|guong|chuyen muc|thong diep|cuoc thi|nep song|tuan le|cong trinh|phan viec|tuyen duong|doan duong|duong dien"
    r"|tuyen pho|dien dan|loi day|loi keu goi|chu truong|du an|chuyen de|bai hat"
)
_KEYWORD = re.compile(rf"(?<!\w)(?:(?P<trigger>{_TRIGGER})|(?P<trap>{_TRAP}))(?!\w)")
_NUMBER_IN_LIST = re.compile(r"(?<=[;,])\s*\(?\d{1,2}[.)]\s*(?=[“\"«])")  # "“A”; 2. “B”" is one sentence
_LINK = re.compile(r"[\s,;]*(?:(?:va|nhu|gom|thi dua|hoac|dong thoi|cung)[\s,:;]*)*")
_NOT_ONE = re.compile(r"hoc tap(?: va)?,? lam theo.*ho chi minh|^hoc tap va lam theo tu tuong")
_ONLY_TIME = re.compile(r"\d+ (?:ngay(?: dem)?|tuan|thang|gio)")  # how long a đợt lasts names no movement
_LONGEST_LINK = 110
_CAPTION = re.compile(r"(?:cac )?phong trao(?: thi dua)?[^:;.“”\"]{0,60}$")
_HEAD = re.compile(r"(?:ten )?(?:cac )?phong trao(?: thi dua)?(?:, cuoc van dong)?|noi dung phong trao")
_LONGEST_LEAD = 300
_BEGINS_QUOTED = re.compile(r"\W*(?:[“\"«‘]|'')")
_LONGEST_NAME = 260
_BARE = re.compile(
    r"(?P<many>các\s+)?(?P<kind>phong trào"
    r"|cuộc vận động)(?P<emulate>\s+thi đua)?\s*(?P<colon>:?)\s+(?P<name>(?:(?!phong trào"
    r"|cuộc vận động)[^“”\"«»;.:()\ue001]){6,160}\ue001?)",
    re.IGNORECASE,
)
_NAME_END = re.compile(
    r"\s*,\s+(?:công tác|phong trào|cuộc vận động|thực hiện|góp phần|tạo|gắn|nhằm|trọng tâm|nâng cao|đẩy mạnh"
    r"|tuyên truyền|tích cực|tiếp tục|tổ chức|nhân rộng|duy trì)\b"
    r"|\s+(?:trong|trên|gắn với|gắn|do|của|và (?:các|phong|cuộc|phát|thực)|tại|năm 20|nhằm|góp phần|theo(?! gương)"
    r"|để (?!bảo vệ)|ở|với|bảo đảm|đã|được|giai đoạn|bằng)\b"
)
_BESIDE = re.compile(r"\bphát động[^;.]{0,80}\ue001\s*(?:,|và)\s*$", re.IGNORECASE)  # "phát động phong trào “A”, …"
_EMULATES = re.compile(  # "đợt thi đua cao điểm “60 ngày đêm vì thôn đẹp”", but not "chủ đề thi đua “…”"
    r"(?<!chu de )(?<!khau hieu )(?<!danh hieu )(?<!phuong cham )(?<!cum )(?<!khoi )(?<!co )(?<!ke hoach )"
    r"(?<!tieu chi )\bthi dua(?: cao diem| dac biet| chuyen de)?\s*:?\s*$"
)
_LISTED = re.compile(r"\b(?:phong trào|cuộc vận động)[^:;.\ue001]{0,40}:", re.IGNORECASE)
_SEGMENT = re.compile(r"\s*(?:\(?\d{1,2}[).]\s*|[-+]\s*)?(?P<name>[^;.:\ue001]{6,140})(?:[;.]|$)")
_TITLED = re.compile(r"\b(?:ve|ve viec|v/v)\s*$")
_LAUNCHED_BY = re.compile(r"do\s+(?P<who>[^;“”\"\ue001]{3,60}?)\s+(?:phát động|khởi xướng)", re.IGNORECASE)
_BY_IN_BRACKETS = re.compile(r"\s*\(\s*(?:do\s+)?(?P<who>[^()]{2,50}?)\s+(?:phát động|khởi xướng)\s*\)")
_NOBODY = (  # how a sentence begins that says not who launches
    r"tiếp tục|tổ chức|tham mưu|phối hợp|đẩy mạnh|tích cực|hưởng ứng|thực hiện|triển khai|chủ động|thường xuyên|việc|lễ"
    r"|đã|sau|trước|khi|để|năm|nhằm|căn cứ|trên|từ|ngay|các phong trào"
)
_LAUNCHERS = (
    re.compile(rf"{_LAUNCHED_BY.pattern}\s*(?:như|gồm|:|là)", re.IGNORECASE),
    re.compile(
        rf"(?:^|[-+;.]\s*)(?P<who>(?!(?:{_NOBODY})\b)[A-ZĐ][^,;:“”\".]{{1,60}}?)\s*[:,]?\s+(?:tiếp tục\s+)?phát động"
        r"(?:\s+và\s+\w+)?\s+(?:các\s+)?phong trào",
        re.IGNORECASE,
    ),
    re.compile(
        r"(?:^|[;.]\s+)(?P<who>(?:Hội|Đoàn|Công đoàn|Mặt trận|Ủy ban MTTQ|UBMTTQ|MTTQ|Liên đoàn)[^,;:“”\".]{0,50}?)"
        r"(?:\s+(?:với|tiếp tục|tổ chức|duy trì|có)|\s*:)\s+(?:các\s+)?(?:phong trào|cuộc vận động)"
    ),
    re.compile(r"phong trào(?: thi đua)?\s+của\s+(?P<who>[^,;:“”\"]{2,40}?)\s*(?:như|:|gồm|$)", re.IGNORECASE),
)


def movements(texts: Iterable[str]) -> tuple[Movement, ...]:
    """Every movement named in the texts, in order, each once; the launcher where the sentence says it.

    Items that begin with quotation marks below "Các phong trào …:" are movements too.
    """
    found: dict[str, Movement] = {}
    lead = ""
    texts = list(texts)
    in_table = _in_tables(texts)
    for text in texts:
        listed = bool(lead) and bool(_BEGINS_QUOTED.match(text))
        for movement in _in_text(f"{lead} {text}" if listed else text):
            key = " ".join(re.findall(r"\w+", fold(movement.name)))
            known = found.get(key)
            if known is None or (known.launcher is None and movement.launcher):
                found[key] = movement
        for name in in_table.get(text, ()):
            found.setdefault(" ".join(re.findall(r"\w+", fold(name))), Movement(name))
        lead = lead if listed else text if _leads(text) else ""
    return tuple(found.values())


def _in_tables(texts: list[str]) -> dict[str, list[str]]:
    """The names in the column "Phong trào" of a table, by the row they stand in."""
    out: dict[str, list[str]] = {}
    column: int | None = None
    for text in texts:
        cells = text.split(SEPARATOR)
        heads = [place for place, cell in enumerate(cells) if _HEAD.fullmatch(fold(cell))]
        if len(cells) < 2:
            column = None
        elif heads:
            column = heads[0]
        elif column is not None and column < len(cells) and len(cells[column].split()) >= 2:
            name = cells[column].strip(' “”".;,')
            out[text] = [name] if not _NOT_ONE.search(fold(name)) else []
    return out


def _leads(text: str) -> bool:
    """Whether a line names what stands below it: "Các phong trào do xã phát động:", "CÁC PHONG TRÀO THI ĐUA"."""
    folded = simple(text)
    heads = bool(_CAPTION.match(folded)) or (text.rstrip().endswith(":") and len(text) <= _LONGEST_LEAD)
    return heads and bool(_kind_before(folded))


def _in_text(text: str) -> list[Movement]:
    placed: list[tuple[int, Movement]] = []
    offset = 0
    text = _NUMBER_IN_LIST.sub(lambda found: " " * len(found[0]), text)
    for sentence in sentences(text):
        offset = text.find(sentence, offset)
        whole = _Sentence(sentence, of_movements=bool(re.search(_TRIGGER, simple(text))))
        placed += [(offset + at, movement) for at, movement in [*_quoted(whole), *_unquoted(whole)]]
        offset += len(sentence)
    return [movement for _, movement in sorted(placed, key=lambda pair: pair[0])]


class _Sentence:
    """A sentence with what is asked of it again and again: its quotations and who launches something in it."""

    def __init__(self, text: str, *, of_movements: bool) -> None:
        self.text = text
        self.quoted = quotes(text)
        self.hidden = masked(text, [(start, end) for start, end, _ in self.quoted])
        self.of_movements = of_movements
        said = sorted((found for pattern in _LAUNCHERS for found in pattern.finditer(text)), key=re.Match.start)
        self._said, self._ends = said, list(accumulate((found.end() for found in said), max))

    def launcher(self, start: int, end: int) -> str | None:
        """Who launched the movement named there: the nearest statement before it, else "do … phát động" after it."""
        before = self._said[bisect_right(self._ends, start) - 1] if self._said and self._ends[0] <= start else None
        if before:
            return str(before["who"]).strip(" -–+•")
        if bracket := _BY_IN_BRACKETS.match(self.text, end):
            return bracket["who"].strip()
        stop = self.hidden.find(";", end)
        after = _LAUNCHED_BY.search(self.hidden, end, len(self.hidden) if stop < 0 else stop)
        return after["who"].strip() if after else None


def _quoted(sentence: _Sentence) -> list[tuple[int, Movement]]:
    out: list[tuple[int, Movement]] = []
    last_end, kind, listing = 0, "", False
    for start, end, name in sentence.quoted:
        between = simple(sentence.text[last_end:start])
        new_kind = _kind_before(between)
        goes_on = listing and bool(_LINK.fullmatch(between))
        listing = bool(new_kind) or goes_on
        kind = new_kind or kind
        last_end = end
        words = fold(name)
        if not 4 < len(name) <= _LONGEST_NAME or _NOT_ONE.search(words) or _ONLY_TIME.fullmatch(words):
            continue
        if listing or _stands_for_one(sentence, between, name):
            called = kind if listing and kind else "phong trào"
            out.append((start, Movement(name.strip(" .,;"), sentence.launcher(start, end), called)))
    return out


def _stands_for_one(sentence: _Sentence, between: str, name: str) -> bool:
    """Whether a quotation that no "phong trào" leads to is one: what is done "thi đua", a name known all over the
    country, or what comes right after an organisation and ":" in a text that speaks of movements."""
    if _EMULATES.search(between):
        return True
    if is_only_movement(name):
        traps = (word for word in _KEYWORD.finditer(between) if word["trap"])
        return not any(_holds(between, trap, len(between)) for trap in traps) and not _TITLED.search(between)
    said = re.search(r"(?:^|[.;])\s*([^.;:]{3,60}):\s*$", between)
    return bool(said) and sentence.of_movements and organisation_at(f"{said[1].strip()}:") is not None  # type: ignore[index]


def _kind_before(context: str) -> str:
    """ "phong trào" or "cuộc vận động" when the words before a quotation mark lead to a movement, else ""."""
    words = list(_KEYWORD.finditer(context))
    triggers = [word for word in words if word["trigger"]]
    if not triggers:
        return ""
    trigger = triggers[-1]
    between = context[trigger.end() :]
    if ";" in between:
        return ""
    traps = [word for word in words if word["trap"] and word.start() >= trigger.end()]
    if any(_holds(context, trap, len(context)) for trap in traps) or len(between) > _LONGEST_LINK:
        return ""
    return "cuộc vận động" if trigger["trigger"].startswith("cuoc") else "phong trào"


def _holds(context: str, trap: re.Match[str], end: int) -> bool:
    """A trap word counts when it is the last noun before the mark: nothing but a few words stand between."""
    between = context[trap.end() : end]
    return len(between.split()) <= 3 and not re.search(r"phat dong|nhu\b", between)


def _unquoted(sentence: _Sentence) -> list[tuple[int, Movement]]:
    out: list[tuple[int, Movement]] = []
    for match in _BARE.finditer(sentence.hidden):
        name = _NAME_END.split(match["name"].rstrip("\ue001"))[0]
        name = re.sub(r"[\s,\-–]+(?:và)?[\s,\-–]*$", "", name.strip())
        if (match["emulate"] or "").strip().startswith("T"):  # "phong trào Thi đua Quyết thắng"
            name = f"{match['emulate'].strip()} {name}"
        many = bool(match["many"]) and not match["colon"]
        after_quote = match["name"].endswith("\ue001") and not _NAME_END.search(match["name"])
        beside = not after_quote and bool(match["emulate"]) and _BESIDE.search(sentence.hidden, 0, match.start())
        if not _is_name(name, many=many, after_quote=after_quote) and not (beside and _is_aim(name)):
            continue
        title = name[:1].upper() + name[1:]
        out.append(
            (
                match.start("name"),
                Movement(title, sentence.launcher(match.start("name"), match.end()), match["kind"].lower()),
            )
        )
    for start, segment in _known_in_list(sentence.hidden):
        name = segment[:1].upper() + segment[1:]
        if not any(movement.name == name for _, movement in out):
            out.append((start, Movement(name, sentence.launcher(start, start), "phong trào")))
    return out


def _known_in_list(text: str) -> Iterator[tuple[int, str]]:
    """Known names in a list without quotation marks: "5 phong trào: (1) Dạy tốt, học tốt; (2) …"."""
    listed = _LISTED.search(text)
    for found in _SEGMENT.finditer(text, listed.end()) if listed else ():
        if is_known(found["name"].strip()):
            yield found.start("name"), found["name"].strip(" .")


def _is_aim(name: str) -> bool:
    """Whether what is launched beside a quoted movement says what for: "phát triển vùng chè đặc sản"."""
    return 3 <= len(name.split()) <= 12 and not re.match(r"(yeu nuoc|cua|trong|nam|giua|cac)\b", fold(name))


def _is_name(name: str, *, many: bool, after_quote: bool) -> bool:
    key = re.sub(r"\s*[-–]\s*", " - ", fold(name))
    if many or len(name) < 6 or _NOT_ONE.search(key) or after_quote:
        return False
    if is_known(name):
        return True
    words = name.split()
    own = bool(re.match(rf"[{CAPITAL}][{SMALL}]", name)) and 3 <= len(words) <= 14
    return own and not re.match(
        r"(thi dua|nong thon|doan|hoi|cum|khoi|dang|nam|uy ban|ubnd|thu tuong|tinh|xa|phuong|cach mang)\b", key
    )
