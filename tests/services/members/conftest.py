from __future__ import annotations

import pytest

from tests.services.members.commune import Commune
from thidua_desktop.services.workspace import Workspace


@pytest.fixture
def commune(desk: Workspace, plan_id: int) -> Commune:
    """The commune of ``desk`` with its plan of 2026."""
    return Commune(desk)


@pytest.fixture
def village(commune: Commune) -> Commune:
    """With three organisations."""
    for name in ("Thôn Đông", "Thôn Tây", "Hội Nông dân"):
        commune.organisation(name)
    return commune
