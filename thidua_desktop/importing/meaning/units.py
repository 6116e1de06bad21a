"""Units of measure and count nouns after a figure, spelled out."""

from __future__ import annotations

import re

from ...domain.vietnamese import SMALL

_SPELLED = {
    "%": "%",
    "‰": "‰",
    "phần trăm": "%",
    "dn": "doanh nghiệp",
    "htx": "hợp tác xã",
    "thht": "tổ hợp tác",
    "tdp": "tổ dân phố",
    "clb": "câu lạc bộ",
    "kdc": "khu dân cư",
    "đ/c": "đồng chí",
    "lđ": "lao động",
    "nvh": "nhà văn hóa",
    "hs": "học sinh",
    "hsg": "học sinh giỏi",
    "sp": "sản phẩm",
    "đ": "đồng",
    "vnđ": "đồng",
    "vnd": "đồng",
    "tỷ": "tỷ đồng",
    "tỉ": "tỷ đồng",
    "triệu": "triệu đồng",
    "tr": "triệu đồng",
    "héc ta": "ha",
    "hecta": "ha",
    "m²": "m2",
    "m³": "m3",
}
_NOUNS = (
    "gia đình hội viên|gia đình|hộ gia đình|hộ dân tộc thiểu số|hộ dân tộc|hộ dân|hộ nghèo|hộ"
    "|doanh nghiệp|hợp tác xã|tổ hợp tác|tổ dân phố"
    "|tổ tự quản|tổ"
    "|khu dân cư|cụm dân cư|khu phố|thôn|làng|bản|ấp|khóm|xóm|xã|phường|cơ quan|đơn vị|trường học|trường|lớp học|lớp"
    "|câu lạc bộ|chi bộ|chi hội|chi đoàn|đảng viên|đoàn viên|hội viên|cán bộ|công chức|viên chức|người dân|lao động"
    "|người"
    "|lượt người|lượt|học sinh|thanh niên|tân binh|cháu|cá nhân|tập thể|điển hình tiên tiến|điển hình|mô hình"
    "|sáng kiến|giải pháp"
    "|đề tài|công trình|dự án|tiêu chí|chỉ tiêu|danh hiệu|sản phẩm|hồ sơ|thủ tục|tuyến đường|tuyến|căn nhà|ngôi nhà"
    "|nhà|căn|vườn"
    "|đơn vị máu|buổi|cuộc|hội nghị|lần|đợt|bài|tin|suất quà|suất|phần quà|cây xanh|cây|con|đàn|chiếc|bộ|cơ sở"
    "|trang trại|điểm"
    "|lễ hội|di tích|vụ|phiếu|giường bệnh|giường|bác sĩ|giấy khen|bằng khen|huy chương|tháng|ngày công"
    "|tin, bài|tin bài|đồng chí|bé trai|bé gái|thuê bao|phòng học|thùng rác|phần việc"
    "|phụ nữ|nông dân|cựu chiến binh|quần chúng|giáo dân|đội viên|đội|đoạn đường|cây cầu|tuyến hẻm|tuyến phố"
    "|nhà vệ sinh|hố rác|camera|thẻ|tủ sách|xe đạp|sổ tiết kiệm|suất học bổng|lớp tập huấn|bồn hoa"
    "|dân quân tự vệ|dân quân|ngày chủ nhật tình nguyện|ngày chủ nhật xanh|ngày chủ nhật|ngày thứ bảy tình nguyện"
    "|giáo viên|dòng họ|nhà văn hóa|trường hợp|hội thi|học bổng|bóng đèn|tuổi"
)
COUNT_NOUNS = "|".join(sorted(_NOUNS.split("|"), key=len, reverse=True))
_MEASURES = "ha|héc ta|hecta|tấn|tạ|kg|km|m2|m²|m3|m³|m|lít|kwh|mw"
_MONEY = (
    r"(?:nghìn\s+|ngàn\s+)?(?:tỷ|tỉ)(?:\s*đồng|\s*\.?\s*đ(?![^\W\d_])\.?)?|triệu(?:\s*đồng|\s*\.?\s*đ(?![^\W\d_])\.?)"
    r"|tr\.?\s*đ(?:ồng)?(?![^\W\d_])|triệu(?=\s*(?:[,.;:)/]|$|trở))|(?:nghìn|ngàn)\s*đồng"
    r"|đồng(?![^\W\d_]|\s*chí)|vnđ|vnd|đ(?![^\W\d_]|/c)"
)
_HUNDREDS = "nghìn|ngàn|vạn|triệu"  # "25 nghìn lượt"
_PER = (  # "/ha", "/vạn dân", "/100 bé gái"
    r"\s*/\s*(?:(?:1(?:0{1,2}|[.]?000|0[.]?000|00[.]?000)|vạn|nghìn)\s+)?(?:bé gái|phụ nữ|hội viên|đoàn viên|[^\W\d_]+)"
)
_NO_UNIT = (
    r"và|hoặc|trên|trở|đến|tới|trong|là|của|năm|ngày|thì|so|với|theo|được|có|tại|ở|cho|do|để|như|khi|về|từ"
    r"|bằng|trước|sau"
    r"|giao|nhiệm|khâu|cuối|đầu|các|đã|sẽ|không|chiếm|tăng|giảm|còn|tương"
)
_ABBREVIATIONS = "DN|HTX|THT|TDP|CLB|KDC|NVH|LĐ|HSG|HS|SP|[đĐ]/c"

UNIT = re.compile(
    rf"\s*(?:(?P<sign>%|‰|phần\s+trăm)|(?P<money>{_MONEY})"
    rf"|(?P<measure>(?:(?:{_HUNDREDS})\s+)?(?:{_MEASURES})(?![^\W\d_]))"
    rf"|(?P<short>(?-i:{_ABBREVIATIONS})(?!\w))|(?P<noun>(?:(?:{_HUNDREDS})\s+)?(?:{COUNT_NOUNS})(?![^\W\d_]))"
    rf"|[“\"](?P<quoted>(?:{COUNT_NOUNS})(?![^\W\d_])|[^\W\d_]+)|(?P<other>(?!(?:{_NO_UNIT})(?!\w))(?-i:[{SMALL}]+)))"
    rf"(?P<per>(?:{_PER})*)",
    re.IGNORECASE,
)
_TIMES = ("năm", "quý", "tháng")  # "11%/năm" is a pace, "95%/kế hoạch" a share
_PER_WORDS = re.compile(r"\s*/\s*")


def unit_of(found: re.Match[str]) -> str:
    """The unit spelled out: "tỷ.đ." → "tỷ đồng", "DN" → "doanh nghiệp", "tạ / ha" → "tạ/ha"."""
    per = _PER_WORDS.sub("/", found["per"] or "")
    if found["money"]:
        return _money(found["money"]) + per
    word = next(found[k] for k in ("sign", "measure", "short", "noun", "quoted", "other") if found[k])
    word = " ".join(word.lower().split())
    return _SPELLED.get(word, word) + (per if not found["sign"] or per[1:] in _TIMES else "")


def _money(text: str) -> str:
    word = (
        " ".join(re.sub(r"[.\s]*đ(?:ồng)?\.?$", "", text.lower()).split()).replace("tỉ", "tỷ").replace("ngàn", "nghìn")
    )
    if word in ("", "vn"):
        return "đồng"
    return "triệu đồng" if word.startswith("tr") and "triệu" not in word else f"{word} đồng"
