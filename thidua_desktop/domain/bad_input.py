"""The error of a text that does not fit where it was typed."""

from __future__ import annotations

from .errors import KnownError


class BadInput(KnownError):  # noqa: N818  (the clerk's input is bad, nothing went wrong)
    """What was typed cannot be kept: ``happened`` quotes it, ``advice`` shows a form that fits. It stays in sight."""
