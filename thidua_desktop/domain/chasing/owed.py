"""What an organisation owes, how late it is, and when it was last reached about it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal

from ..vietnamese import format_date, in_sentence
from .deadlines import REGISTRATION, REPORT, About

Channel = Literal["điện thoại", "giấy", "Zalo", "tệp", "gặp trực tiếp"]
CHANNELS: tuple[Channel, ...] = ("điện thoại", "giấy", "Zalo", "tệp", "gặp trực tiếp")


@dataclass(frozen=True, slots=True)
class Contact:
    """Once that an organisation was reached: the ISO day, how, whom, and what they answered."""

    id: int
    day: str | None
    channel: Channel
    reached: str = ""
    answer: str = ""

    @property
    def words(self) -> str:
        """As a list tells it: "05/02 Zalo"."""
        day = format_date(self.day)[:5] if self.day else "không rõ ngày"
        return f"{day} {self.channel}"


@dataclass(frozen=True, slots=True)
class Owed:
    """One thing that an organisation owes in a year.

    ``registration_id`` is None for one that is not in the year's list. Of a report ``phase_id`` and ``phase`` name the
    phase, and ``count`` of its ``total`` commitments have no result yet. ``deadline`` is ISO, None for none.
    ``contact`` is the last time it was reached about this, ``contacts`` how often.
    """

    organisation_id: int
    organisation: str
    about: About
    registration_id: int | None = None
    phase_id: int | None = None
    phase: str = ""
    count: int = 0
    total: int = 0
    deadline: str | None = None
    contact: Contact | None = None
    contacts: int = 0

    @property
    def key(self) -> tuple[int, str, int]:
        """What it is, whatever becomes of it."""
        return (self.organisation_id, self.about, self.phase_id or 0)

    @property
    def words(self) -> str:
        """What is owed, as a sentence about the organisation goes on."""
        if self.about == REPORT:
            return f"chưa báo cáo {self.count}/{self.total} cam kết"
        return "chưa nộp bản đăng ký" if self.about == REGISTRATION else "chưa ký giao ước"

    @property
    def full_words(self) -> str:
        """As :attr:`words`, with the phase."""
        return f"{self.words} {_of_phase(self.phase)}" if self.about == REPORT else self.words

    def days_late(self, today: date) -> int | None:
        """How many days the deadline is gone by; negative before it, None without one."""
        return (today - date.fromisoformat(self.deadline)).days if self.deadline else None

    def is_late(self, today: date) -> bool:
        """Whether the deadline is gone by."""
        return (self.days_late(today) or 0) > 0

    def waits_since(self, today: date, days: int) -> bool:
        """Whether nobody reached the organisation about it for so many days."""
        if self.contact is None or self.contact.day is None:
            return True
        return (today - date.fromisoformat(self.contact.day)).days >= days


def in_order(owed: Iterable[Owed]) -> tuple[Owed, ...]:
    """What is longest overdue first, what has no deadline last; else as they came."""
    return tuple(sorted(owed, key=lambda one: one.deadline or "9999"))


def by_organisation(owed: Iterable[Owed]) -> dict[int, tuple[Owed, ...]]:
    """What each organisation owes, by its id, in the order they came."""
    found: dict[int, list[Owed]] = {}
    for one in owed:
        found.setdefault(one.organisation_id, []).append(one)
    return {key: tuple(listed) for key, listed in found.items()}


def pressing(listed: Sequence[Owed], today: date, days: int) -> tuple[Owed, ...]:
    """What is asked for now: what is overdue, due within so many days or has no deadline; all of it when nothing is."""
    found = tuple(one for one in listed if (one.days_late(today) or 0) >= -days)
    return found or tuple(listed)


def message(listed: Sequence[Owed], year: int, office: str, today: date) -> str:
    """What is sent to one organisation by Zalo: who asks, and each thing it owes with its deadline."""
    asked = "\n".join(f"- {_asked(one, year)}{_by_when(one, today)}." for one in listed)
    return (
        f"Kính gửi: {listed[0].organisation}\n{office} đề nghị đơn vị sớm hoàn thành:\n{asked}\n"
        "Nếu đã gửi, xin báo lại để chúng tôi ghi nhận. Trân trọng cảm ơn."
    )


def _asked(one: Owed, year: int) -> str:
    if one.about == REPORT:
        return f"Báo cáo kết quả {_of_phase(one.phase)} (còn {one.count}/{one.total} cam kết chưa có số)"
    return f"Nộp bản đăng ký thi đua năm {year}" if one.about == REGISTRATION else f"Ký bản giao ước thi đua năm {year}"


def _by_when(one: Owed, today: date) -> str:
    if one.deadline is None:
        return ""
    late = one.days_late(today) or 0
    return f", hạn {format_date(one.deadline)}" + (f", đã quá {late} ngày" if late > 0 else "")


def _of_phase(name: str) -> str:
    """A phase within a sentence: "đợt 1" as it is, any other with the word."""
    low = in_sentence(name)
    return low if low.startswith("đợt") else f"đợt {low}"
