"""Tasks of the carrying-out part: whose they are, who helps, by when."""

from __future__ import annotations

import pytest

from tests.importing.plan_texts import read_text
from thidua_desktop.domain.plan.plans import Plan, Task


def plan_with(body: str) -> Plan:
    return read_text(f"KẾ HOẠCH\nThi đua năm 2026\n{body}").plan


OWNERS = [
    ("Giao: Văn phòng; Văn hóa - Xã hội; Tài chính tham mưu thực hiện.", "Văn phòng; Văn hóa - Xã hội; Tài chính"),
    ("UBND xã giao cho công chức Văn hóa - Xã hội theo dõi.", "công chức Văn hóa - Xã hội"),
    ("Ủy ban nhân dân xã yêu cầu các ngành, các thôn nghiêm túc thực hiện.", "các ngành, các thôn"),
    ("Công tác tuyên truyền: Giao Ban Văn hóa - Thông tin xã phổ biến.", "Ban Văn hóa - Thông tin xã"),
    ("Các ông (bà): Trưởng các ngành, Trưởng thôn chịu trách nhiệm.", "Trưởng các ngành, Trưởng thôn"),
    ("Trách nhiệm của Công an xã: giữ gìn trật tự.", "Công an xã"),
    ("Đ/c Chủ tịch Hội Nông dân chủ trì phát động.", "Đ/c Chủ tịch Hội Nông dân"),
    ("Bí thư chi bộ, trưởng thôn vận động Nhân dân.", "Bí thư chi bộ, trưởng thôn"),
    ("Ngay sau khi nhận kế hoạch, đề nghị các trường học đăng ký.", "các trường học"),
    ("Định kỳ 6 tháng, năm các đơn vị báo cáo kết quả.", "các đơn vị"),
    ("Xã đội, Công an xã: tổ chức lực lượng.", "Xã đội, Công an xã"),
    ("Cán bộ Nông - Lâm nghiệp phụ trách các chỉ tiêu 1, 2.", "Cán bộ Nông - Lâm nghiệp"),
    ("Công chức Tài chính phụ trách kinh phí khen thưởng.", "Công chức Tài chính"),
    ("Công chức phụ trách thi đua tham mưu kế hoạch.", "Công chức phụ trách thi đua"),
    ("Trưởng Đài Truyền thanh viết bài về gương tốt.", "Trưởng Đài Truyền thanh"),
    ("Các thành viên Hội đồng theo lĩnh vực phụ trách chỉ đạo.", "Các thành viên Hội đồng"),
    ("Giao Trưởng Đài truyền thanh mở chuyên mục mới.", "Trưởng Đài truyền thanh"),
    ("Các đồng chí ủy viên phụ trách thôn chỉ đạo.", "Các đồng chí ủy viên phụ trách thôn"),
    ("Lực lượng Công an nâng cao cảnh giác.", "Lực lượng Công an"),
    ("Hàng quý UBND xã kiểm tra, sơ kết.", "UBND xã"),
    ("Trung tâm Dịch vụ tổng hợp xã tuyên truyền.", "Trung tâm Dịch vụ tổng hợp xã"),
    ("Các thành viên Ban Chỉ đạo theo nhiệm vụ được phân công.", "Các thành viên Ban Chỉ đạo"),
    ("Ban quản lý chợ kiểm tra.", "Ban quản lý chợ"),
    ("Theo dõi, đôn đốc các cơ quan, đơn vị thực hiện kế hoạch.", None),
    ("Tập thể, cá nhân có thành tích được khen.", None),
    ("Căn cứ nhu cầu để phối hợp với các phòng, ngành có liên quan tập huấn.", None),
    ("Trường hợp có khó khăn, các đơn vị phản ánh.", None),
    ("Chỉ thị số 04-CT/TU ngày 28/5/2021 về tăng cường sự lãnh đạo của các cấp ủy.", None),
]


@pytest.mark.parametrize(("text", "owner"), OWNERS, ids=[text for text, _ in OWNERS])
def test_whose_a_task_is(text: str, owner: str | None) -> None:
    assert [t.assignee for t in plan_with(f"I. TỔ CHỨC THỰC HIỆN\n- {text}").tasks] == [owner]


def test_each_who_is_spoken_to_in_a_paragraph_has_a_task_of_its_own() -> None:
    plan = plan_with(
        "I. TỔ CHỨC THỰC HIỆN\n1. Giao Phòng Mẫu chủ trì theo dõi. Tổng hợp kết quả. Giao Phòng Kinh tế bố trí kinh phí.\n"
        "2. Hội Nông dân phát động hội viên; Hội Phụ nữ tiếp tục vận động; báo cáo kết quả; Văn phòng giúp tổng hợp.\n"
        "3. Giáo dục: Nâng cao chất lượng dạy học."
    )
    assert [(t.assignee, t.summary) for t in plan.tasks] == [
        ("Phòng Mẫu", "chủ trì theo dõi. Tổng hợp kết quả"),
        ("Phòng Kinh tế", "bố trí kinh phí"),
        ("Hội Nông dân", "phát động hội viên"),
        ("Hội Phụ nữ", "tiếp tục vận động; báo cáo kết quả"),
        ("Văn phòng", "giúp tổng hợp"),
        (None, "Giáo dục: Nâng cao chất lượng dạy học"),
    ]


DUE = [
    ("đăng ký trước ngày 28/02/2026", "2026-02-28"),
    ("báo cáo chậm nhất là 15/6", "2026-06-15"),
    ("gửi báo cáo trước ngày 5 tháng 12 năm 2026", "2026-12-05"),
    ("hoàn thành trước tháng 3/2026", "2026-03-31"),
    ("báo cáo trong quý II/2026", "2026-06-30"),
    ("báo cáo thường xuyên", None),
]


@pytest.mark.parametrize(("asked", "due"), DUE, ids=[asked for asked, _ in DUE])
def test_by_when_a_task_is_to_be_done(asked: str, due: str | None) -> None:
    assert [t.due for t in plan_with(f"I. TỔ CHỨC THỰC HIỆN\n- Phòng Mẫu {asked}.").tasks] == [due]


def test_several_help() -> None:
    (task,) = plan_with(
        "I. TỔ CHỨC THỰC HIỆN\n- Phòng Mẫu chủ trì, phối hợp với Công an xã, các thôn (có danh sách) kiểm tra."
    ).tasks
    assert task.helpers == "Công an xã, các thôn (có danh sách)"


def test_a_part_on_ways_and_means_tells_who_does_what_when_no_other_part_does() -> None:
    plan = plan_with("I. BIỆN PHÁP THỰC HIỆN\n1. Hội Mẫu vận động hội viên.\n2. Kinh phí thực hiện: ngân sách xã.")
    assert plan.tasks == (Task("Hội Mẫu", "vận động hội viên"),)


def test_who_is_asked_by_name_below_the_last_section_has_a_task() -> None:
    plan = plan_with(
        "MỤC ĐÍCH\nTạo khí thế thi đua.\nTỔ CHỨC THỰC HIỆN\nPhòng Mẫu: Theo dõi.\n"
        "Trên đây là Kế hoạch thi đua năm 2026.\nĐề nghị Ủy ban Mặt trận Tổ quốc xã phối hợp giám sát.\n"
        "Đề nghị các đơn vị nghiêm túc thực hiện./."
    )
    assert [t.assignee for t in plan.tasks] == ["Phòng Mẫu", "Ủy ban Mặt trận Tổ quốc xã"]


def test_who_is_asked_by_name_in_another_part_has_a_task_too() -> None:
    plan = plan_with(
        "I. KHEN THƯỞNG\n1. Giao công chức Văn hóa thẩm định hồ sơ. Đề nghị Chủ tịch tỉnh tặng Bằng khen cho 02 tập thể.\n"
        "2. Giao ước thi đua được ký đầu năm.\n3. Phong trào “Vườn mẫu”: Giao Phòng Kinh tế chủ trì.\nII. TỔ CHỨC THỰC HIỆN\n- Phòng Mẫu theo dõi."
    )
    assert [(t.assignee, t.summary) for t in plan.tasks] == [
        ("công chức Văn hóa", "thẩm định hồ sơ"),
        ("Phòng Kinh tế", "chủ trì"),
        ("Phòng Mẫu", "theo dõi"),
    ]


LABELLED = [
    "- Phát động thi đua (Chủ trì: Phòng Mẫu; phối hợp: Các thôn; thời hạn: 28/02/2026).",
    "- Phát động thi đua. Đơn vị chủ trì: Phòng Mẫu; đơn vị phối hợp: Các thôn; thời gian hoàn thành: 28/02/2026.",
    "- Phát động thi đua.\n+ Đơn vị chủ trì: Phòng Mẫu.\n+ Phối hợp: Các thôn.\n+ Thời gian: trước ngày 28/02/2026.",
]


@pytest.mark.parametrize("lines", LABELLED, ids=["trong ngoặc", "trong câu", "dòng dưới"])
def test_labels_say_who_leads_who_helps_and_by_when(lines: str) -> None:
    plan = plan_with(f"I. TỔ CHỨC THỰC HIỆN\n{lines}")
    assert plan.tasks == (Task("Phòng Mẫu", "Phát động thi đua", "Các thôn", "2026-02-28"),)


def test_an_office_in_the_heading_or_in_the_part_on_money_has_its_tasks() -> None:
    plan = plan_with(
        "I. TỔ CHỨC THỰC HIỆN\n1. Phòng Mẫu (Thường trực Hội đồng Thi đua - Khen thưởng xã)\na) Tham mưu phát động.\n"
        "2. Kinh phí\nKinh phí từ ngân sách. Công chức Tài chính bố trí kinh phí."
    )
    assert [(t.assignee, t.summary) for t in plan.tasks] == [
        ("Phòng Mẫu (Thường trực Hội đồng Thi đua - Khen thưởng xã)", "Tham mưu phát động"),
        ("Công chức Tài chính", "bố trí kinh phí"),
    ]
