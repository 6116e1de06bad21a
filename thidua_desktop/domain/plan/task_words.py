"""A task as a plan words it: the day that it sets, and what it asks for by then."""

from __future__ import annotations

import re

DAY_SET = re.compile(
    r"(?:trước|chậm nhất)(?: là)?\s+(?:ngày\s+)?(\d{1,2})\s*(?:[/.-]|tháng)\s*(\d{1,2})"
    r"(?:\s*(?:[/.-]|năm)\s*(\d{4}))?(?![\d/])",
    re.IGNORECASE,
)
"""“trước ngày 28/02/2026”, “chậm nhất là 15/6”: its day, month and year (which may be missing) as groups."""

_CLAUSE = re.compile(r"[;.]\s+")
_TOGETHER = r"(?:chủ trì,? )?phối hợp (?:chặt chẽ )?(?:với|cùng)\s+"


def asked_for(summary: str, helpers: str = "") -> str:
    """What is to be done by the day that the ``summary`` sets: the clause with the day, without the day itself and
    without "phối hợp với" those who help; all of it where it sets none.

    "Là cơ quan thường trực; phối hợp với Hội Nông dân hướng dẫn đăng ký trước ngày 28/02/2026" → "Hướng dẫn đăng ký".
    """
    clause = next((one for one in _CLAUSE.split(summary) if DAY_SET.search(one)), summary)
    short = " ".join(DAY_SET.sub("", clause).split()).strip(" ,;.")
    if helpers:
        short = re.sub(f"^{_TOGETHER}{re.escape(helpers)},?\\s+(?=\\w)", "", short, flags=re.IGNORECASE)
    return short[:1].upper() + short[1:]
