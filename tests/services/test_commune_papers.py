"""The commune's own registration and pledge: what it keeps, and how the paper tells figures from above from its own."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.services.registering_year import YEAR, year
from thidua_desktop.domain.papers import blocks
from thidua_desktop.domain.plan.plans import Plan, Target, TargetValue
from thidua_desktop.domain.registration.commune import CommuneRegistration
from thidua_desktop.services import print_jobs
from thidua_desktop.services.export_parts import Request
from thidua_desktop.services.exports import EXPORTS
from thidua_desktop.services.plan import plans
from thidua_desktop.services.print_jobs import PrintJob
from thidua_desktop.services.registers import registers
from thidua_desktop.services.registration.commune import commune_registration, store_commune_registration
from thidua_desktop.services.workspace import Workspace

__all__ = ["year"]
OWN = CommuneRegistration(
    ("Cờ thi đua của Ủy ban nhân dân tỉnh",), ("  Không để ai  bị bỏ lại phía sau ", " "), "Cụm thi đua số 5", ""
)


def tables(workspace: Workspace) -> list[blocks.Table]:
    paper = EXPORTS["commune-registration"].document
    assert paper
    return [block for block in paper(workspace, Request(YEAR)).blocks if isinstance(block, blocks.Table)]


def test_what_the_commune_registers_is_kept_by_year_and_undone(desk: Workspace) -> None:
    changes = store_commune_registration(desk, YEAR, OWN)
    kept = commune_registration(desk, YEAR)
    assert kept.pledges == ("Không để ai bị bỏ lại phía sau",) and kept.titles == OWN.titles
    assert commune_registration(desk, YEAR + 1) == CommuneRegistration()
    assert changes.text == "Sửa đăng ký của xã với tỉnh năm 2026"
    desk.file.undo()
    assert commune_registration(desk, YEAR) == CommuneRegistration()


def test_the_paper_says_what_is_registered_and_with_whom(year: Workspace) -> None:
    store_commune_registration(year, YEAR, OWN)
    paper = EXPORTS["commune-registration"].document
    assert paper
    made = paper(year, Request(YEAR))
    texts = [block.paragraph.text for block in made.blocks if isinstance(block, blocks.Text)]
    assert texts[:2] == ["Kính gửi: Hội đồng Thi đua - Khen thưởng tỉnh Mẫu;", "Cụm thi đua số 5"]
    assert "đăng ký và giao ước thi đua năm 2026 với Hội đồng Thi đua - Khen thưởng tỉnh Mẫu" in texts[2]
    signature = made.blocks[-1]
    assert isinstance(signature, blocks.Signature)
    assert (signature.right.authority, signature.right.position) == (("TM. ỦY BAN NHÂN DÂN",), ("CHỦ TỊCH",))
    assert isinstance(signature.left, blocks.Recipients) and "- Sở Nội vụ;" in signature.left.lines


def test_what_the_province_gives_is_named_and_what_the_commune_gives_is_not(year: Workspace) -> None:
    titles = [
        ["Lê Thị Mẫu", "cá nhân", "Bằng khen của Ủy ban nhân dân tỉnh"],
        ["Công an xã", "tập thể", "Đơn vị tiên tiến"],  # the police gives it
    ]
    registers.paste_rows(year, "registered_titles", ("subject", "subject_kind", "award"), titles, scope=2)
    higher = tables(year)[1]
    (row,) = higher.rows
    assert row[0] == "1" and "Bằng khen" in row[1] and row[2:] == ("1", "Lê Thị Mẫu")


@pytest.mark.parametrize(
    ("values", "above", "own"),
    [
        ([(62, "tỉnh"), (63, "HĐND xã")], "62", "63"),
        ([(62, "UBND tỉnh")], "62", "62"),
        ([(62, "thị xã"), (63, "HĐND xã")], "62", "63"),
        ([(62, None)], "", "62"),
        ([(62, "HĐND xã")], "", "62"),
    ],
)
def test_figures_from_above_stand_apart(
    desk: Workspace, values: list[tuple[float, str | None]], above: str, own: str
) -> None:
    target = Target("", "Thu nhập", values=tuple(TargetValue(value, "%", "=", giver) for value, giver in values))
    plans.store_plan(desk, Plan(YEAR, title="Kế hoạch", targets=(target,)))
    headings = [column.heading for column in tables(desk)[2].columns]
    assert ("Cấp trên giao" in headings) is bool(above)
    assert tables(desk)[2].rows == (("1", "Thu nhập", "%", *filter(None, (above,)), own),)


def test_without_a_plan_there_is_room_to_write(desk: Workspace) -> None:
    assert [len(table.rows) for table in tables(desk)] == [3, 3, 8, 4]
    assert [len(table.columns) for table in tables(desk)] == [2, 4, 5, 2]


def test_a_blank_one_leaves_all_but_whom_it_is_for_to_the_pen(year: Workspace) -> None:
    store_commune_registration(year, YEAR, OWN)
    paper = EXPORTS["commune-registration"].document
    assert paper
    made = paper(year, Request(YEAR, blank=True))
    tables = [block for block in made.blocks if isinstance(block, blocks.Table)]
    assert [len(table.rows) for table in tables] == [3, 3, 8, 4]
    assert not any(any(row[1:]) for table in tables for row in table.rows)
    assert "Kính gửi: Hội đồng Thi đua - Khen thưởng tỉnh Mẫu;" in [
        block.paragraph.text for block in made.blocks if isinstance(block, blocks.Text)
    ]


def test_a_figure_below_what_was_assigned_is_told_and_printed_all_the_same(desk: Workspace) -> None:
    values = (TargetValue(95.52, "%", "=", "thị xã"), TargetValue(90, "%", "=", "HĐND xã"))
    plans.store_plan(desk, Plan(YEAR, title="Kế hoạch", targets=(Target("", "Bảo hiểm y tế", values=values),)))
    job = PrintJob(YEAR, ("commune-registration",), ())
    told = "Mức xã đăng ký chưa đạt số cấp trên giao ở 1 chỉ tiêu: Bảo hiểm y tế (đăng ký 90%, thị xã giao 95,52%)."
    assert print_jobs.remarks(desk, job) == (told,)
    assert print_jobs.remarks(desk, replace(job, blank=True)) == ()
    assert tables(desk)[2].rows == (("1", "Bảo hiểm y tế", "%", "95,52", "90"),)
