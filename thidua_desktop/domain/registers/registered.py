"""The tables of what an organisation registers besides titles: initiatives and the movements it joins."""

from __future__ import annotations

from .awards import SCOPES
from .parts import Column, Register

REGISTERED_INITIATIVES = Register(
    "registered_initiatives",
    "Sáng kiến đăng ký",
    "sáng kiến đăng ký",
    (
        Column(
            "name",
            "Tên sáng kiến, đề tài",
            "long_text",
            width=38,
            required=True,
            aliases=("Tên đề tài, sáng kiến", "Sáng kiến", "Tên sáng kiến"),
        ),
        Column(
            "author",
            "Tác giả",
            width=24,
            sort="name",
            hint="Chọn trong danh mục Cá nhân hoặc gõ tên; nhiều người cách nhau bằng dấu ;",
            suggests="people",
            aliases=("Họ và tên", "Họ tên", "Người đăng ký"),
        ),
        Column(
            "scope",
            "Phạm vi",
            "choice",
            SCOPES,
            width=11,
            required=True,
            default="cơ sở",
            aliases=("Phạm vi công nhận", "Phạm vi áp dụng"),
        ),
        Column("note", "Ghi chú", "long_text", width=20),
    ),
    title_key="name",
    order="position",
    scope="registration_id",
    ordered=True,
)

REGISTERED_MOVEMENTS = Register(
    "registered_movements",
    "Phong trào tham gia",
    "phong trào tham gia",
    (
        Column(
            "name",
            "Tên phong trào, cuộc vận động",
            "long_text",
            width=48,
            required=True,
            aliases=("Phong trào", "Tên phong trào", "Tên"),
        ),
        Column("note", "Ghi chú", "long_text", width=30, aliases=("Mục tiêu", "Nội dung")),
    ),
    title_key="name",
    order="position",
    scope="registration_id",
    ordered=True,
)

HOUSEHOLDS = Register(
    "registered_titles",
    "Các hộ đăng ký Gia đình văn hóa",
    "hộ",
    (
        Column(
            "subject",
            "Chủ hộ",
            width=34,
            required=True,
            sort="name",
            aliases=("Họ tên chủ hộ", "Họ và tên chủ hộ", "Họ và tên", "Họ tên", "Hộ gia đình"),
        ),
        Column("note", "Ghi chú", "long_text", width=30),
    ),
    title_key="subject",
    order="position",
    scope="registration_id",
    ordered=True,
)
"""Titles of one kind alone: no table of its own, so it is not among the registers."""
