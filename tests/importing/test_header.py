"""What the block above the title says: who issues the paper, its number, place and day."""

from __future__ import annotations

import pytest

from thidua_desktop.domain.plan.plans import PartialDate
from thidua_desktop.importing.layout.header import HeaderFields, header_fields

STATE = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc"
DAY = "Ví Dụ, ngày 15 tháng 01 năm 2026"
ISSUERS = [
    ("ỦY BAN NHÂN DÂN\nXÃ VÍ DỤ", "Ủy ban nhân dân xã Ví Dụ"),
    ("UBND HUYỆN THÍ ĐIỂM\nUBND XÃ VÍ DỤ", "Ủy ban nhân dân xã Ví Dụ"),
    ("UBND THÀNH PHỐ THÍ ĐIỂM\nUBND PHƯỜNG TRẦN HƯNG MẪU", "Ủy ban nhân dân phường Trần Hưng Mẫu"),
    ("ỦY BAN NHẨN DÂN CỘNG HÒA XÃ HỘI CHÚ NGHĨA VIỆT NAM\nXẢ VÍ DỤ Độc lập - Tự đo - Hạnh phúc", "Ủy ban nhân dân xã Ví Dụ"),
    ("UBND xã Ví Dụ", "Ủy ban nhân dân xã Ví Dụ"),
    ("UỶ BAN NHÂN DÂNĐẶC KHU HÒN MẪU", "Ủy ban nhân dân đặc khu Hòn Mẫu"),
    ("ỦY BAN NHÂN DÂN\nPHƯỜNG 1", "Ủy ban nhân dân phường 1"),
    ("ỦY BAN NHÂN DÂN\nXÃ ĐĂK MẪU - THÍ", "Ủy ban nhân dân xã Đăk Mẫu - Thí"),
    ("HĐND XÃ VÍ DỤ", "Hội đồng nhân dân xã Ví Dụ"),
    ("ĐẢNG BỘ TỈNH MẪU\nĐẢNG ỦY XÃ VÍ DỤ\n*", "Đảng ủy xã Ví Dụ"),
    ("ỦY BAN MTTQ VIỆT NAM XÃ VÍ DỤ\nBAN THƯỜNG TRỰC", "ỦY BAN MTTQ VIỆT NAM XÃ VÍ DỤ"),
    ("UBND XÃ VÍ DỤ\nBAN CHỈ ĐẠO PHONG TRÀO THI ĐUA", "Ủy ban nhân dân xã Ví Dụ"),
]  # fmt: skip


@pytest.mark.parametrize(("lines", "issuer"), ISSUERS, ids=[lines for lines, _ in ISSUERS])
def test_the_issuer(lines: str, issuer: str) -> None:
    assert header_fields(f"{lines}\nSố: 7/KH-UBND\n{STATE}\n{DAY}".split("\n")).issuer == issuer


COUNCILS = [
    "UBND XÃ VÍ DỤ\nHỘI ĐỒNG TĐ-KT\nSố: 1/KH-HĐTĐKT",
    "UBND XÃ VÍ DỤ\nHĐ THI ĐUA KHEN THƯỞNG\nSố 1/KH-HĐ",
    "UBND XÃ VÍ DỤHỘI ĐỒNG THI ĐUA - KHEN THƯỞNGSố: 1/KH-HĐTĐKT",
    "UBND XÃ VÍ DỤ HỘI ĐỒNG THI ĐUA - KHEN THƯỞNG Số: 1/KH-HĐTĐKT",
    "UBND HUYỆN THÍ ĐIỂM\nHỘI ĐỒNG TĐKT XÃ VÍ DỤ\nSố: 1/HD-HĐTĐKT",
]


@pytest.mark.parametrize("lines", COUNCILS)
def test_the_council_issues_what_bears_its_letters(lines: str) -> None:
    assert header_fields([*lines.split("\n"), DAY]).issuer == "Hội đồng Thi đua - Khen thưởng xã Ví Dụ"


SYMBOLS = [
    ("Số: 07/KH-UBND", "KH-UBND", 7),
    ("Số: 07 /KH- UBND", "KH-UBND", 7),
    ("Số 07/KH–UBND", "KH-UBND", 7),
    ("Số: 07/2026/KH-UBND", "KH-UBND", 7),
    ("Số: 22a/KH-UBND", "KH-UBND", 22),
    ("Số: 01/KH-UBND-VH", "KH-UBND-VH", 1),
    ("Số: 15/KHPĐ-UBND", "KHPĐ-UBND", 15),
    ("Số: 07/KHTĐ", "KHTĐ", 7),
    ("Số: 07/CTr-UBND\tĐộc lập - Tự do - Hạnh phúc", "CTr-UBND", 7),
    ("Số 12-CTr/ĐU", "CTr/ĐU", 12),
    ("Số: 07/KH.UBND", "KH.UBND", 7),
    ("Số 12-KH/ĐU", "KH/ĐU", 12),
    ("Số:    /KH-UBND", "KH-UBND", None),
    ("Số: ……/PĐ-UBND", "PĐ-UBND", None),
    ("Số: 9", None, 9),
    ("Số:", None, None),
    ("Số: 07/KH-UBNDVí Dụ, ngày 15 tháng 01 năm 2026", "KH-UBND", 7),
    ("Số: 07/KH-UBND Ví Dụ, ngày 15 tháng 01 năm 2026", "KH-UBND", 7),
]  # fmt: skip


@pytest.mark.parametrize(("line", "symbol", "number"), SYMBOLS, ids=[line for line, *_ in SYMBOLS])
def test_number_and_symbol(line: str, symbol: str | None, number: int | None) -> None:
    fields = header_fields(["ỦY BAN NHÂN DÂN XÃ VÍ DỤ", line])
    assert (fields.symbol, fields.number) == (symbol, number)


DAYS = [
    (DAY, "Ví Dụ", (15, 1, 2026)),
    ("Ví Dụ, ngày    tháng    năm 2026", "Ví Dụ", (None, None, 2026)),
    ("Ví Dụ, ngày … tháng 01 năm 2026", "Ví Dụ", (None, 1, 2026)),
    ("Ví Dụ, ngày 15-01-2026", "Ví Dụ", (15, 1, 2026)),
    ("Ví Dụ, ngày     /01/2026", "Ví Dụ", (None, 1, 2026)),
    ("Xã Ví Dụ, Ngày 5 Tháng 1 Năm 2026", "Xã Ví Dụ", (5, 1, 2026)),
    ("Ví Dụ,\nngày 15\ntháng 01 năm 2026", "Ví Dụ", (15, 1, 2026)),
    ("ngày 15 tháng 01 năm 2026", None, (15, 1, 2026)),
    ("Đơn vị: UBND xã Ví Dụ\nNgày 15 tháng 01 năm 2026", None, (15, 1, 2026)),
    ("(Ban hành kèm theo Quyết định ngày 05 tháng 01 năm 2026)", None, (None, None, None)),
    ("Ngày 20/01/2026 08:15:00", None, (None, None, None)),
]  # fmt: skip


@pytest.mark.parametrize(("lines", "place", "day"), DAYS, ids=[lines for lines, *_ in DAYS])
def test_place_and_day(lines: str, place: str | None, day: tuple[int | None, int | None, int | None]) -> None:
    fields = header_fields(lines.split("\n"))
    assert (fields.place, fields.date) == (place, PartialDate(*day))


def test_a_launch_has_place_and_day_above_the_signature() -> None:
    fields = header_fields(["ỦY BAN NHÂN DÂN XÃ VÍ DỤ"], "", ["Trên đây là lời phát động.", DAY])
    assert fields == HeaderFields("Ủy ban nhân dân xã Ví Dụ", None, None, "Ví Dụ", PartialDate(15, 1, 2026))
