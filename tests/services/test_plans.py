from __future__ import annotations

import re
import unicodedata
from contextlib import closing
from dataclasses import fields, replace
from pathlib import Path

import pytest

from tests.services import rewording
from tests.services.samples import PLAN
from thidua_desktop.domain.bad_input import BadInput
from thidua_desktop.domain.errors import KnownError
from thidua_desktop.domain.plan.plans import PartialDate, Plan, SourceFile
from thidua_desktop.domain.richtext import Paragraph, Run, plain
from thidua_desktop.services import history
from thidua_desktop.services.office import safekeeping, years
from thidua_desktop.services.plan import plans
from thidua_desktop.services.registers import registers
from thidua_desktop.services.registration import commitments
from thidua_desktop.services.reports import overview, reports
from thidua_desktop.services.workspace import Workspace
from thidua_desktop.storage.backups import default_folder
from thidua_desktop.storage.datafile import DataFile


def without_ids(value: object) -> object:
    """A plan as it was before it had rows in the data file."""
    if isinstance(value, tuple):
        return tuple(without_ids(item) for item in value)
    if not hasattr(value, "__dataclass_fields__"):
        return value
    parts = {part.name: without_ids(getattr(value, part.name)) for part in fields(value)}  # type: ignore[arg-type]
    return replace(value, **(parts | ({"id": 0} if "id" in parts else {})))  # type: ignore[type-var]


def outline(desk: Workspace, plan_id: int) -> list[str]:
    return [f"{section.marker} {section.heading}" for section in plans.plan(desk, plan_id).all_sections()]


def section_id(desk: Workspace, plan_id: int, heading: str | None) -> int:
    return next(section.id for section in plans.plan(desk, plan_id).all_sections() if section.heading == heading)


def test_a_plan_comes_back_as_it_went_in_with_its_file(desk: Workspace, plan_id: int) -> None:
    assert without_ids(plans.plan(desk, plan_id)) == PLAN
    assert plans.source_file(desk, plan_id) == SourceFile("kế hoạch.docx", b"noi dung")
    summary = plans.plan_summaries(desk, 2026)[0]
    assert (summary.title, summary.targets, summary.movements, summary.phases) == (PLAN.title, 2, 1, 1)
    assert summary.source_name == "kế hoạch.docx"
    assert plans.plan_summaries(desk, 2025) == []


def test_storing_is_one_undo_and_one_redo(desk: Workspace) -> None:
    act = history.undo_text(desk)
    changes, plan_id = plans.store_plan(desk, replace(PLAN, year=2027), SourceFile("a.docx", b"x"))
    assert changes.touches("plans") and changes.touches("plan_targets")
    assert changes.text == "Nhập kế hoạch “Phát động phong trào thi đua năm 2026”"
    assert years.years(desk) == [2027, 2026]
    history.undo(desk)
    assert (plans.plan_summaries(desk), years.years(desk), history.undo_text(desk)) == ([], [2026], act)
    history.redo(desk)
    assert plans.source_file(desk, plan_id) == SourceFile("a.docx", b"x")
    assert without_ids(plans.plan(desk, plan_id)) == replace(PLAN, year=2027)


def test_an_import_is_backed_up_before(desk: Workspace) -> None:
    years.add_year(desk, 2031)
    plans.store_plan(desk, replace(PLAN, year=2032), SourceFile("a.docx", b"x"))
    with closing(DataFile.open(safekeeping.backups(desk)[0].path)) as copy:
        before = Workspace(copy, desk.definitions)
        assert (years.years(before), plans.plan_summaries(before)) == ([2031, 2026], [])


def test_an_import_that_cannot_be_backed_up_is_not_stored(desk: Workspace) -> None:
    default_folder(desk.file.path).write_text("một tệp ở chỗ của thư mục", encoding="utf-8")
    with pytest.raises(KnownError, match="Chưa nhập kế hoạch vì chưa sao lưu được trước khi nhập"):
        plans.store_plan(desk, PLAN, SourceFile("a.docx", b"x"))
    assert plans.plan_summaries(desk) == []
    assert plans.store_plan(desk, PLAN)[0]


def test_a_plan_written_here_has_no_file(desk: Workspace) -> None:
    changes, plan_id = plans.store_plan(desk, Plan(2026, "PHÁT ĐỘNG"))
    assert changes.text == "Thêm phát động"
    assert plans.source_file(desk, plan_id) is None


def test_a_plan_of_no_year_is_refused(desk: Workspace) -> None:
    with pytest.raises(BadInput, match="0 không phải là năm thi đua"):
        plans.store_plan(desk, replace(PLAN, year=0), SourceFile("a.docx", b"x"))
    assert plans.plan_summaries(desk) == []


def test_a_removed_plan_comes_back_whole(desk: Workspace, plan_id: int) -> None:
    before = plans.plan(desk, plan_id)
    assert plans.remove_plan(desk, plan_id).touches("plans")
    with pytest.raises(KnownError, match="không còn trong tệp dữ liệu"):
        plans.plan(desk, plan_id)
    with pytest.raises(KnownError, match="không còn trong tệp dữ liệu"):
        plans.remove_plan(desk, plan_id)
    history.undo(desk)
    assert plans.plan(desk, plan_id) == before
    assert plans.source_file(desk, plan_id) is not None


def test_a_lost_attachment_is_said_in_words(desk: Workspace, plan_id: int) -> None:
    folder = desk.file.path.with_name(f"{desk.file.path.name}-files")
    for kept in folder.iterdir():
        kept.unlink()
    with pytest.raises(KnownError, match=r"không có tệp đính kèm “kế hoạch.docx”.*còn nguyên"):
        plans.source_file(desk, plan_id)


FIELDS = [
    ("title", " Phát  động\nmới ", "title", "Phát động mới"),
    ("doc_type", "CHƯƠNG TRÌNH", "doc_type", "CHƯƠNG TRÌNH"),
    ("symbol", "", "symbol", None),
    ("number", "007", "number", 7),
    ("place", "Ví Dụ Mới", "place", "Ví Dụ Mới"),
    ("day", "28", "date", PartialDate(28, 2, 2026)),
    ("month", "", "date", PartialDate(None, None, 2026)),
    ("date_year", "2025", "date", PartialDate(None, 2, 2025)),
    ("theme", "Đoàn kết", "theme", "Đoàn kết"),
    ("issuer", "", "issuer", ""),
    ("year", "2030", "year", 2030),
]


@pytest.mark.parametrize(("field", "typed", "where", "stored"), FIELDS)
def test_a_field_is_stored_and_undone(
    desk: Workspace, plan_id: int, field: str, typed: str, where: str, stored: object
) -> None:
    before = plans.plan(desk, plan_id)
    assert plans.set_plan_field(desk, plan_id, field, typed).touches("plans")
    assert getattr(plans.plan(desk, plan_id), where) == stored
    assert not plans.set_plan_field(desk, plan_id, field, typed)
    history.undo(desk)
    assert plans.plan(desk, plan_id) == before


def test_texts_of_another_program_are_composed_and_hold_nothing_that_no_file_can_keep(desk: Workspace) -> None:
    pasted = unicodedata.normalize("NFD", "Đường phố") + "\0\ud83d"
    _, plan_id = plans.store_plan(desk, PLAN, SourceFile(f"{pasted}.docx", b"x"))
    _, new_id = plans.add_section(desk, plan_id, parent_id=None, position=0, heading=pasted)
    rewording.set_body(desk, plan_id, new_id, (plain(pasted),))
    rewording.set_text(desk, plan_id, "closing", (plain(pasted),))
    stored = plans.plan(desk, plan_id)
    assert (stored.sections[0].heading, stored.sections[0].body) == ("Đường phố", (plain("Đường phố"),))
    assert stored.closing == (plain("Đường phố"),)
    rewording.set_heading(desk, plan_id, new_id, "Khác")
    rewording.set_heading(desk, plan_id, new_id, pasted)
    assert plans.plan(desk, plan_id).sections[0].heading == "Đường phố"
    assert plans.plan_summaries(desk)[-1].source_name == "Đường phố.docx"


def test_the_signer_keeps_lines_apart(desk: Workspace, plan_id: int) -> None:
    plans.set_plan_field(desk, plan_id, "signer_title", "KT. CHỦ TỊCH\n  PHÓ CHỦ TỊCH")
    plans.set_plan_field(desk, plan_id, "signer_name", "Lê Văn Mẫu")
    plans.set_plan_field(desk, plan_id, "signer_authority", "")
    signer = plans.plan(desk, plan_id).signer
    assert (signer.authority, signer.title, signer.name) == (None, "KT. CHỦ TỊCH\nPHÓ CHỦ TỊCH", "Lê Văn Mẫu")
    assert history.undo_text(desk) == "Sửa thẩm quyền ký của kế hoạch"


@pytest.mark.parametrize(
    ("field", "typed", "said"),
    [
        ("number", "bảy", "“bảy” không dùng được làm số"),
        ("number", "0", "từ 1 đến 99999"),
        ("day", "32", "từ 1 đến 31"),
        ("day", "29", "Không có ngày 29/2/2026"),
        ("month", "13", "từ 1 đến 12"),
        ("date_year", "26", "từ 1945 đến 2200"),
        ("year", "", "không phải là năm"),
        ("year", "1900", "không phải là năm thi đua"),
    ],
)
def test_a_field_that_cannot_be(desk: Workspace, plan_id: int, field: str, typed: str, said: str) -> None:
    before = plans.plan(desk, plan_id)
    with pytest.raises(BadInput, match=re.escape(said)):
        plans.set_plan_field(desk, plan_id, field, typed)
    assert plans.plan(desk, plan_id) == before


def test_text_keeps_bold_and_italic(desk: Workspace, plan_id: int) -> None:
    text = (Paragraph((Run("Căn cứ "), Run("Luật", bold=True, italic=True))), plain("một ý", "-"))
    rewording.set_text(desk, plan_id, "preamble", text)
    rewording.set_text(desk, plan_id, "closing", ())
    first = section_id(desk, plan_id, "MỤC ĐÍCH")
    rewording.set_body(desk, plan_id, first, text)
    stored = plans.plan(desk, plan_id)
    assert (stored.preamble, stored.closing, stored.sections[0].body) == (text, (), text)
    assert history.undo_text(desk) == "Sửa nội dung mục I. “MỤC ĐÍCH”"


def test_a_visit_of_a_field_is_one_undo(desk: Workspace, plan_id: int) -> None:
    before = plans.plan(desk, plan_id)
    for text in ("P", "Ph", "Phát"):
        plans.set_plan_field(desk, plan_id, "title", text, editing="1")
    for text in ("C", "Ch"):
        rewording.set_heading(desk, plan_id, before.sections[1].id, text, editing="1")
    history.undo(desk)
    assert outline(desk, plan_id)[1] == "II. CHỈ TIÊU"
    history.undo(desk)
    assert plans.plan(desk, plan_id) == before


def test_sections_are_added_where_they_belong_and_renumber(desk: Workspace, plan_id: int) -> None:
    parent = section_id(desk, plan_id, "CHỈ TIÊU")
    changes, new = plans.add_section(desk, plan_id, parent_id=parent, position=0, heading="Chung")
    assert changes.touches("plan_sections") and new in changes.ids["plan_sections"]
    plans.add_section(desk, plan_id, parent_id=None, position=1, heading="YÊU CẦU")
    plans.add_section(desk, plan_id, parent_id=new, position=0, heading=None)
    assert outline(desk, plan_id) == [
        "I. MỤC ĐÍCH", "II. YÊU CẦU", "III. CHỈ TIÊU", "1. Chung", "a) None", "2. Kinh tế", "3. None", "IV. TỔ CHỨC",
    ]  # fmt: skip
    for _ in range(3):
        history.undo(desk)
    assert without_ids(plans.plan(desk, plan_id)) == PLAN


def test_sections_are_moved_with_levels_and_numbers(desk: Workspace, plan_id: int) -> None:
    whole = plans.plan(desk, plan_id)
    changes = plans.move_section(
        desk, section_id(desk, plan_id, "CHỈ TIÊU"), parent_id=whole.sections[0].id, position=0
    )
    assert changes.text == "Chuyển mục II. “CHỈ TIÊU”"
    assert outline(desk, plan_id) == ["I. MỤC ĐÍCH", "1. CHỈ TIÊU", "a) Kinh tế", "b) None", "II. TỔ CHỨC"]
    assert [section.level for section in plans.plan(desk, plan_id).all_sections()] == [1, 2, 3, 3, 1]
    plans.move_section(desk, section_id(desk, plan_id, "Kinh tế"), parent_id=None, position=9)
    assert outline(desk, plan_id)[-1] == "III. Kinh tế"
    history.undo(desk)
    history.undo(desk)
    assert plans.plan(desk, plan_id) == whole


def test_a_section_cannot_go_into_itself(desk: Workspace, plan_id: int) -> None:
    whole = plans.plan(desk, plan_id)
    upper, lower = whole.sections[1], whole.sections[1].children[0]
    with pytest.raises(KnownError, match="vào bên trong chính nó"):
        plans.move_section(desk, upper.id, parent_id=lower.id, position=0)
    assert plans.plan(desk, plan_id) == whole


def test_a_section_goes_with_all_below_it_and_comes_back(desk: Workspace, plan_id: int) -> None:
    whole = plans.plan(desk, plan_id)
    plans.remove_section(desk, section_id(desk, plan_id, "CHỈ TIÊU"))
    assert outline(desk, plan_id) == ["I. MỤC ĐÍCH", "II. TỔ CHỨC"]
    history.undo(desk)
    assert plans.plan(desk, plan_id) == whole
    with pytest.raises(KnownError, match="không còn"):
        plans.remove_section(desk, 999)


def test_wrong_numbers_are_put_right_in_one_act(desk: Workspace) -> None:
    wrong = tuple(
        replace(section, marker=marker) for section, marker in zip(PLAN.sections, ("I.", "III.", "III."), strict=True)
    )
    _, plan_id = plans.store_plan(desk, replace(PLAN, sections=wrong))
    assert plans.renumber_sections(desk, plan_id).touches("plan_sections")
    assert [section.marker for section in plans.plan(desk, plan_id).sections] == ["I.", "II.", "III."]
    assert not plans.renumber_sections(desk, plan_id)
    history.undo(desk)
    assert [section.marker for section in plans.plan(desk, plan_id).sections] == ["I.", "III.", "III."]


def test_the_plan_of_the_year_is_the_newest_wherever_one_is_meant(desk: Workspace, plan_id: int) -> None:
    year = plans.plan(desk, plan_id).year
    _, newer = plans.store_plan(desk, plans.blank_plan(desk, year))  # with fewer targets than the one before
    found = plans.plan_of_year(desk, year)
    assert found is not None and found.id == newer
    reported = reports.gather(desk, year).plan
    assert reported is not None and reported.id == newer
    [step] = [one for one in overview.overview(desk, year).steps if one.title == "Kế hoạch"]
    assert step.destination.id == newer
    body = registers.add_row(desk, "organisations", {"name": "Hội Nông dân"})[1]
    _, commitment = commitments.add(desk, year, body, "Trồng 12 ha rừng")
    assert [one.plan_id for one in commitments.of_year(desk, year, body) if one.id == commitment] == [newer]
    assert plans.plan_of_year(desk, year + 1) is None


def test_plans_called_alike_are_told_apart_by_their_numbers(desk: Workspace) -> None:
    again = replace(PLAN, title=PLAN.title.upper())
    assert plans.namesakes(desk, PLAN) == []
    for one in (PLAN, replace(PLAN, year=PLAN.year + 1), replace(PLAN, title=""), PLAN):
        plans.store_plan(desk, one)
    assert plans.namesakes(desk, again) == [1, 4]
    assert plans.namesakes(desk, replace(PLAN, title="")) == []
    assert plans.names_in_list(plans.plan_summaries(desk, PLAN.year)) == {
        1: f"{PLAN.title} (bản 1)",
        3: PLAN.doc_type,
        4: f"{PLAN.title} (bản 4)",
    }


REAL_PLANS = sorted((Path(__file__).parents[3] / "shared" / "plans").glob("*.docx"))


@pytest.mark.skipif(not REAL_PLANS, reason="the real plans are not beside the repository")
@pytest.mark.parametrize("path", REAL_PLANS, ids=lambda path: path.stem)
def test_real_plans_are_stored_whole_and_keep_their_numbers(desk: Workspace, path: Path) -> None:
    from thidua_desktop.importing.files import read_source
    from thidua_desktop.importing.plan import read_plan

    source = read_source(path)
    reading = read_plan(source)
    _, plan_id = plans.store_plan(desk, reading.plan, source)
    assert without_ids(plans.plan(desk, plan_id)) == without_ids(reading.plan)
    before = outline(desk, plan_id)
    plans.renumber_sections(desk, plan_id)
    assert [re.sub(r"\. (?=\d)", ".", line) for line in before] == outline(desk, plan_id)


@pytest.mark.parametrize(
    ("planned", "worked_in", "opens"),
    [
        ((), 0, 2026),  # only the year the file was made for
        ((2024,), 0, 2024),  # an older plan was brought into a file of this year
        ((2023, 2024, 2026), 0, 2026),
        ((2026, 2027), 0, 2026),  # next year's plan is made ahead
        ((2024, 2027), 0, 2027),
        ((2024, 2026), 2024, 2024),  # last worked in 2024
        ((2024,), 2026, 2026),  # last worked in 2026, before its plan
        ((2024,), 2019, 2024),  # a year that is gone
    ],
)
def test_the_program_begins_with_the_year_that_has_work_in_it(
    desk: Workspace, planned: tuple[int, ...], worked_in: int, opens: int
) -> None:
    for year in planned:
        plans.store_plan(desk, replace(PLAN, year=year))
    assert desk.today().year == 2026
    assert plans.year_to_open(desk, worked_in) == opens
