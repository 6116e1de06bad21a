"""The register of documents that papers cite (văn bản căn cứ)."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class LegalAct:
    """A law, decree, circular, directive … with the days it may be cited.

    ``mark`` is "đã đối chiếu" when somebody compared the row with the original text, else "chưa đối chiếu".
    ``replaced_by`` is the number of what took its place, "" when none. Dates are ISO, None = open or unknown.
    """

    kind: str
    number: str
    title: str
    date: str | None = None
    issuer: str = ""
    valid_from: str | None = None
    valid_to: str | None = None
    replaced_by: str = ""
    mark: str = "chưa đối chiếu"
    source: str = ""
    id: int = 0
