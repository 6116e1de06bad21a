"""Emulation movements and campaigns known all over the country, by which a name without quotation marks is recognised.

Folded beginnings of names as they are commonly written. Facts of the field, not of one plan.
"""

from __future__ import annotations

KNOWN_MOVEMENTS = (
    "dan van kheo",
    "day tot, hoc tot",
    "day tot - hoc tot",
    "khoe de bao ve to quoc",
    "toan dan doan ket xay dung doi song van hoa",
    "toan dan doan ket xay dung nong thon moi",
    "toan dan bao ve an ninh to quoc",
    "toan dan ren luyen than the",
    "toan dan xay dung doi song van hoa",
    "thi dua quyet thang",
    "vi an ninh to quoc",
    "nguoi viet nam uu tien dung hang viet nam",
    "ca nuoc chung suc xay dung nong thon moi",
    "ca nuoc chung tay vi nguoi ngheo",
    "ca nuoc chung tay xoa nha tam",
    "ca nuoc thi dua xay dung xa hoi hoc tap",
    "ca nuoc thi dua doi moi sang tao",
    "vi nguoi ngheo - khong de ai bi bo lai phia sau",
    "xay dung xa hoi hoc tap",
    "binh dan hoc vu so",
    "den on dap nghia",
    "nong dan thi dua san xuat, kinh doanh gioi",
    "nong dan san xuat kinh doanh gioi",
    "lao dong gioi, lao dong sang tao",
    "gioi viec nuoc, dam viec nha",
    "cuu chien binh guong mau",
    "tuoi cao - guong sang",
    "tuoi cao, guong sang",
    "tuoi tre sang tao",
    "thanh nien tinh nguyen",
    "thanh nien xung kich",
    "hien mau tinh nguyen",
    "xanh - sach - dep",
    "ong ba mau muc, con chau hieu thao",
    "gia dinh van hoa",
)
