"""Plans of made-up communes beside that of plan_texts: other papers, other numbers, other signers."""

from __future__ import annotations

from tests.importing.plan_texts import BODY, HEADER, RECIPIENTS, SIGNATURE, TITLE

LAUNCH_HEADER = """ỦY BAN NHÂN DÂN
PHƯỜNG THÍ ĐIỂM
Số: 3/KH-UBND
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Thí Điểm, ngày 08 tháng 02 năm 2026"""

LAUNCH_TITLE = """PHÁT ĐỘNG
Phong trào thi đua thực hiện thắng lợi nhiệm vụ kinh tế - xã hội, quốc phòng - an ninh năm 2026"""

LAUNCH_BODY = """Năm 2026 là năm đầu thực hiện Nghị quyết Đại hội Đảng bộ phường. Thực hiện Kế hoạch số 15/KH-UBND ngày 20/01/2026 của UBND tỉnh Mẫu về phong trào thi đua năm 2026; Ủy ban nhân dân phường Thí Điểm phát động phong trào thi đua với những nội dung sau:
I. CHỦ ĐỀ THI ĐUA
“Đoàn kết, đổi mới, phục vụ người dân”
II. CHỈ TIÊU THI ĐUA
1. Về kinh tế
1.1. Thu ngân sách: tỉnh giao 20 tỷ đồng, HĐND phường giao 22 tỷ đồng.
1.2. Thu nhập bình quân đầu người đạt 70 triệu đồng trở lên.
2. Về văn hóa - xã hội
2.1. Tỷ lệ hộ nghèo còn dưới 0,5%.
2.2. Có 97% hộ gia đình đạt danh hiệu văn hóa.
3. Về quốc phòng - an ninh
Tuyển quân đạt 100% chỉ tiêu được giao.
III. CÁC ĐỢT THI ĐUA
1. Đợt 1: Từ ngày 10/02/2026 đến ngày 30/6/2026.
2. Đợt 2: Từ ngày 01/7/2026 đến ngày 15/12/2026.
IV. TỔ CHỨC THỰC HIỆN
1. Văn phòng HĐND và UBND phường: Tham mưu, theo dõi, tổng hợp kết quả.
2. Các tổ dân phố vận động người dân hưởng ứng phong trào “Ngày thứ Bảy xanh”.
Ủy ban nhân dân phường yêu cầu các đơn vị triển khai thực hiện nghiêm túc./."""

LAUNCH_RECIPIENTS = """Nơi nhận:
- UBND tỉnh Mẫu (để b/c);
- TT Đảng ủy, HĐND phường (b/c);
- Ban Thường trực Ủy ban MTTQ Việt Nam phường;
- Chủ tịch, các Phó Chủ tịch UBND phường;
- Các tổ dân phố;
- Lưu: VT."""

LAUNCH_SIGNATURE = """TM. ỦY BAN NHÂN DÂN
KT. CHỦ TỊCH
PHÓ CHỦ TỊCH
Trần Thị Ví Dụ"""

COUNCIL_HEADER = """UBND XÃ MẪU SƠN
HỘI ĐỒNG THI ĐUA - KHEN THƯỞNG
Số: 02/KH-HĐTĐKT
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Mẫu Sơn, ngày 20 tháng 3 năm 2026"""

COUNCIL_TITLE = """KẾ HOẠCH
Công tác thi đua, khen thưởng năm 2026"""

COUNCIL_BODY = """Căn cứ Luật Thi đua, khen thưởng ngày 15 tháng 6 năm 2022;
Hội đồng Thi đua - Khen thưởng xã Mẫu Sơn xây dựng Kế hoạch công tác thi đua, khen thưởng năm 2026 như sau:
A. PHONG TRÀO THI ĐUA
I. MỤC ĐÍCH
1. Tạo khí thế thi đua sôi nổi trong các cơ quan, đơn vị và Nhân dân.
2. Kịp thời biểu dương người tốt, việc tốt.
II. CHỈ TIÊU
a) Kinh tế
- Trồng mới 40 ha rừng.
- Sản lượng thủy sản đạt 120 tấn.
b) Xã hội
- Tỷ lệ trẻ em được tiêm chủng đầy đủ đạt 98%.
III. CAM KẾT CỦA CÁC TỔ CHỨC
1. Hội Nông dân xã: Xây dựng 05 vườn mẫu.
2. Đoàn Thanh niên xã: Trồng 500 cây xanh.
B. CÔNG TÁC KHEN THƯỞNG
I. YÊU CẦU
Khen thưởng chính xác, công khai, kịp thời.
II. TỔ CHỨC THỰC HIỆN
1. Các thành viên Hội đồng chỉ đạo, kiểm tra đơn vị được phân công.
2. Đề nghị Hội Liên hiệp Phụ nữ xã vận động hội viên tham gia.
Trên đây là Kế hoạch công tác thi đua, khen thưởng năm 2026 của xã Mẫu Sơn./."""

COUNCIL_RECIPIENTS = """Nơi nhận:
- Hội đồng TĐKT tỉnh (b/c);
- Các thành viên Hội đồng;
- Các trường học, trạm y tế;
- Lưu: VT, HĐTĐKT."""

COUNCIL_SIGNATURE = """TM. HỘI ĐỒNG
CHỦ TỊCH
Lê Văn Thử"""

PARTS: dict[str, tuple[str, str, str, str, str]] = {
    "kế hoạch của xã": (HEADER, TITLE, BODY, RECIPIENTS, SIGNATURE),
    "phát động của phường": (LAUNCH_HEADER, LAUNCH_TITLE, LAUNCH_BODY, LAUNCH_RECIPIENTS, LAUNCH_SIGNATURE),
    "kế hoạch của Hội đồng": (COUNCIL_HEADER, COUNCIL_TITLE, COUNCIL_BODY, COUNCIL_RECIPIENTS, COUNCIL_SIGNATURE),
}
"""Header, title, body, recipients and signature of each plan, every line as it should stand."""
