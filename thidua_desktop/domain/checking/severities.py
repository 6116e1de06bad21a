"""How grave a remark of the checker is, in the words that the window and the command share."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from .findings import Finding, Severity

WORDS: dict[Severity, str] = {"error": "lỗi", "warning": "lưu ý", "hint": "gợi ý"}
"""The gravest first."""


def counted(findings: Sequence[Finding]) -> dict[Severity, str]:
    """How many there are of each severity, in words ("2 lỗi"), the gravest first; those that are not are left out."""
    numbers = Counter(finding.severity for finding in findings)
    return {severity: f"{numbers[severity]} {word}" for severity, word in WORDS.items() if numbers[severity]}
