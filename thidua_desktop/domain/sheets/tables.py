"""The tables of the two forms: their columns, and the headings by which they are known again in any file."""

from __future__ import annotations

from dataclasses import replace

from ..registers.awards import SCOPES
from .forms import Column, SheetKind, Table

HOUSEHOLD, PERSON = "hộ gia đình", "cá nhân"
DONE, NOT_DONE = "Đạt", "Chưa đạt"
SIGNS = ("ít nhất (≥)", "đúng (=)", "không quá (≤)", "khoảng", "trên (>)", "dưới (<)", "giảm", "còn")
"""How a figure is to be held against its number, as the drop-down offers it."""

_NUMBER = Column("stt", "STT", 6, typed=False, also=("tt", "so tt", "so thu tu", "stt"))
_NOTE = Column("note", "Ghi chú", 24, also=("ghi chu", "ghi chu sang kien", "y kien"))
_AWARD = Column(
    "award",
    "Danh hiệu, hình thức đăng ký",
    34,
    "choice",
    open_choice=True,
    many=True,
    hint="Chọn trong danh sách; không có thì gõ tên đầy đủ.",
    also=(
        "danh hieu hinh thuc",
        "danh hieu",
        "danh hieu dang ky",
        "danh hieu thi dua",
        "dang ky danh hieu",
        "dang ky",
        "danh hieu thi dua dang ky",
        "thi dua",
    ),
)
_REWARD = Column(
    "reward",
    "Hình thức khen thưởng",
    30,
    also=("khen thuong", "hinh thuc khen thuong dang ky", "hinh thuc khen"),
    silent=True,
    many=True,
)
"""Papers part the award into a title and a reward; each is a registration of its own."""
_COLLECTIVES = Table(
    "collectives",
    "Tập thể",
    "DANH HIỆU TẬP THỂ ĐĂNG KÝ",
    (
        _NUMBER,
        Column("subject", "Tên tập thể", 40, also=("ten tap the", "tap the", "ten don vi", "don vi")),
        _AWARD,
        _REWARD,
        replace(_NOTE, many=True),
    ),
    ("subject", "award"),
    room=10,
)
_POSITION = (
    *("chuc vu", "chuc vu don vi", "chuc vu don vi cong tac", "thong tin cong tac"),
    *("don vi", "don vi cong tac", "noi cong tac", "dia chi"),
)
_PEOPLE = Table(
    "people",
    "Cá nhân",
    "DANH HIỆU CÁ NHÂN, HỘ GIA ĐÌNH ĐĂNG KÝ",
    (
        _NUMBER,
        Column(
            "subject",
            "Họ và tên",
            28,
            "choice",
            open_choice=True,
            hint="Gõ đủ họ và tên, có dấu. Hộ gia đình: ghi Hộ ông (bà) …",
            also=(
                "ho ten",
                "ten ca nhan",
                "ca nhan",
                "ten doi tuong",
                "ten ca nhan ho gia dinh",
                "ho va ten chu ho",
                "chu ho",
            ),
        ),
        Column(
            "position",
            "Chức vụ",
            24,
            also=_POSITION,
        ),
        _AWARD,
        _REWARD,
        replace(_NOTE, many=True, also=(*_NOTE.also, "sang kien", "ten sang kien")),
    ),
    ("subject", "award"),
    room=40,
)
_INITIATIVE = ("ten sang kien de tai", "ten de tai sang kien", "sang kien", "de tai", "ten de tai", "sang kien de tai")
_INITIATIVES = Table(
    "initiatives",
    "Sáng kiến",
    "SÁNG KIẾN ĐĂNG KÝ",
    (
        _NUMBER,
        Column("name", "Tên sáng kiến", 48, also=_INITIATIVE),
        Column("author", "Tác giả", 28, also=("ho va ten", "ho ten", "tac gia sang kien", "ten tac gia")),
        Column(
            "scope", "Phạm vi ảnh hưởng", 18, "choice", choices=tuple(one.value for one in SCOPES), also=("pham vi",)
        ),
        _NOTE,
        Column("position", "Chức vụ, đơn vị", 24, also=("chuc vu",), silent=True),
        replace(_AWARD, key="award", silent=True),
    ),
    ("name",),
    room=15,
)
_MOVEMENTS = Table(
    "movements",
    "Phong trào",
    "PHONG TRÀO, CUỘC VẬN ĐỘNG THAM GIA",
    (
        _NUMBER,
        Column(
            "name",
            "Tên phong trào, cuộc vận động",
            70,
            "choice",
            open_choice=True,
            hint="Chọn trong danh sách; không có thì gõ tên đầy đủ.",
            also=("ten phong trao", "phong trao", "phong trao thi dua", "cuoc van dong", "phong trao tham gia"),
        ),
        _NOTE,
        Column("launcher", "Nơi phát động", 24, also=("co quan phat dong",), silent=True),
    ),
    ("name",),
    room=15,
)
_QUOTE = (
    "noi dung cam ket",
    "noi dung",
    "cam ket",
    "noi dung chi tieu",
    "noi dung giao uoc",
    "ten chi tieu",
    "noi dung cam ket thuc hien",
)
_UNIT = ("don vi tinh", "dvt", "don vi")
_COMMITMENTS = Table(
    "commitments",
    "Cam kết",
    "CAM KẾT THỰC HIỆN CHỈ TIÊU CỦA KẾ HOẠCH",
    (
        _NUMBER,
        Column("quote", "Nội dung cam kết", 38, also=_QUOTE),
        Column(
            "sign",
            "So sánh",
            12,
            "choice",
            choices=SIGNS,
            hint="Mức cam kết là ít nhất, đúng bằng, không quá … con số bên cạnh.",
            also=("so sanh", "dau"),
        ),
        Column(
            "value",
            "Mức cam kết",
            11,
            "number",
            hint="Chỉ gõ số; đơn vị tính ghi ở ô bên phải.",
            also=("muc phan dau", "so luong", "muc dang ky", "dang ky thuc hien", "muc", "con so", "ke hoach"),
        ),
        Column("unit", "Đơn vị tính", 14, also=_UNIT),
        Column("deadline", "Hạn hoàn thành", 13, "date", also=("thoi han", "thoi gian hoan thanh", "han")),
        Column("proof", "Minh chứng sẽ có", 18, also=("minh chung", "minh chung du kien", "tai lieu chung minh")),
        Column(
            "target",
            "Góp vào chỉ tiêu của kế hoạch",
            26,
            "choice",
            open_choice=True,
            hint="Chọn chỉ tiêu của kế hoạch mà cam kết này góp vào.",
            also=("gop vao chi tieu", "chi tieu cua ke hoach", "thuoc chi tieu"),
        ),
        Column(
            "figures",
            "Chỉ tiêu",
            20,
            also=("chi tieu", "chi tieu cam ket", "con so cam ket"),
            silent=True,
            many=True,
        ),
        replace(_NOTE, silent=True),
    ),
    ("quote",),
    room=20,
    note="Một cam kết có hai con số thì ghi hai dòng, dòng sau để trống ô Nội dung cam kết.",
)
_RESULTS = Table(
    "results",
    "Kết quả",
    "KẾT QUẢ THỰC HIỆN CAM KẾT",
    (
        _NUMBER,
        Column("quote", "Nội dung cam kết", 42, typed=False, also=_QUOTE),
        Column(
            "planned",
            "Mức cam kết",
            16,
            typed=False,
            also=("chi tieu", "ke hoach", "muc cam ket", "chi tieu cam ket", "cam ket"),
        ),
        Column("unit", "Đơn vị tính", 12, typed=False, also=_UNIT),
        Column("before", "Kết quả đợt trước", 12, typed=False, also=("dot truoc", "ky truoc")),
        Column(
            "value",
            "Kết quả lũy kế",
            12,
            "number",
            hint="Gõ số đạt được từ đầu năm đến hết đợt.",
            also=(
                "ket qua",
                "thuc hien",
                "ket qua thuc hien",
                "ket qua dat duoc",
                "da thuc hien",
                "so lieu",
                "ket qua luy ke tu dau nam",
                "ket qua luy ke",
                "luy ke",
                "dat duoc",
                "ket qua tu dau nam",
            ),
        ),
        Column("proof", "Minh chứng", 22, also=("minh chung", "tai lieu chung minh", "tai lieu minh chung")),
        _NOTE,
        Column("percent", "Tỷ lệ %", 12, also=("ty le", "ty le hoan thanh"), typed=False, silent=True),
    ),
    ("quote", "value"),
    note="Kết quả tính từ đầu năm đến hết đợt (lũy kế). Nội dung không có số: chọn Đạt hoặc Chưa đạt.",
)

_OWN_TITLES = Table(
    "own_titles", "Danh hiệu", "", (_NUMBER, _AWARD, _REWARD, replace(_NOTE, many=True)), needs=("award",)
)
"""Of one person, whose name stands above."""
_FAMILIES = Table(
    "families",
    "Gia đình văn hóa",
    "",
    (
        _NUMBER,
        Column("subject", "Họ và tên chủ hộ", 28, also=("chu ho", "ho va ten", "ho ten", "ten chu ho", "ho gia dinh")),
        Column("village", "Thôn, tổ dân phố", 24, typed=False, also=("thon", "to dan pho", "dia chi")),
        _NOTE,
    ),
    needs=("subject",),
)

REGISTRATION_TABLES = (_COLLECTIVES, _PEOPLE, _INITIATIVES, _MOVEMENTS, _COMMITMENTS)
RESULT_TABLES = (_RESULTS,)
TABLES: dict[SheetKind, tuple[Table, ...]] = {
    "đăng ký": REGISTRATION_TABLES,
    "kết quả": RESULT_TABLES,
    "giao ước": (_MOVEMENTS, _COMMITMENTS),
    "cá nhân": (_OWN_TITLES, _INITIATIVES, _COMMITMENTS),
    "gia đình văn hóa": (_FAMILIES,),
}
FAMILY_AWARD = "Gia đình văn hóa"


def table(key: str) -> Table:
    """The table of that key, without rows."""
    return next(one for tables in TABLES.values() for one in tables if one.key == key)
