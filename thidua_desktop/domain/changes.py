"""What a user act changed."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Changes:
    """What one act changed, told to every screen.

    ``kinds`` are names of the tables touched; ``ids`` the touched rows of each kind;
    ``text`` names the act as the clerk reads it in the undo menu, e.g. "Sửa chỉ tiêu “Thu nhập”"; ``act`` is its
    number in the change log, 0 for what is not in the data file.
    """

    kinds: frozenset[str] = frozenset()
    ids: dict[str, frozenset[int]] = field(default_factory=dict)
    text: str = ""
    act: int = 0

    def __bool__(self) -> bool:
        return bool(self.kinds)

    def touches(self, *kinds: str) -> bool:
        """Whether any of ``kinds`` was changed."""
        return not self.kinds.isdisjoint(kinds)
