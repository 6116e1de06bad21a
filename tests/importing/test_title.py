"""Where the title stands, what kind of paper it names, how far its subject goes, and the year."""

from __future__ import annotations

import pytest

from tests.importing.plan_texts import HEADER, read_text
from thidua_desktop.importing.layout.title import emulation_year

BELOW = "Căn cứ Luật Mẫu;\nỦy ban nhân dân xã Ví Dụ xây dựng kế hoạch như sau:\nI. MỤC ĐÍCH\nĐộng viên."
TITLES = [
    ("KẾ HOẠCH\nPhát động phong trào thi đua\nnăm 2026", "KẾ HOẠCH", "Phát động phong trào thi đua năm 2026"),
    ("KẾ HOẠCH\nPHÁT ĐỘNG PHONG TRÀO THI ĐUA\nNĂM 2026", "KẾ HOẠCH", "PHÁT ĐỘNG PHONG TRÀO THI ĐUA NĂM 2026"),
    ("KẾ HOẠCH PHÁT ĐỘNG THI ĐUA NĂM 2026", "KẾ HOẠCH", "PHÁT ĐỘNG THI ĐUA NĂM 2026"),
    ("KẾ HOẠCHPhát động thi đua năm 2026", "KẾ HOẠCH", "Phát động thi đua năm 2026"),
    ("KẾ HOẠCH PHÁT ĐỘNG\nPhong trào thi đua năm 2026", "KẾ HOẠCH", "PHÁT ĐỘNG Phong trào thi đua năm 2026"),
    ("KẾ HOẠCH:\nPhát động thi đua năm 2026", "KẾ HOẠCH", "Phát động thi đua năm 2026"),
    ("KẾ HOẠCH\n-----\nPhát động thi đua năm 2026\n----------", "KẾ HOẠCH", "Phát động thi đua năm 2026"),
    ("Kế hoạch\nPhát động thi đua năm 2026", "KẾ HOẠCH", "Phát động thi đua năm 2026"),
    ("Kế hoạch phát động thi đua năm 2026", "KẾ HOẠCH", "phát động thi đua năm 2026"),
    ("KẾ HOẠCH\nV/v phát động thi đua năm 2026", "KẾ HOẠCH", "V/v phát động thi đua năm 2026"),
    ("KẾ HOẠCH\nPhát động thi đua mừng Ngày thành lập Đảng\nCộng sản Việt Nam", "KẾ HOẠCH",
     "Phát động thi đua mừng Ngày thành lập Đảng Cộng sản Việt Nam"),
    ("KÉ HOẠCH\nPhát động thi đua năm 2026", "KẾ HOẠCH", "Phát động thi đua năm 2026"),
    ("PHÁT ĐỘNG\nPhong trào thi đua năm 2026", "PHÁT ĐỘNG", "Phong trào thi đua năm 2026"),
    ("PHÁT ĐỘNG THI ĐUA\nThực hiện nhiệm vụ năm 2026", "PHÁT ĐỘNG", "THI ĐUA Thực hiện nhiệm vụ năm 2026"),
    ("BẢN PHÁT ĐỘNG\nPhong trào thi đua năm 2026", "BẢN PHÁT ĐỘNG", "Phong trào thi đua năm 2026"),
    ("THƯ KÊU GỌI\nHưởng ứng thi đua năm 2026", "THƯ KÊU GỌI", "Hưởng ứng thi đua năm 2026"),
    ("LỜI KÊU GỌI THI ĐUA NĂM 2026", "LỜI KÊU GỌI", "THI ĐUA NĂM 2026"),
    ("HƯỚNG DẪN\nTổ chức thi đua năm 2026", "HƯỚNG DẪN", "Tổ chức thi đua năm 2026"),
    ("CHƯƠNG TRÌNH CÔNG TÁC\nThi đua, khen thưởng năm 2026", "CHƯƠNG TRÌNH", "CÔNG TÁC Thi đua, khen thưởng năm 2026"),
    ("CHỈ THỊ\nVề việc phát động thi đua năm 2026", "CHỈ THỊ", "Về việc phát động thi đua năm 2026"),
]  # fmt: skip


@pytest.mark.parametrize("header", [HEADER + "\n", ""], ids=["có đầu văn bản", "không có"])
@pytest.mark.parametrize(("title", "kind", "subject"), TITLES, ids=[title for title, *_ in TITLES])
def test_kind_and_subject(title: str, kind: str, subject: str, header: str) -> None:
    plan = read_text(f"{header}{title}\n{BELOW}").plan
    assert (plan.doc_type, plan.title) == (kind, subject)
    assert [p.text for p in plan.preamble] == BELOW.split("\n")[:2]
    assert len(plan.header) == (6 if header else 0)


ANNEXED = "(Ban hành kèm theo Quyết định số 12/QĐ-UBND ngày 05/01/2026 của UBND xã Ví Dụ)"


@pytest.mark.parametrize(
    "title",
    [f"KẾ HOẠCH\nThi đua năm 2026\n{ANNEXED}", f"KẾ HOẠCH\n{ANNEXED}\nThi đua năm 2026"],
    ids=["dưới trích yếu", "trên trích yếu"],
)
def test_what_a_plan_is_annexed_to_is_no_part_of_its_subject(title: str) -> None:
    plan = read_text(f"{HEADER}\n{title}\n{BELOW}").plan
    assert plan.title == "Thi đua năm 2026"
    assert plan.preamble[0].text == ANNEXED
    assert plan.number == 7


@pytest.mark.parametrize("line", ["Kính gửi: Các thôn, các cơ quan, đơn vị.", "Kính thưa toàn thể Nhân dân trong xã!"])
def test_whom_a_paper_addresses_is_no_part_of_its_subject(line: str) -> None:
    plan = read_text(f"{HEADER}\nPHÁT ĐỘNG\nThi đua năm 2026\n{line}\n{BELOW}").plan
    assert plan.title == "Thi đua năm 2026"
    assert plan.preamble[0].text == line


def test_the_title_of_a_web_page_above_the_header_is_not_that_of_the_paper() -> None:
    plan = read_text(f"Trang chủ\nKẾ HOẠCH Phát động thi đua\n{HEADER}\nKẾ HOẠCH\nThi đua năm 2026\n{BELOW}").plan
    assert plan.title == "Thi đua năm 2026"
    assert plan.header[:2] == ("Trang chủ", "KẾ HOẠCH Phát động thi đua")


YEARS = [
    ("Phát động thi đua năm 2026", 2025, "năm 2025, năm 2025", 2026),
    ("Tổng kết năm 2025 và phát động thi đua năm 2026", 2025, "", 2026),
    ("Phong trào giai đoạn 2026 - 2030", 2027, "", 2027),
    ("Phát động thi đua", 2025, "Năm 2026 là năm đầu; nhiệm vụ năm 2026.", 2026),
    ("Phát động thi đua", 2026, "Kết quả năm 2025 là cơ sở.", 2026),
    ("Đợt thi đua 90 ngày đêm", None, "từ năm 2021; từ ngày 01/10/2025 đến ngày 29/12/2025", 2025),
    ("Phát động thi đua", None, "Nghị định số 152/2025/NĐ-CP", None),
    ("Phát động thi đua", None, "Luật Mẫu ngày 26/11/2003; Nghị định số 1 ngày 2 tháng 3 năm 2025 của Chính phủ", None),
]  # fmt: skip


@pytest.mark.parametrize(("subject", "dated", "text", "year"), YEARS, ids=[f"{s} | {t[:30]}" for s, _, t, _ in YEARS])
def test_the_year(subject: str, dated: int | None, text: str, year: int | None) -> None:
    assert emulation_year(subject, dated, text) == year
