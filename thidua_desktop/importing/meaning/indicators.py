"""What a figure is of, as a name that stands alone in a table: "Xây dựng mô hình phân loại rác", "Hộ có điện".

The words before the figure are the name when they are said to reach it ("… đạt 95%", "…: 12 ha"); a verb before it
takes what is counted after it ("Giúp 12 hộ phụ nữ thoát nghèo"); a figure at the head is of what follows it.
"""

from __future__ import annotations

import re

from ..patterns import split_outside
from .figures import ASSIGNED, PLAN_OF, Figure
from .other_numbers import NUMBER

GOES_ON = re.compile(
    r"\s*(?:tỷ lệ\s+(?:đạt\s*)?\d|(?:đạt|chiếm|tương|trong đó|so với|tăng|giảm|còn|vượt|bằng(?! cấp| khen|,)|đến|trong"
    r"|và\s+vượt|phấn đấu|năm|cuối năm|riêng|thị xã|thành phố|huyện|tỉnh|xã(?! nông thôn| an toàn)|phường|HĐND|UBND"
    r"|trung ương|cấp trên|Đảng ủy|nghị quyết|thị trấn|là|từ|khoảng|trên(?! địa bàn)|dưới|ít nhất|tối thiểu|tối đa"
    r"|theo)(?!\w))",
    re.IGNORECASE,
)
_REACHES = (
    r"(?:duy trì (?:ổn định )?)?ở mức|đạt và vượt|và vượt|đạt|chiếm|là|còn|xuống còn|được|tăng lên|(?<!trở )lên"
    r"|(?<!trở )xuống|(?<!mặt )bằng|dự kiến"
)
_SIGNS = (
    r"phấn đấu|kéo giảm|giảm|tăng(?! thêm)|từ|(?<!cấp )trên|dưới|hơn|gần|khoảng|ước|xấp xỉ|vượt|ít nhất|tối thiểu"
    r"|tối đa|không quá|không dưới|không vượt(?: quá)?|không thấp hơn|tỷ lệ"
)
_ENDING = re.compile(
    rf"(?:(?<!\w)(?:{_REACHES}|{_SIGNS}|có|theo|(?:do\s+)?{ASSIGNED}(?:\s+tổng)?|{PLAN_OF}|từ\s+(?:{NUMBER})[^,;:.\d(]{{0,25}}(?:\([^()]*\))?"
    r"|(?:kế hoạch\s+|trong\s+)?(?<!cuối )(?<!hết )(?<!đến )năm 20\d\d)"
    r"|[\s,:;.\-–≥≤<>=])$",
    re.IGNORECASE,
)
_REACHED = re.compile(rf"(?<!\w)(?:{_REACHES}|giảm|tăng)(?!\w)|:", re.IGNORECASE)
_LEAD_IN = re.compile(
    r"^(?:(?:ngoài (?:ra|[^,:]{3,40}(?=,))|phấn đấu|(?:trước|đến) ngày [\d/.]+|trong năm|đến (?:hết |cuối )?năm"
    r"|năm 20\d\d|20\d\d|toàn (?:xã|phường|thị trấn|đặc khu|thôn)|có|đạt)(?!\w)[\s,:]*)+",
    re.IGNORECASE,
)
_BEYOND = re.compile(r"^ngoài (?:ra|[^,:]{3,40})(?:,\s*|$)(?:toàn xã\s+)?(?:phấn đấu(?!\w)\s*:?\s*)?", re.IGNORECASE)
_PAST = re.compile(
    r"\s*\((?:(?:so với )?năm|thực hiện|kết quả|ước)[^()]*\)"
    r"|\bnăm 20\d\d[^,;:()]{0,20}\b(?:đạt|là)\s[^;()]*?\d[^,;()]*[,;]\s+"
    r"|\b(?:thực hiện|kết quả|ước(?: thực hiện)?)\s+năm 20\d\d[^;()]*?\d[^,;()]*[,;]\s+"
    r"|^\W*so với (?:cùng kỳ )?(?:năm 20\d\d|năm trước),\s+",
    re.IGNORECASE,
)
_ONLY_VERB = re.compile(
    r"(?:kết quả|kiềm chế|kéo giảm|thực hiện|tiếp tục|phấn đấu|tập trung|đảm bảo|bảo đảm|xã|phường|thị trấn|đặc khu)$",
    re.IGNORECASE,
)
_RISES = re.compile(r"\btăng(?:\s+(?:trên|từ|thêm|ít nhất|tối thiểu|khoảng|bình quân))?\s*$", re.IGNORECASE)
_COUNTED = re.compile(rf"(?:{NUMBER})(?:\s*/\s*\d+)?(?:\s*(?:-|–|đến|tới)\s*(?:{NUMBER}))?\s*")
_MEASURE = re.compile(
    r"%|‰|(?:phần trăm|(?:nghìn |ngàn )?t[ỷỉ]|triệu|nghìn|ngàn|tr|vnđ|đ|đồng|ha|héc ta|hecta"
    r"|tấn|tạ|kg|k?m[23²³]?|lít|kwh|mw)(?!\w)",
    re.IGNORECASE,
)
_TAKES_OBJECT = re.compile(
    r"\b(?:giúp|cho|xây|dựng|mới|thành lập|hỗ trợ|trồng|tổ chức|kết nạp|phát triển|giải quyết|tạo|vận động|hoàn thành"
    r"|giữ vững|duy trì|thu hút|huy động|đào tạo|sửa chữa|xóa|tặng|mở|công nhận|bồi dưỡng|nhân rộng|giới thiệu"
    r"|làm|thêm|giúp đỡ|đỡ đầu|cải tạo|lắp đặt|lắp|xây|sửa|cấp|tiêm|trao|đón|bố trí|thu gom|bê tông hóa|cứng hóa"
    r"|chất lượng)$",
    re.IGNORECASE,
)
_QUALIFIES = re.compile(r"đạt (?:chuẩn|danh hiệu|tiêu chuẩn|tiêu chí|loại|giải|hạng|OCOP)\b")  # what is counted
_HAS = re.compile(r"(?<!\w)có(?!\w)[^,;:]*$")
_BARE_TOTAL = re.compile(r"\btổng số$", re.IGNORECASE)
_IN_BETWEEN = re.compile(  # "100% thôn (9/9 thôn) đạt chuẩn", "95% số hộ trở lên đạt chuẩn"
    r"(?:\s*\([^()]*\)|\s+trở lên)(?=\s+(?:đạt|được|giữ|có|tham gia)\s)"
)
_GETS = re.compile(r"\s*được(?!\w)")  # "xây dựng được 02 mô hình"
_TIMES = ("lần", "lượt")
_TOPIC_WORDS = 4  # "Y tế:", "Văn hóa - xã hội:" name a field; a longer head, or one of these words, names the figure
_LONG_TOPIC = 12
_TOPIC = re.compile(r"(?:thi đua|về|lĩnh vực|công tác|nội dung|nhiệm vụ)\s", re.IGNORECASE)
_NO_TOPIC = re.compile(r"(?:tỷ lệ|tỉ lệ|số|tổng|diện tích|sản lượng|mức|tốc độ|hộ|thôn)(?!\w)", re.IGNORECASE)
SAYS = re.compile(
    r"\b(?:đạt|được|có|tham gia|hoàn thành|giữ|thực hiện|đăng ký|sử dụng|dùng|thoát|đến|tổ chức|ký|phát động|hưởng ứng"
    r"|chấp hành|phân loại|xây dựng|tiêm|giải quyết)\b"
)
_BEGINS_ANEW = re.compile(rf"(?!đến )(?:{SAYS.pattern})|đến (?:cuối|hết|năm|ngày)\b")
_PAIRED = re.compile(r"\s(?:thôn|làng|cơ quan|ấp|bản)$")  # "danh hiệu thôn, bản văn hóa"
_LONGEST_NOUN = 5
_LONGEST = 120
_LONGEST_ENDING = 60
_FEWEST_WORDS = 3


def indicator(text: str, figure: Figure) -> str:
    """The name of what ``figure`` is of in the clause ``text``; the whole clause when nothing in it is a name."""
    pieces = re.split(r":(?=\s|$)", _PAST.sub("", text[: figure.start]))
    stripped = [_without_end(piece) for piece in pieces]
    own = next((index for index in reversed(range(len(pieces))) if len(stripped[index]) >= 2), -1)
    before = stripped[own] if own >= 0 else ""
    counted, more = _after(text, figure)
    if (
        not before
        or (_ONLY_VERB.match(before) and (more or counted))
        or (own < len(pieces) - 1 and more and _is_topic(before))
    ):
        return _named(_together(counted, more) or text)
    reach = text[text.rfind(before, 0, figure.start) + len(before) : figure.start]
    more = "" if (GOES_ON.match(more) and not _QUALIFIES.match(more)) or counted in _TIMES else more
    if counted and _HAS.search(reach) and is_count(figure.value.unit):
        return _named(f"{before} có {_together(counted, more)}")
    if counted and _BARE_TOTAL.search(before):
        return _named(f"{before} {counted}")
    takes = more or (counted and counted not in _TIMES and _TAKES_OBJECT.search(before))
    gets = bool(takes) and bool(_GETS.match(reach)) and is_count(figure.value.unit)
    if not takes or (_REACHED.search(reach) and not gets):
        rises = _RISES.search(reach) and not re.search(r"\btăng\b", before, re.IGNORECASE)
        return _named(_last_clause(before) + (" tăng" if rises else ""))
    return _named(f"{_last_clause(before)} {_together(counted, more)}")


def says_what(words: str) -> str:
    """The words without an opening that says nothing of what is to be reached: "Ngoài các chỉ tiêu trên, phấn đấu"."""
    return _BEYOND.sub("", words).strip()


def is_count(unit: str) -> bool:
    """Whether a unit counts things ("hộ", "mô hình") and does not measure ("%", "ha", "tỷ đồng") or say how often."""
    return bool(unit) and not _MEASURE.match(unit) and unit.split("/")[0] not in _TIMES


def _without_end(words: str) -> str:
    """The words before a figure without "đạt", "không quá", "tỉnh giao" and without an opening such as "Phấn đấu"."""
    words = re.sub(r"\s*\([^()]*$", "", words)
    while found := _ENDING.search(words, max(0, len(words) - _LONGEST_ENDING)):
        words = words[: found.start()]
    return _LEAD_IN.sub("", words.strip(" ,;.-–+•")).strip(" ,;.-–")


def _after(text: str, figure: Figure) -> tuple[str, str]:
    """What the figure counts (nothing for a measure) and the words that go on from it to the end of their clause."""
    own = _COUNTED.sub("", text[figure.start : figure.end], count=1)
    counted = "" if _MEASURE.match(own) else re.sub(r"\s*/.*", "", own).strip('“" ')
    rest = _IN_BETWEEN.sub("", re.sub(r"^\s*(?:trở lên|trở xuống)\b", "", text[figure.end :]), count=1)
    if not counted and re.match(r"\s*,", rest):
        return "", ""
    subject = _subject(counted + rest)
    return counted, subject if "," in subject[: len(counted) + 1] else subject[len(counted) :].strip()


def _together(counted: str, more: str) -> str:
    """ "trường học" and "trạm y tế đạt chuẩn" stood on both sides of a comma."""
    return more if counted and re.match(rf"{re.escape(counted)}(?!\w)", more) else f"{counted} {more}".strip()


def _subject(rest: str) -> str:
    """The words up to the first comma, over it while no verb was there: "trường học, trạm y tế đạt …"."""
    whole = re.split(r"[;:(]|\.(?:\s|$)|\s+so với\b|(?<! sao)\s+trở lên\b", rest)[0]
    parts = split_outside(whole, r",\s(?!\d+ (?:sạch|không|có|tốt|giảm)\b)")
    verb = next((place for place, part in enumerate(parts) if SAYS.search(part)), 0)
    listed = parts[1 : verb + 1]
    if any(re.search(r"\d", part) or _BEGINS_ANEW.match(part) for part in listed) or any(
        len(part.split()) > _LONGEST_NOUN for part in listed[:-1]
    ):
        verb = 0
    out = parts[: verb + 1]
    out += _single_words(parts[verb + 1 :])
    if len(out) == verb + 1 < len(parts) and _PAIRED.search(out[-1]) and not re.search(r"\d", parts[verb + 1]):
        out.append(parts[verb + 1])
    return ", ".join(out).strip(" .,–-")


def _single_words(parts: list[str]) -> list[str]:
    """The parts that go on with a list of single words, its last one with what is said of all: "xanh, sạch, đẹp";
    "rau, củ, quả theo tiêu chuẩn"."""
    out: list[str] = []
    for part in parts:
        last = len(part.split()) > 1 or not part.isalpha()
        said = SAYS.search(part) or GOES_ON.match(part) or re.search(r"\d", part)
        if last and (not out or said or len(part.split()) > _LONGEST_NOUN + 1):
            break
        out.append(part)
        if last:
            break
    return out


def _is_topic(words: str) -> bool:
    count = len(re.findall(r"\w+", words))
    return (count <= _TOPIC_WORDS and not _NO_TOPIC.match(words)) or (
        count <= _LONG_TOPIC and bool(_TOPIC.match(words))
    )


def _last_clause(words: str) -> str:
    """The last clause of a long statement, which is the one the figure belongs to."""
    if len(words) <= _LONGEST:
        return words
    last = split_outside(words, r"[,.;]\s")[-1]
    return last if len(last.split()) >= _FEWEST_WORDS else words


def _named(words: str) -> str:
    words = " ".join(words.split()).strip(" ,:;.-–")
    if words.count("“") != words.count("”") or words.count('"') % 2:
        words = words.strip('“”"')
    words = words.rstrip(") ") if words.count(")") > words.count("(") else words
    return words[:1].upper() + words[1:]
