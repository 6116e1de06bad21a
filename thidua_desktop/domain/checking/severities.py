"""How grave a remark of the checker is and where it stands, in the words that the window and the command share."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import asdict

from .findings import Finding, Severity

WORDS: dict[Severity, str] = {"error": "lỗi", "warning": "lưu ý", "hint": "gợi ý"}
"""The gravest first."""


def counted(findings: Sequence[Finding]) -> dict[Severity, str]:
    """How many there are of each severity, in words ("2 lỗi"), the gravest first; those that are not are left out."""
    numbers = Counter(finding.severity for finding in findings)
    return {severity: f"{numbers[severity]} {word}" for severity, word in WORDS.items() if numbers[severity]}


def in_reading_order(findings: Sequence[Finding]) -> tuple[Finding, ...]:
    """The findings as their places follow one another on paper: what the head lacks first, what the foot lacks last."""
    last = max((finding.line for finding in findings), default=0) + 1
    return tuple(sorted(findings, key=lambda finding: _line(finding, last)))


def _line(finding: Finding, last: int) -> int:
    is_below = finding.place is not None and finding.place.part not in ("head", "preamble")
    return finding.line if finding.line >= 0 else last if is_below else -1


def told(finding: Finding) -> str:
    """A finding in one line: how grave, where, what, what to do."""
    word = WORDS[finding.severity].capitalize()
    where = f" ({finding.place.name})" if finding.place and finding.place.name else ""
    return f"{word}{where}: {finding.message} {finding.advice}".rstrip()


def as_json(finding: Finding) -> dict[str, object]:
    """A finding as commands print it; ``line`` counts from 1, None when it is about no line."""
    place = asdict(finding.place) if finding.place else None
    return {
        "code": finding.code,
        "severity": finding.severity,
        "place": place,
        "line": finding.line + 1 if finding.line >= 0 else None,
        "quote": finding.quote,
        "message": finding.message,
        "advice": finding.advice,
        "repairable": finding.is_repairable,
    }
