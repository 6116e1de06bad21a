"""A year in which two organisations have registered: titles, an initiative, a movement, a commitment with its deadline."""

from __future__ import annotations

import pytest

from tests.services.year_samples import PLAN
from thidua_desktop.services.plan import plans
from thidua_desktop.services.registers import registers
from thidua_desktop.services.registration import commitments, registrations
from thidua_desktop.services.workspace import Workspace
from thidua_desktop.storage import records

YEAR = 2026


@pytest.fixture
def year(desk: Workspace) -> Workspace:
    """The sample plan with its organisations, two of which registered titles."""
    _, plan_id = plans.store_plan(desk, PLAN)
    registrations.adopt(desk, plan_id, [one for one in registrations.candidates(desk, plan_id) if one.ticked])
    registers.set_cell(desk, "organisations", 2, "head", "Trần Văn Thí Dụ")
    registers.set_cell(desk, "organisations", 2, "head_position", "Chủ tịch")
    registers.add_row(desk, "people", {"full_name": "Lê Thị Mẫu", "position": "Chi hội trưởng"})
    titles = [
        ["Hội Nông dân", "tập thể", "Tập thể Lao động tiên tiến", ""],
        ["Lê Thị Mẫu", "cá nhân", "Lao động tiên tiến", "Sáng kiến ủ phân"],
        ["Hộ ông Phạm Văn Mẫu", "hộ gia đình", "Giấy khen", ""],
    ]
    columns = ("subject", "subject_kind", "award", "note")
    registers.paste_rows(desk, "registered_titles", columns, titles, scope=2)
    registers.paste_rows(desk, "registered_titles", columns, titles[1:2], scope=3)
    registered = registrations.registration(desk, YEAR, 2)
    promised = commitments.of_year(desk, YEAR, 2)
    assert registered
    with desk.file.act("Ghi sáng kiến, phong trào, thời hạn"):
        initiative = {"registration_id": registered.id, "name": "Ủ phân hữu cơ tại hộ", "author": "Lê Thị Mẫu"}
        records.insert(desk.file, "registered_initiatives", initiative | {"person_id": 1})
        movement = {"registration_id": registered.id, "name": "Nông dân sản xuất, kinh doanh giỏi"}
        records.insert(desk.file, "registered_movements", movement | {"note": "cả chi hội"})
        asked = {"deadline": "2026-11-30", "proof_expected": "Ảnh chụp vườn"}
        records.update(desk.file, "commitments", promised[0].id, asked)
    return desk
