"""How many digits an identity number has; it ships as data (``resources/identity.toml``) with its source and mark."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from ..legal_acts import check_mark
from ..toml_rows import rows, shaped
from ..vietnamese import enumerated


@dataclass(frozen=True, slots=True)
class IdentityNumber:
    """A kind of number that people have, and where its ``digits`` are from."""

    digits: int
    name: str
    article: str
    source: str
    mark: str


def parse_identity_numbers(table: Mapping[str, object]) -> tuple[IdentityNumber, ...]:
    """What ships; ``ValueError`` names the first row that is wrong."""

    def made(row: Mapping[str, object]) -> IdentityNumber:
        found = shaped(IdentityNumber, "loại số", row)
        check_mark(found.mark)
        if not isinstance(found.digits, int) or found.digits < 1:
            raise ValueError("“digits” phải là số chữ số")
        return found

    return tuple(row for _, row in rows(table, "numbers", "loại số", made))


def doubt_of(number: str, kinds: Sequence[IdentityNumber]) -> str:
    """What is odd about a number, "" for nothing; the number itself is not said. It is kept all the same."""
    bare = "".join(number.split())
    if not bare or (bare.isdecimal() and len(bare) in {kind.digits for kind in kinds}):
        return ""
    has = f"có {len(bare)} chữ số" if bare.isdecimal() else "có chữ khác chữ số"
    known = enumerated([f"{kind.name} có {kind.digits}" for kind in kinds])
    return f"Số định danh {has} ({known}): kiểm tra lại."
