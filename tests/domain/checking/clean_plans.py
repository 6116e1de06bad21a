"""Plans without a fault, with prose that looks like one: whatever a check says about them is a false alarm.

Every commune and name is made up.
"""

from __future__ import annotations

from thidua_desktop.domain.plan.plans import LegalBasis, PartialDate, Phase, Plan, PlanSigner, Target, TargetValue
from thidua_desktop.domain.richtext import plain

YEARLY_LINES = (
    "ỦY BAN NHÂN DÂN",
    "XÃ VÍ DỤ",
    "Số: 05/KH-UBND",
    "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
    "Độc lập - Tự do - Hạnh phúc",
    "Ví Dụ, ngày 05 tháng 02 năm 2026",
    "KẾ HOẠCH",
    "Phát động phong trào thi đua yêu nước năm 2026",
    "Căn cứ Luật Thi đua, khen thưởng ngày 15/6/2022; Nghị định số 152/2025/NĐ-CP ngày 14/6/2025 của Chính phủ;",
    "Thực hiện Chỉ thị số 41-CT/TW ngày 26/12/2024 của Bộ Chính trị; Ủy ban nhân dân xã Ví Dụ ban hành Kế hoạch như sau:",
    "I. MỤC ĐÍCH, YÊU CẦU",
    "1. Mục đích",
    "- Người người thi đua, nhà nhà thi đua, ngành ngành thi đua; luôn luôn đổi mới, từng bước thực hiện hiện đại hóa nông thôn.",
    "- Tổng kết kết quả phong trào; đảm bảo bảo vệ môi trường; tuyên truyền truyền thống quê hương; Đảng ủy, Ủy ban nhân dân cùng vào cuộc...",
    "- Kết quả đạt được được biểu dương kịp thời; các tập thể nêu trên trên địa bàn xã được tôn vinh, v.v.",
    "- Học tập và làm theo tư tưởng, đạo đức, phong cách Hồ Chí Minh; “Cả nước chung tay vì người nghèo - Không để ai bị bỏ lại phía sau”.",
    "2. Yêu cầu: 100% thôn (6/6 thôn) đăng ký; các tổ chức phi chính phủ, cán bộ chính trị viên cùng tham gia.",
    "II. CHỈ TIÊU",
    "1. Thu ngân sách: 44.762,5 triệu đồng. Trong đó:",
    "- Thu từ đất: 30.000 triệu đồng.",
    "- Thu khác: 14.762,5 triệu đồng.",
    "2. Kết nạp 100 hội viên (trong đó nữ 60 hội viên, dân tộc thiểu số 45 hội viên).",
    "3. Tỷ lệ hộ nghèo còn 0,85%; tỷ lệ bao phủ bảo hiểm y tế: tỉnh giao 95%, HĐND xã giao 96,5%.",
    "4. Tiêu chí 17.1 đạt; kế hoạch 5 năm (2026 - 2030); nguồn vốn 36,5 tỷ đồng (trong đó tỉnh cấp 20 tỷ đồng, xã đối ứng 16,5 tỷ đồng).",
    "III. THỜI GIAN THỰC HIỆN",
    "Năm 2026 chia làm 02 đợt:",
    "a) Đợt 1: Từ ngày 05/02/2026 đến ngày 30/6/2026, chào mừng 96 năm ngày thành lập Đảng Cộng sản Việt Nam (03/02/1930 - 03/02/2026), ngày sinh Chủ tịch Hồ Chí Minh (19/5). Gửi báo cáo trước ngày 05/7/2026.",
    "b) Đợt 2: Từ ngày 01/7/2026 đến ngày 31/12/2026, chào mừng Quốc khánh (02/9), 80 năm ngày Toàn quốc kháng chiến (19/12/1946 - 19/12/2026). Gửi báo cáo trước ngày 10/01/2027.",
    "Họp sơ kết vào thứ Sáu, ngày 10/7/2026; phiên thứ hai ngày 13/7/2026; ra quân Chủ nhật (19/7/2026).",
    "IV. TỔ CHỨC THỰC HIỆN",
    "1. Hội đồng Thi đua - Khen thưởng xã tham mưu Ủy ban nhân dân xã; Ủy ban Mặt trận Tổ quốc Việt Nam xã (trước đây thuộc UBND huyện Ví Dụ Cũ chỉ đạo) vận động Nhân dân.",
    "2. Tổng kết 10 năm thực hiện Chỉ thị số 34-CT/TW; Nghị định số 98/2023/NĐ-CP đã hết hiệu lực nên không áp dụng.",
    "Trên đây là Kế hoạch, yêu cầu các đơn vị thực hiện./.",
    "Nơi nhận:",
    "- UBND tỉnh (b/c);",
    "- HĐTĐKT xã;",
    "- Lưu: VT, VHXH.",
    "TM. ỦY BAN NHÂN DÂN",
    "KT. CHỦ TỊCH",
    "PHÓ CHỦ TỊCH",
    "Nguyễn Văn Mẫu",
)

YEARLY = Plan(
    year=2026,
    title=YEARLY_LINES[7],
    issuer="Ủy ban nhân dân xã Ví Dụ",
    symbol="KH-UBND",
    number=5,
    place="Ví Dụ",
    theme="Đoàn kết, sáng tạo",
    date=PartialDate(5, 2, 2026),
    preamble=(plain(YEARLY_LINES[8]), plain(YEARLY_LINES[9])),
    legal_bases=(
        LegalBasis("Luật", None, "2022-06-15", None, "Luật Thi đua, khen thưởng ngày 15/6/2022"),
        LegalBasis("Nghị định", "152/2025/NĐ-CP", "2025-06-14", None, "Nghị định số 152/2025/NĐ-CP"),
    ),
    targets=(
        Target(YEARLY_LINES[18], "Thu ngân sách", values=(TargetValue(44762.5, "triệu đồng"),)),
        Target("Thu từ đất: 30.000 triệu đồng", "Thu từ đất", parent=0, values=(TargetValue(30000, "triệu đồng"),)),
        Target("Thu khác: 14.762,5 triệu đồng", "Thu khác", parent=0, values=(TargetValue(14762.5, "triệu đồng"),)),
        Target(
            "tỷ lệ bao phủ bảo hiểm y tế: tỉnh giao 95%, HĐND xã giao 96,5%",
            "tỷ lệ bao phủ bảo hiểm y tế",
            values=(TargetValue(95, "%", assigned_by="tỉnh"), TargetValue(96.5, "%", assigned_by="HĐND xã")),
        ),
    ),
    phases=(
        Phase(
            "Đợt 1",
            "2026-02-05",
            "2026-06-30",
            "2026-07-05",
            ("ngày sinh Chủ tịch Hồ Chí Minh (19/5)",),
        ),
        Phase("Đợt 2", "2026-07-01", "2026-12-31", "2027-01-10", ("Quốc khánh (02/9)",)),
    ),
    signer=PlanSigner("TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH\nPHÓ CHỦ TỊCH", "Nguyễn Văn Mẫu"),
)

# A council's own plan of 2024, before the change to two levels: other signature, other bases, straight quotes throughout.
COUNCIL_LINES = (
    "UBND PHƯỜNG THÍ DỤ",
    "HỘI ĐỒNG THI ĐUA - KHEN THƯỞNG",
    "Số: 12/KH-HĐTĐKT",
    "Thí Dụ, ngày 20 tháng 3 năm 2024",
    "KẾ HOẠCH",
    "Thi đua cao điểm chào mừng 70 năm Chiến thắng Điện Biên Phủ (07/5/1954 - 07/5/2024)",
    "Căn cứ Luật Thi đua, khen thưởng số 06/2022/QH15 và Nghị định số 98/2023/NĐ-CP thay thế Nghị định số 91/2017/NĐ-CP;",
    'Hội đồng Thi đua - Khen thưởng phường phát động đợt thi đua "Xanh - Sạch - Đẹp" như sau:',
    "1. Mỗi hộ trồng 10 cây; toàn phường trồng 25 ha rừng, thu gom 1.500 kg rác; tỷ lệ hộ tham gia 85,5%.",
    "2. Thời gian: từ 25/3/2024 đến 02/5/2024, chào mừng ngày 07/5.",
    "3. Gửi kết quả về Phòng Nội vụ quận và UBND thị trấn bên cạnh trước 15/5/2024.",
    "Trân trọng./.",
    "CHỦ TỊCH HỘI ĐỒNG",
    "Trần Thị Thử",
)

COUNCIL = Plan(
    year=2024,
    symbol="KH-HĐTĐKT",
    number=12,
    date=PartialDate(20, 3, 2024),
    preamble=(plain(COUNCIL_LINES[6]), plain(COUNCIL_LINES[7])),
    phases=(Phase("Đợt cao điểm", "2024-03-25", "2024-05-02", "2024-05-15", ("chào mừng ngày 07/5",)),),
    signer=PlanSigner(None, "CHỦ TỊCH HỘI ĐỒNG", "Trần Thị Thử"),
)

CLEAN = {"yearly": (YEARLY, YEARLY_LINES), "council": (COUNCIL, COUNCIL_LINES)}
