"""Typing slips are pointed at with the word that was meant; right words, names and loanwords are let stand."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.domain.checking.clean_plans import YEARLY
from tests.domain.checking.repairing import repaired_line
from thidua_desktop.domain.checking import CheckRules, check_plan
from thidua_desktop.domain.richtext import plain


@pytest.fixture
def slips(rules: CheckRules):
    def run(line: str) -> list[tuple[str, str]]:
        plan = replace(YEARLY, closing=(plain(line),))
        found = [finding for finding in check_plan(plan, (), rules, (line,)) if finding.code == "TYPO"]
        return [(finding.quote, repaired_line(line, finding.edits)) for finding in found]

    return run


@pytest.mark.parametrize(
    ("line", "quote", "right"),
    [
        ("báo cáo kết quả thực hiên giao ước", "thực hiên", "báo cáo kết quả thực hiện giao ước"),
        ("áp dụng tiên bộ khoa học", "tiên bộ", "áp dụng tiến bộ khoa học"),
        ("khai thác đất sản có của địa phương", "sản có", "khai thác đất sẵn có của địa phương"),
        ("bà con tham ra phong trào", "tham ra", "bà con tham gia phong trào"),
        ("tập chung chỉ đạo", "tập chung", "tập trung chỉ đạo"),
        ("bổ xung nhiệm vụ", "bổ xung", "bổ sung nhiệm vụ"),
        ("đạt thành tích suất sắc", "suất sắc", "đạt thành tích xuất sắc"),
        ("chất lượng giáo giục", "giáo giục", "chất lượng giáo dục"),
        ("II. NỘI DUNG, YÊU CÀU", "YÊU CÀU", "II. NỘI DUNG, YÊU CẦU"),
        ("V. TỎ CHỨC THỰC HIỆN", "TỎ CHỨC THỰC HIỆN", "V. TỔ CHỨC THỰC HIỆN"),
        ("Tram y tế xã", "Tram y tế", "Trạm y tế xã"),
        ("phong trào “Vi an ninh Tổ quốc”", "Vi an ninh Tổ quốc", "phong trào “Vì an ninh Tổ quốc”"),
        ("nguồn nhân lưc địa phương", "lưc địa", "nguồn nhân lưc địa phương"),
        ("vận động quỷ khuyến học của xã", "quỷ khuyến học", "vận động quỹ khuyến học của xã"),
        ("không trông chờ, ỷ nại cấp trên", "ỷ nại", "không trông chờ, ỷ lại cấp trên"),
        ("các nghành, các cấp", "các nghành", "các nghành, các cấp"),
        ("đươc biểu dương", "đươc biểu", "đươc biểu dương"),
        ("giúp 10 hộ thoát nghéo.", "thoát nghéo", "giúp 10 hộ thoát nghéo."),
        ("Đảng bộ các cẩp.", "các cẩp", "Đảng bộ các cẩp."),
        ("chủ đề cũa năm", "cũa năm", "chủ đề cũa năm"),
        ("đạt 78 triệu đổng trở lên", "triệu đổng", "đạt 78 triệu đồng trở lên"),
        ("đat 96%", "đat", "đat 96%"),
        ("chào mừng địa hội Đảng bộ xã", "địa hội", "chào mừng đại hội Đảng bộ xã"),
        ("tổng kêt phong trào", "tổng kêt", "tổng kết phong trào"),
        ("tổ chức phongtrào thi đua", "phongtrào", "tổ chức phong trào thi đua"),
        ("xây dựng chính đồn Đảng", "chính đồn", "xây dựng chính đồn Đảng"),  # two marks: the clerk decides
    ],
)
def test_a_slip_is_found_and_repaired_where_it_is_sure(slips, line: str, quote: str, right: str) -> None:
    assert slips(line) == [(quote, right)]


@pytest.mark.parametrize(
    "line",
    [
        "có quan hệ chặt chẽ; hằng quý định kỳ báo cáo; tài sản có giá trị; bắt đầu từ tháng 3; công ăn việc làm",
        "bán hàng tại chợ; hòa hợp; nhà hai tầng; địa bàn, đài hoa; tuổi hai mươi",
        "chi tiêu tiết kiệm, chỉ tiêu giao; cộng tác viên, công tác viên; nói đi đôi với làm; hội nghị hợp bàn",
        "hoà giải ở cơ sở, thuỷ lợi nội đồng, khoẻ mạnh, uỷ ban, quý I, kỹ năng, giặt giũ, giếng nước, quốc gia",
        "ăngten, bêtông, ximăng, internet, video clip, camera, ki-lô-mét, a-xít, pin mặt trời, rađiô, crôm",
        "người Xtiêng, Đắk Lắk, Krông Păk, H’Mông, Y Bhin Niê, buôn Kô Siêr; thôn Plei Pông",
        "trồng nấm rơm, trưởng bản vận động bà con, muối iốt, diện tích 12 m², 3 km², thi đua năm",
        "UBND HUYỆN VÍ DỤ ĐƯỜNGUBND XÃ VÍ DỤ, TRƯỞNG KHU DÂNKT",
        "đ/c Bí thư, TTg, km2, NĐ-CP, KT-XH, tr.đ, v.v.",
    ],
)
def test_right_words_are_let_stand(slips, line: str) -> None:
    assert slips(line) == []


def test_the_same_slip_is_told_once_and_repaired_everywhere(slips) -> None:
    assert slips("thực hiên tốt, thực hiên nghiêm") == [("thực hiên", "thực hiện tốt, thực hiện nghiêm")]


def test_words_of_both_tables_are_syllables_themselves(rules: CheckRules) -> None:
    words = (*rules.compounds.words, *rules.compounds.others, *rules.compounds.phrases)
    assert [word for word in words for part in word.split() if not rules.syllables.has(part)] == []
    assert {len(phrase.split()) for phrase in rules.compounds.phrases} >= {3, 4}
    assert min(rules.compounds.phrase_lengths) == 3
