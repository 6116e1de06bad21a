"""What the document checker says."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Severity = Literal["error", "warning", "hint"]


@dataclass(frozen=True, slots=True)
class Finding:
    """One remark: ``quote`` is a part of the text it is about; ``message`` what is wrong; ``advice`` what to do."""

    code: str
    severity: Severity
    quote: str
    message: str
    advice: str = ""
