"""Numbers in office prose that are no figures of a target: years, dates, document and criterion numbers, ages, school
classes, "5 không, 3 sạch", stars of a product, last year's results and places ("tại 6 thôn")."""

from __future__ import annotations

import re

from ..patterns import masked, quotes

NUMBER = r"\d{1,3}(?:\.\d{3})+(?:,\d+)?|\d+(?:[.,]\d+)?"

_ORDINALS = (
    r"lớp|thứ|khóa|khoá|kỳ|điều|khoản|quý|tháng|quận|phường|tổ|thôn|ấp|khu|khối|khóm|xóm|hạng|đợt|số|mức độ"
    r"|vùng|bậc"
    r"|quốc lộ|tỉnh lộ|đề án|nghị quyết|chỉ thị|quyết định|nghị định|tiêu chí|mẫu|phụ lục|biểu"
    r"|công điện|ngày|trung ương|cụm|thông tư|luật|hướng dẫn(?=\s*\d+\s*[-/])|kết luận"
    r"|tdp|tổ dân phố|khu phố|kỳ họp thứ|mũi"
)
_SLOGAN = (
    r"không|sạch|có|gương mẫu|tự giác|an toàn|tốt|nhất|dám|điều|biết|trực tiếp|tại chỗ|rõ|xung kích|sẵn sàng|phải|cửa"
    r"|chữ vàng|phẩm chất|trụ cột|(?:tăng|giảm)(?=\s*(?:[,;”\"\d]|$|trong\b))"
    r"|cấp(?=\s*(?:[,;.)]|$)|\s+(?:đi|vận|hoạt|mới|là)\b)"
)
_HIDDEN = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        r"\(\s*(?:\d+ tháng|cùng kỳ|năm trước|hiện (?:nay|có)|đã)\b[^()]*\)",
        r"\bngày\s+\d{1,2}(?:\s*[/.-]\s*\d{1,2})?(?:\s*[/.-]\s*\d{4})?|\btháng\s+\d{1,2}(?:\s*[/-]\s*\d{4})?",
        r"\d{1,2}\s*/\s*\d{1,2}\s*/\s*\d{4}|\b\d{1,2}/\d{4}\b",
        r"\(\s*\d{1,2}\s*/\s*\d{1,2}\s*\)|\b\d{1,2}/\d{1,2}(?=\s*(?:[,.;)]|$|và\b|-|–))",
        r"\b(?:năm|giai đoạn|nhiệm kỳ|khóa)\s*(?:19|20)\d\d(?:\s*[-–]\s*(?:19|20)\d\d)?",
        r"(?<![\d.,])(?:19|20)\d\d\s*[-–]\s*(?:19|20)\d\d",
        r"(?<![\d.,])(?:19|20)\d\d(?=\s*(?:[,.;:)]|$))",
        r"\b(?<!dân )(?<!tổng )(?<!chỉ )(?<!đa )số\s*:?\s*\d+(?:\s*[/-]\s*[\w./-]+|\.\d+)?(?!\s*[%‰]|[.,]?\d)",
        r"\bchỉ tiêu\s+\d+\.\d+",
        r"\b\d+[-/](?:\d{4}/)?[A-ZĐ][\w/-]*",
        rf"\b(?<!mỗi )(?<!từng )(?:{_ORDINALS})\s*\d+(?:\.\d+)*(?:\s*(?:,|và)\s*\d+(?!\s*[%‰]|\d*[.,]?\d*\s*[^\W\d_]))*"
        r"(?!\d*\s*[%‰]|[.,]\d+\s*[%‰])",
        r"\b(?:cấp|loại)\s*[1-5](?![\d.,]*\d|\s*[%‰])",
        r"(?:\b(?:từ|dưới|trên|đủ|đến))?\s*(?<![\d,.])(?<!bình )(?<!đạt )(?<!đạt trên )\d+"
        r"(?:\s*(?:-|–|đến|tới)\s*(?:dưới\s*)?\d+)?\s*tuổi",  # but a life's length is one: "tuổi thọ đạt 74 tuổi"
        r"\b(?:tại|ở|thuộc|địa bàn|trong|của|giữa)\s+\d+(?:/\d+)?\s+"
        r"(?!(?:tỷ|tỉ|triệu|tr|nghìn|ngàn|đồng|ha|tấn|tạ|kg|k?m[23²³]?|lượt|con|lao động)(?!\w))(?=[^\W\d_])",
        rf"\b\d+\s+(?:{_SLOGAN})(?!\w)",
        r"\bđạt\s+\d+\s+tiêu chí\s+(?:của\s+)?(?:cuộc vận động|phong trào)\b",
        r"\b(?:nhóm|tốp|top)\s+\d+(?=\s)",  # a rank: "nhóm 5 xã dẫn đầu"
        r"\b24\s*/\s*(?:24|7)\b|\b\d+\s*(?:tháng|ngày|giờ|phút)\b(?!\s*(?:công|chủ nhật|thứ bảy)\b)",
        r"\b\d+\s*năm\s+(?:ngày|thành lập|liên tục|liền|đầu|cuối|qua|tới|sau)",
        r"(?:\b(?:đạt|từ|hạng|chuẩn)\s+){0,2}(?<![\d.,])0?\d\s*(?:(?:-|–|đến|và)\s*0?\d\s*)?sao\b(?:\s+trở lên)?",
        r"\b(?:lúa|đất|ruộng|màu|cấy|canh tác)\s+\d\s+vụ\b|\b\d\s+(?:vụ\s+)?lúa\b",
        r"\b(?:trên|mỗi|/)\s*(?:0?1|một)\s*(?:ha|đơn vị|sào)\b",  # "thu nhập trên 1 ha"
        r"\b(?:trên )?cả\s+\d+\s+(?:tiêu chí|mặt|nội dung|cấp|lĩnh vực|chỉ số)\b",
        r"\bđủ\s+\d+\s+(?:công trình|loại|mũi|bước|nội dung|điều kiện|yếu tố|tiêu chuẩn|tiêu chí)\b",
        r"\b(?:có\s+(?:chiều\s+)?|chiều\s+)(?:dài|rộng|cao|sâu|công suất)\s+(?:từ|trên|dưới|tối thiểu)\s+"
        r"\d+(?:[.,]\d+)?(?:\s*(?:k?m|CV)\b)?(?:\s+trở lên)?",
        r"\b(?:tàu|thuyền)(?: [^\W\d_]+){0,3} (?:từ|trên|dưới) \d+(?:[.,]\d+)?\s*(?:m|CV|mã lực)\b(?:\s+trở lên)?",
        r"\bkhám thai[^,;.\d]{0,25}\d+\s+lần(?:\s+trở lên)?|\b\d+\s+(?:loại|mũi)\s+vắc[ -]?xin",
        r"\bcó thu nhập\s+(?:từ|trên)\s+\d[\d.,]*\s*(?:triệu|tr\.?)(?:\s*đồng)?(?:/\w+)*",
        r"\bkết quả\s+\d+(?:/\d+)?(?=[^,;.]{0,40}\bđã\b)",
        r"\b\d{1,2}\s*h\s*\d{0,2}\b|\b(?:bóng đá|bóng chuyền|bóng rổ)\s+\d+\s+người|\b[1-4]/[2-5]\s+số\b",
        r"\b(?:chương trình|dự án|quy định)\s+\d+[a-z]?(?=\s*(?:[,;)]|\.(?!\d)|$|(?:của|thuộc|và|về)\b))",
        r"\bhọc\s+\d\s+buổi(?:\s*/\s*ngày)?",
    )
)
_EARLIER = re.compile(
    r"(?<!so với )(?<!cùng kỳ )\bnăm\s+(20\d\d)(?!\s*[-–])"
    r"|(?<!so với )\b(?:thực hiện|kết quả|ước)(?:\s+đạt)?\s+(20\d\d)\b",
    re.IGNORECASE,
)
_EARLIER_END = re.compile(r"[;,)](?!\d)|\b(?:phấn đấu|lên|xuống|năm 20\d\d|kế hoạch)\b", re.IGNORECASE)
_OPENS = re.compile(r"(?:^|[.;]\s)\W*$")  # "Năm 2025, toàn xã có 3 hộ thoát nghèo. …"
_SENTENCE_END = re.compile(r"[.;](?!\d)|\b(?:phấn đấu|kế hoạch năm|năm 20\d\d)\b", re.IGNORECASE)
_WAS = re.compile(r"\bnăm\s+(?P<year>20\d\d)\s*(?P<was>\([^()]*\d[^()]*\))", re.IGNORECASE)  # "so với năm 2025 (1,2%)"
_COMPARED = re.compile(r"\b(?:so với|so|bằng|hơn)\s+(?:thực hiện|kết quả|cùng kỳ|ước thực hiện)\s*$", re.IGNORECASE)
_RISE = re.compile(
    rf"\btừ\s+(?:{NUMBER})(?:(?!trở)[^;,.\d]){{0,20}}(?:năm\s+20\d\d\s*)?(?=\s*(?:lên|xuống)\b)", re.IGNORECASE
)
_SLASH = re.compile(
    rf"(?P<unit>[^\W\d_]+|%)\s*/\s*(?P<whole>(?:{NUMBER})\s*(?P=unit)(?!\w))(?P<given>[^,;.()]{{0,40}}\bgiao\b)?",
    re.IGNORECASE,
)


def without_other_numbers(text: str, year: int | None) -> str:
    """The text with everything overwritten that holds a number which is no figure; every position stays.

    ``year`` is the plan's: what stands there of earlier years is overwritten too.
    """
    earlier = earlier_years(text, year)
    text = masked(text, [(start, end) for start, end, _ in quotes(text)])
    text = _SLASH.sub(_apart, text)
    for pattern in _HIDDEN:
        text = pattern.sub(lambda found: "\ue001" * len(found[0]), text)
    return masked(text, [found.span() for found in _RISE.finditer(text)] + earlier)


def _apart(found: re.Match[str]) -> str:
    """ "45 ha/40 ha tỉnh giao" is two figures, "5,2 km/5,2 km" one of its whole."""
    if found["given"]:
        return found[0].replace("/", " ", 1)
    return found["unit"] + "\ue001" * (len(found[0]) - len(found["unit"]))


def earlier_years(text: str, year: int | None) -> list[tuple[int, int]]:
    """What follows "năm 2023" up to the end of its clause, when the plan is of 2024."""
    spans = [
        (found.start("was"), found.end())
        for found in _WAS.finditer(text)
        if year is not None and int(found["year"]) < year
    ]
    for found in _EARLIER.finditer(text):
        compared = _COMPARED.search(text, max(0, found.start() - 40), found.start())
        if year is not None and int(found[1] or found[2]) < year and not compared:
            opens = _OPENS.search(text, 0, found.start()) and text[found.end() : found.end() + 1] == ","
            end = (_SENTENCE_END if opens else _EARLIER_END).search(text, found.end())
            spans.append((found.start(), end.start() if end else len(text)))
    return spans
