"""Replacing in a stored plan: one act, one undo; tables that quote the text follow it."""

from __future__ import annotations

import pytest

from thidua_desktop.domain.errors import KnownError
from thidua_desktop.domain.plan.replacing import Wanted
from thidua_desktop.services import history
from thidua_desktop.services.plan import plans, replacing
from thidua_desktop.storage import records


def test_all_places_are_one_act_and_one_undo(desk, plan_id):
    before = plans.plan(desk, plan_id)
    wanted = Wanted("ví dụ")
    hits = replacing.find(desk, plan_id, wanted)
    assert {hit.spot.place.name for hit in hits} == {"cơ quan ban hành", "địa danh", "bảng Phong trào, dòng 1"}
    changes = replacing.replace(desk, plan_id, hits, "Mẫu", wanted)
    assert changes.text == "Thay “ví dụ” bằng “Mẫu” ở 3 chỗ"
    after = plans.plan(desk, plan_id)
    assert (after.issuer, after.place, after.movements[0].name) == (
        "Ủy ban nhân dân xã Mẫu", "Mẫu", "Xã Mẫu chung sức",
    )  # fmt: skip
    assert replacing.find(desk, plan_id, wanted) == ()
    history.undo(desk)
    assert plans.plan(desk, plan_id) == before


def test_what_is_not_there_any_more_is_refused_and_nothing_changes(desk, plan_id):
    wanted = Wanted("đời sống")
    hits = replacing.find(desk, plan_id, wanted)
    replacing.replace(desk, plan_id, hits, "mức sống", wanted)
    before = plans.plan(desk, plan_id)
    with pytest.raises(KnownError, match="đã khác lúc tìm"):
        replacing.replace(desk, plan_id, hits, "cuộc sống", wanted)
    assert plans.plan(desk, plan_id) == before


def test_an_issued_plan_is_refused(desk, plan_id):
    with desk.file.act("ban hành"):
        records.update(desk.file, "plans", plan_id, {"state": "ban hành"})
    wanted = Wanted("đời sống")
    with pytest.raises(KnownError, match="đã ban hành"):
        replacing.replace(desk, plan_id, replacing.find(desk, plan_id, wanted), "x", wanted)
