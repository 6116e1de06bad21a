"""What the office sets for awarding where law leaves it to the province or to the Council's own rules."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from fractions import Fraction
from typing import cast, get_args

from ...domain.bad_input import BadInput
from ...domain.changes import Changes
from ...domain.rules.eligibility import Rounding, RuleSettings
from ...domain.rules.row_types import VOTES_OF, VotesOf, percent
from ...domain.vietnamese import one_line
from ...storage import records
from ..workspace import Workspace

_PREFIX = "awards/"
USUAL_QUORUM = Fraction(2, 3)
"""What councils usually ask for; no law has it, so that it only warns."""


@dataclass(frozen=True, slots=True)
class AwardSettings:
    """The settings: what the rules take into account, and which part of its members makes the Council's meeting."""

    rules: RuleSettings = field(default_factory=RuleSettings)
    quorum: Fraction = USUAL_QUORUM


LABELS = {
    "registration_required": "Bắt buộc có đăng ký thi đua",
    "ceiling_percent": "Tỷ lệ Chiến sĩ thi đua cơ sở không quá",
    "ceiling_rounding": "Làm tròn số người theo tỷ lệ",
    "votes_percent": "Tỷ lệ phiếu đồng ý ít nhất",
    "votes_of": "Tỷ lệ phiếu tính trên",
    "quorum": "Họp Hội đồng cần có mặt",
}


def texts(workspace: Workspace) -> Mapping[str, str]:
    """The settings as the clerk typed them, by key of :data:`LABELS`; "" where the rules' own hold."""
    stored = {str(row["key"]): str(row["value"]) for row in records.page(workspace.file, "settings")}
    return {key: stored.get(f"{_PREFIX}{key}", "") for key in LABELS}


def settings(workspace: Workspace) -> AwardSettings:
    """The settings in force."""
    typed = {key: text for key, text in texts(workspace).items() if text}
    ceiling, votes = typed.get("ceiling_percent"), typed.get("votes_percent")
    rules = RuleSettings(
        registration_required=typed.get("registration_required") == "có",
        ceiling_percent=percent(ceiling) if ceiling else None,
        ceiling_rounding=cast(Rounding, typed.get("ceiling_rounding", "xuống")),
        votes_percent=percent(votes) if votes else None,
        votes_of=cast("VotesOf | None", typed.get("votes_of")),
    )
    return AwardSettings(rules, _fraction(typed["quorum"]) if "quorum" in typed else USUAL_QUORUM)


def choices(key: str) -> tuple[str, ...]:
    """What a setting may be chosen from; empty when it is typed."""
    return _CHOICES.get(key, ())


def set_setting(workspace: Workspace, key: str, text: str, *, editing: str = "") -> Changes:
    """Stores one setting (a key of :data:`LABELS`); "" goes back to the rules' own. Raises :class:`BadInput`."""
    text = one_line(text)
    if text:
        _READERS[key](text)
    row: records.Row = {"key": f"{_PREFIX}{key}", "value": text}
    label = LABELS[key]
    merge = f"settings/{key}/{editing}" if editing else None
    with workspace.file.act(f"Đặt “{label}”", merge) as act:
        if stored := records.page(workspace.file, "settings", where={"key": row["key"]}):
            records.update(workspace.file, "settings", int(stored[0]["id"] or 0), row)
        elif text:
            records.insert(workspace.file, "settings", row)
    return act.changes


def _one_of(key: str) -> Callable[[str], str]:
    def read(text: str) -> str:
        if text not in _CHOICES[key]:
            raise BadInput(f"“{text}” không có trong các lựa chọn.", f"Chọn một trong: {', '.join(_CHOICES[key])}.")
        return text

    return read


def _fraction(text: str) -> Fraction:
    """ "2/3" or "70%", above 0 and no more than the whole."""
    found = re.fullmatch(r"(\d{1,3})\s*/\s*(\d{1,3})", text)
    if found is None:
        return Fraction(percent(text)) / 100
    if not 0 < int(found[1]) <= int(found[2]):
        raise BadInput(f"“{text}” không phải là một phần của tổng số thành viên.", "Ghi như “2/3” hoặc “70%”.")
    return Fraction(int(found[1]), int(found[2]))


_CHOICES: Mapping[str, tuple[str, ...]] = {
    "registration_required": ("có", "không"),
    "ceiling_rounding": get_args(Rounding),
    "votes_of": VOTES_OF,
}
_READERS: Mapping[str, Callable[[str], str | Decimal | Fraction]] = {
    **{key: _one_of(key) for key in _CHOICES},
    "ceiling_percent": percent,
    "votes_percent": percent,
    "quorum": _fraction,
}
