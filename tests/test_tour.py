"""The tour of a whole year works in the real window; steps that go wrong are named."""

from __future__ import annotations

import pytest

from tour import story
from tour.hands import expect
from tour.record import Record, StepFailed
from tour.sample_plan import sample_plan


@pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
def test_a_whole_year_is_done_in_the_window(qapp, tmp_path):
    record = story.tell(sample_plan(tmp_path / "Kế hoạch.docx"), tmp_path / "vòng")
    told = (tmp_path / "vòng" / "tour.md").read_text(encoding="utf-8")
    left = [name for step in record.steps for name in (*step.pictures, *step.papers)]
    assert all((tmp_path / "vòng" / name).stat().st_size > 1000 for name in left)
    assert all(name in told for name in left)
    assert {name.rsplit(".", 1)[1] for name in left} == {"png", "docx", "pdf", "xlsx"}


def test_a_step_that_goes_wrong_is_named(tmp_path):
    record = Record(tmp_path)
    with pytest.raises(StepFailed, match="Họp Hội đồng: chưa có ai được chọn"), record.step("Họp Hội đồng"):
        expect(False, "chưa có ai được chọn")
    assert "## 1. Họp Hội đồng" in record.write().read_text(encoding="utf-8")
