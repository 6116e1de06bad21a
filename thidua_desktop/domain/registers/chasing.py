"""The table of when an organisation was reached about what it owes."""

from __future__ import annotations

from ..chasing.owed import CHANNELS
from .parts import Column, Register, date_column, same

REMINDERS = Register(
    "reminders",
    "Các lần nhắc",
    "lần nhắc",
    (
        date_column("reached_on", "Ngày nhắc", "Ngày"),
        Column("channel", "Bằng cách", "choice", same(*CHANNELS), width=14, required=True, default=CHANNELS[0]),
        Column(
            "about",
            "Về việc",
            "choice",
            same("đăng ký", "giao ước", "báo cáo"),
            width=12,
            required=True,
            default="đăng ký",
        ),
        Column("reached", "Gặp ai", width=18, aliases=("Người nhận",)),
        Column("answer", "Trả lời", "long_text", width=26),
    ),
    title_key="channel",
    order="reached_on",
    scope="registration_id",
    descending=True,
)
