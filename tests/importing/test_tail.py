"""Recipients and signature, in every form offices set them."""

from __future__ import annotations

import pytest

from tests.importing.plan_texts import HEADER, TITLE, read_text
from thidua_desktop.domain.plan.plans import Plan, PlanSigner
from thidua_desktop.importing.plan_json import reading_json

ABOVE = "I. MỤC ĐÍCH\nĐộng viên.\nII. TỔ CHỨC THỰC HIỆN\n1. Các thôn thực hiện.\nTrên đây là kế hoạch của xã Ví Dụ./."
RECEIVING = "Nơi nhận:\n- UBND huyện (b/c);\n- Các thôn (t/h);\n- Lưu: VT."
SIGNED = "TM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH\nNguyễn Văn Mẫu"


def plan_with(foot: str) -> Plan:
    return read_text(f"{HEADER}\n{TITLE}\n{ABOVE}\n{foot}").plan


SIGNATURES = [
    (SIGNED, "TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH", "Nguyễn Văn Mẫu"),
    ("TM.UBND XÃ VÍ DỤ\nKT.CHỦ TỊCH\nPHÓ CHỦ TỊCH\nNguyễn Văn Mẫu", "TM.UBND XÃ VÍ DỤ\nKT.CHỦ TỊCH", "PHÓ CHỦ TỊCH", "Nguyễn Văn Mẫu"),
    ("TM. UBND XÃKT. CHỦ TỊCHPHÓ CHỦ TỊCHNguyễn Văn Mẫu", "TM. UBND XÃ\nKT. CHỦ TỊCH", "PHÓ CHỦ TỊCH", "Nguyễn Văn Mẫu"),
    ("TM. ỦY BAN NHÂN DÂN KT. CHỦ TỊCH PHÓ CHỦ TỊCH\nNguyễn Văn Mẫu", "TM. ỦY BAN NHÂN DÂN\nKT. CHỦ TỊCH", "PHÓ CHỦ TỊCH", "Nguyễn Văn Mẫu"),
    ("T/M ỦY BAN NHÂN DÂN\nCHỦ TỊCH\nTrương Văn Mẫu", "T/M ỦY BAN NHÂN DÂN", "CHỦ TỊCH", "Trương Văn Mẫu"),
    ("TM ỦY BAN NHÂN DÂN\nCHỦ TỊCH\nNGUYỄN XUÂN TRƯỜNG", "TM ỦY BAN NHÂN DÂN", "CHỦ TỊCH", "NGUYỄN XUÂN TRƯỜNG"),
    ("TM. HỘI ĐỒNG\nCHỦ TỊCH HỘI ĐỒNG\nCHỦ TỊCH UBND XÃ\nLê Thị Mẫu", "TM. HỘI ĐỒNG\nCHỦ TỊCH HỘI ĐỒNG", "CHỦ TỊCH UBND XÃ", "Lê Thị Mẫu"),
    ("T/M ĐẢNG ỦY\nBÍ THƯ\nLê Thị Mẫu", "T/M ĐẢNG ỦY", "BÍ THƯ", "Lê Thị Mẫu"),
    ("CHỦ TỊCH UBND XÃ\n\n\n\nLê Thị Mẫu", None, "CHỦ TỊCH UBND XÃ", "Lê Thị Mẫu"),
    ("Chủ tịch\nLê Thị Mẫu", None, "Chủ tịch", "Lê Thị Mẫu"),
    ("TM. ỦY BAN NHÂN DÂN\nChủ tịch\nLê Thị Mẫu", "TM. ỦY BAN NHÂN DÂN", "Chủ tịch", "Lê Thị Mẫu"),
    ("TM. ỦY BAN NHÂN DÂNQ. CHỦ TỊCHLê Thị Mẫu", "TM. ỦY BAN NHÂN DÂN", "Q. CHỦ TỊCH", "Lê Thị Mẫu"),
    ("QUYỀN CHỦ TỊCH\nLê Thị Mẫu", None, "QUYỀN CHỦ TỊCH", "Lê Thị Mẫu"),
    ("TUQ. CHỦ TỊCH\nTRƯỞNG PHÒNG VĂN HÓA - XÃ HỘI\nLê Thị Mẫu", "TUQ. CHỦ TỊCH", "TRƯỞNG PHÒNG VĂN HÓA - XÃ HỘI", "Lê Thị Mẫu"),
    ("TM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH\n(Chữ ký số)\nThS. Lê Thị Mẫu", "TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH", "ThS. Lê Thị Mẫu"),
    ("TM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH\nH’ Bia Mẫu Niê", "TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH", "H’ Bia Mẫu Niê"),
    ("TM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH", "TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH", None),
    ("TM. ỦY BAN NHÂN DÂN CHỦ TỊCH Nguyễn Văn Mẫu", "TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH", "Nguyễn Văn Mẫu"),
]  # fmt: skip


@pytest.mark.parametrize("first", ["nơi nhận trước", "chữ ký trước"])
@pytest.mark.parametrize(
    ("text", "authority", "title", "name"), SIGNATURES, ids=[text.replace("\n", " / ") for text, *_ in SIGNATURES]
)
def test_the_signer(text: str, authority: str | None, title: str, name: str | None, first: str) -> None:
    foot = f"{RECEIVING}\n{text}" if first == "nơi nhận trước" else f"{text}\n{RECEIVING}"
    plan = plan_with(foot)
    assert plan.signer == PlanSigner(authority, title, name)
    assert [r.name for r in plan.recipients] == ["UBND huyện", "Các thôn", "Lưu: VT"]
    assert [p.text for p in plan.closing] == ABOVE.split("\n")[-1:]


RECIPIENTS = [
    ("- TT Đảng ủy; TT HĐND xã; Lưu: VT.", [("TT Đảng ủy", None), ("TT HĐND xã", None), ("Lưu: VT", None)]),
    ("\n- TT Đảng ủy; TT HĐND xã (b/c);\n- 9 thôn;\n- Lưu: VT.", [("TT Đảng ủy; TT HĐND xã", "b/c"), ("9 thôn", None), ("Lưu: VT", None)]),
    ("- UBND huyện - Đảng ủy xã - Lưu VT", [("UBND huyện", None), ("Đảng ủy xã", None), ("Lưu VT", None)]),
    ("- UBND huyện(b/c)- Đảng ủy xã- Lưu VT", [("UBND huyện", "b/c"), ("Đảng ủy xã", None), ("Lưu VT", None)]),
    ("- UBND huyện;- Hội đồng Thi đua - Khen thưởng huyện;- Lưu: VT (02b).",
     [("UBND huyện", None), ("Hội đồng Thi đua - Khen thưởng huyện", None), ("Lưu: VT (02b)", None)]),
    ("\nUBND huyện\nĐảng ủy, HĐND xã\nLưu VT", [("UBND huyện", None), ("Đảng ủy, HĐND xã", None), ("Lưu VT", None)]),
    ("\n- UBND huyện (để báo cáo)\n- Lưu VT", [("UBND huyện", "để báo cáo"), ("Lưu VT", None)]),
    ("\n- UBND huyện; (b/c)\n- Các thôn; (t/h)\n- Lưu: VT.", [("UBND huyện", "b/c"), ("Các thôn", "t/h"), ("Lưu: VT", None)]),
    ("UBND huyện, Đảng ủy, các thôn, lưu VP.", [("UBND huyện", None), ("Đảng ủy", None), ("các thôn", None), ("lưu VP", None)]),
    ("\n+ UBND huyện;\n• Các thôn;\n+ Lưu: VT.", [("UBND huyện", None), ("Các thôn", None), ("Lưu: VT", None)]),
    ("\n- Các đồng chí ủy viên\nBan Chấp hành;\n- Lưu: VT.", [("Các đồng chí ủy viên Ban Chấp hành", None), ("Lưu: VT", None)]),
    ("\n- Như Điều 3;\n- Lưu.", [("Như Điều 3", None), ("Lưu", None)]),
    ("Như trên", [("Như trên", None)]),
]  # fmt: skip


@pytest.mark.parametrize("label", ["Nơi nhận: ", "NƠI NHẬN:", "* Nơi nhận : ", "Nơi gửi: ", "Noi nhân: "])
@pytest.mark.parametrize(("text", "expected"), RECIPIENTS, ids=[text.replace("\n", " / ") for text, _ in RECIPIENTS])
def test_the_recipients(text: str, expected: list[tuple[str, str | None]], label: str) -> None:
    plan = plan_with(f"{label}{text}\n{SIGNED}")
    assert [(r.name, r.suffix) for r in plan.recipients] == expected
    assert plan.signer.name == "Nguyễn Văn Mẫu"


def test_recipients_and_signature_glued_into_one_line() -> None:
    plan = plan_with("Nơi nhận:- UBND huyện (b/c);- Lưu: VT.TM. ỦY BAN NHÂN DÂNCHỦ TỊCHNguyễn Văn Mẫu")
    assert [r.name for r in plan.recipients] == ["UBND huyện", "Lưu: VT"]
    assert plan.signer == PlanSigner("TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH", "Nguyễn Văn Mẫu")


def test_a_post_with_its_name_glued_to_it_does_not_go_on_with_a_long_line_of_recipients() -> None:
    broken = "\n".join(
        f"- Việc thứ {one} của các thôn làm theo kế hoạch chung của xã,\ncó kiểm tra hằng quý." for one in range(6)
    )
    names = "- UBND tỉnh (b/c);- Đảng ủy xã;- Các thôn;- Lưu: VT."
    plan = read_text(
        f"{HEADER}\n{TITLE}\n{ABOVE.replace('II.', broken + chr(10) + 'II.')}\nNơi nhận:{names}\nCHỦ TỊCHLê Thị Mẫu"
    ).plan
    assert plan.signer == PlanSigner(None, "CHỦ TỊCH", "Lê Thị Mẫu")
    assert [r.name for r in plan.recipients] == ["UBND tỉnh", "Đảng ủy xã", "Các thôn", "Lưu: VT"]


def test_what_a_page_has_below_a_signature_is_not_read_into_its_name() -> None:
    glued = "TM. ỦY BAN NHÂN DÂN XÃKT. CHỦ TỊCHPHÓ CHỦ TỊCH(Đã ký)Nguyễn Thị Bích Mẫu\nTải tệp đính kèm: KH_07.pdf"
    wrapped = "Các thôn, cơ quan, đơn vị trên địa bàn xã triển khai\nkịp thời, hiệu quả.\n" * 6
    plan = plan_with(f"{RECEIVING}\n{glued}\nCác tin khác:").signer
    assert plan == PlanSigner("TM. ỦY BAN NHÂN DÂN XÃ\nKT. CHỦ TỊCH", "PHÓ CHỦ TỊCH", "Nguyễn Thị Bích Mẫu")
    broken = read_text(f"{HEADER}\n{TITLE}\nI. MỤC ĐÍCH\n{wrapped}{RECEIVING}\n{glued}\nCác tin khác:").plan
    assert broken.signer == plan
    assert [p.text for p in broken.closing] == ["Tải tệp đính kèm: KH_07.pdf", "Các tin khác:"]


def test_place_and_day_above_the_signature_are_those_of_the_paper() -> None:
    plan = read_text(f"{TITLE}\n{ABOVE}\n{RECEIVING}\nVí Dụ, ngày 15 tháng 01 năm 2026\n{SIGNED}").plan
    assert (plan.place, plan.date.day, plan.signer.name) == ("Ví Dụ", 15, "Nguyễn Văn Mẫu")
    assert plan.closing[-1].text == "Ví Dụ, ngày 15 tháng 01 năm 2026"


def test_an_appendix_below_the_signature_is_a_section_and_what_a_web_page_leaves_is_none() -> None:
    plan = plan_with(f"{RECEIVING}\n{SIGNED}\nLượt xem: 12\nPHỤ LỤC\n1. Thu ngân sách: 5 tỷ đồng.")
    assert [s.heading for s in plan.sections] == ["MỤC ĐÍCH", "TỔ CHỨC THỰC HIỆN", "PHỤ LỤC"]
    assert [p.text for p in plan.closing] == [ABOVE.split("\n")[-1], "Lượt xem: 12"]


def test_what_the_plan_leaves_out_closes_what_is_printed_of_it() -> None:
    signed = SIGNED.replace("CHỦ TỊCH", "CHỦ TỊCH\n(Đã ký)")
    reading = read_text(f"{HEADER}\n{TITLE}\n{ABOVE.replace('1. ', '2' + chr(10) + '1. ')}\n3\n{RECEIVING}\n{signed}")
    assert reading_json(reading)["closing"] == [ABOVE.split("\n")[-1], "(Đã ký)", "2", "3"]
    assert [p.text for p in reading.plan.closing] == ABOVE.split("\n")[-1:]
    sent = read_text(f"{HEADER}\n{TITLE}\n{ABOVE}\n{RECEIVING.replace('nhận', 'gửi')}\n{SIGNED}")
    assert reading_json(sent)["closing"] == [ABOVE.split("\n")[-1], "Nơi gửi"]
