"""What kinds of movements there are, in the register and in plans."""

from __future__ import annotations

from .registers.parts import same

MOVEMENT_KINDS = same("phong trào", "cuộc vận động", "chương trình", "chuyên đề")
