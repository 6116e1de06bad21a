"""The papers of an organisation that were filled in with Word: what the program printed in them reads back unchanged."""

from __future__ import annotations

import io
from collections.abc import Callable
from datetime import date

import docx
import pytest
from docx.document import Document

from tests.services.sheets.returning import Recipient, report_on, returned, shown
from tests.sheet_forms import plain_sheet
from thidua_desktop.domain.plan.plans import SourceFile
from thidua_desktop.exporting import docx as our_docx
from thidua_desktop.services.chasing import sent_papers
from thidua_desktop.services.export_parts import Request
from thidua_desktop.services.exports import EXPORTS
from thidua_desktop.services.registers import registers
from thidua_desktop.services.registration import registrations
from thidua_desktop.services.sheets.reviewing import review
from thidua_desktop.services.sheets.taking import take
from thidua_desktop.services.workspace import Workspace
from thidua_desktop.storage import records
from thidua_desktop.storage.registration import titles_of_year


def word(
    desk: Workspace,
    paper: str,
    organisation_id: int | None,
    fill: Callable[[Document], object] = id,
    *,
    blank: bool = False,
) -> SourceFile:
    """The paper of the organisation, of all for None, after ``fill`` typed into it with Word."""
    about = EXPORTS[paper]
    assert about.document is not None
    made = our_docx.render(about.document(desk, Request(2026, organisation_id=organisation_id, blank=blank)))
    opened, out = docx.Document(io.BytesIO(made)), io.BytesIO()
    fill(opened)
    opened.save(out)
    return SourceFile("bản word.docx", out.getvalue())


def table(paper: Document, heading: str):
    """The table that has this heading."""
    return next(one for one in paper.tables if heading in [cell.text for cell in one.rows[0].cells])


@pytest.fixture
def registered(desk, farmers, recipient) -> int:
    """Hội Nông dân after its Excel form came: somebody with three titles, an initiative, two figures in one commitment."""
    who = {"full_name": "Hoàng Thị Hòa", "organisation_id": "Hội Nông dân", "position": "Chủ tịch Hội"}
    registers.add_row(desk, "people", who)
    awards = ("LĐTT", "Chiến sĩ thi đua cơ sở", "Giấy khen")
    form = recipient().type("Tập thể", {"B5": "Hội Nông dân", "C5": "Tập thể lao động tiên tiến"})
    for row, award in enumerate(awards, 5):
        form.type("Cá nhân", {f"B{row}": "Hoàng Thị Hòa", f"D{row}": award, f"E{row}": "lần đầu" if row == 6 else None})
    form.type("Sáng kiến", {"B5": "Ủ phân", "C5": "Hoàng Thị Hòa", "D5": "tỉnh", "E5": "mới"})
    form.type("Phong trào", {"B5": "Xã Ví Dụ chung sức"})
    form.type("Cam kết", {"B6": "làm đường", "D6": 2, "E6": "km", "F6": date(2026, 6, 30)})
    form.type("Cam kết", {"D7": 300, "E7": "triệu đồng"})
    take(desk, 2026, report_on(desk, form.send()))
    return farmers


def test_the_registration_form_as_it_was_printed_changes_nothing(desk, registered):
    report = report_on(desk, word(desk, "registration-form", registered))
    assert {(state, *row.reasons) for (state, _), row in zip(shown(report), report.rows, strict=True)} == {
        ("như đã có",)
    }
    assert len(report.rows) == 8


def test_a_further_figure_of_a_commitment_has_its_result_in_a_row_without_words(desk, registered):
    def fill(paper):
        for row, result in zip(table(paper, "Kết quả từ đầu năm").rows[1:], ("4,5", "1,5 km", "200"), strict=True):
            row.cells[3].text = result

    report = report_on(desk, word(desk, "progress-form", registered, fill))
    rows = [("lấy", "Trồng 5 ha rừng – 4,5"), ("lấy", "làm đường – 1,5"), ("lấy", "làm đường – 200")]
    assert shown(report) == rows
    take(desk, 2026, report)
    assert {state for state, _ in shown(report_on(desk, word(desk, "progress-form", registered)))} == {"như đã có"}


def test_a_result_with_more_decimals_than_are_printed_is_the_same(desk, registered, recipient):
    take(desk, 2026, report_on(desk, recipient("kết quả").type("Kết quả", {"F5": 6 * 0.8}).send()))
    assert shown(report_on(desk, word(desk, "progress-form", registered)))[0] == ("như đã có", "Trồng 5 ha rừng – 4,8")


def test_a_result_that_is_missing_is_told(desk, registered):
    report = report_on(desk, word(desk, "progress-form", registered))
    assert [row.reasons for row in report.rows] == [("Đơn vị chưa ghi kết quả.",)] * 3


def test_cells_merged_over_rows_count_for_each_of_them(desk, farmers):
    def fill(paper):
        rows = table(paper, "Họ và tên").rows
        rows[1].cells[1].merge(rows[2].cells[1]).text = "Lê Mẫu"
        rows[1].cells[3].text, rows[2].cells[3].text = "Lao động tiên tiến", "Chiến sĩ thi đua cơ sở"

    report = report_on(desk, word(desk, "registration-form", farmers, fill, blank=True))
    assert [text for _, text in shown(report)] == ["Lê Mẫu – Lao động tiên tiến", "Lê Mẫu – Chiến sĩ thi đua cơ sở"]
    assert "ô gộp" in report.remarks[0]


def test_several_titles_in_one_cell_are_several(desk, farmers):
    head = ("STT", "Họ và tên", "Danh hiệu")
    report = report_on(desk, plain_sheet(("Hội Nông dân",), head, (1, "Lê Mẫu", "Lao động tiên tiến, CSTĐCS")))
    assert [text for _, text in shown(report)] == ["Lê Mẫu – Lao động tiên tiến", "Lê Mẫu – Chiến sĩ thi đua cơ sở"]


def test_a_sheet_without_a_column_leaves_what_is_stored_in_it(desk, registered):
    head = ("STT", "Họ và tên", "Danh hiệu")
    same = (1, "Hoàng Thị Hòa", "Chiến sĩ thi đua cơ sở")
    report = report_on(desk, plain_sheet(("Hội Nông dân",), head, same))
    assert shown(report)[0] == ("như đã có", "Hoàng Thị Hòa – Chiến sĩ thi đua cơ sở – lần đầu")


# Papers that go out on paper alone


def test_the_pledge_comes_back_with_what_was_added_to_it_but_is_not_signed_by_that(desk, registered):
    def fill(paper):
        row = table(paper, "Kế hoạch 2026").add_row()
        for place, text in enumerate(("3", "Vận động quỹ", "triệu đồng", "≥ 20")):
            row.cells[place].text = text

    report = report_on(desk, word(desk, "pledge", registered, fill))
    assert (report.kind, report.organisation) == ("giao ước", "Hội Nông dân")
    assert shown(report)[-1] == ("lấy", "Vận động quỹ – ≥ 20 triệu đồng")
    assert {state for state, _ in shown(report)[:-1]} == {"như đã có"}
    take(desk, 2026, report)
    papers = {one.title: one.standing for one in sent_papers.papers_of_year(desk, 2026)}
    assert papers["Giao ước"] == "chưa giao"
    assert report_on(desk, word(desk, "pledge", registered)).state == "idle"


def of_person(name: str, award: str) -> Callable[[Document], object]:
    def fill(paper):
        for one in paper.paragraphs:
            one.text = one.text.replace("Họ và tên: ....", f"Họ và tên: {name} ..").replace(
                "Chức vụ: .", "Chức vụ: Hội viên "
            )
        table(paper, "Danh hiệu, hình thức đăng ký").rows[1].cells[1].text = award
        table(paper, "Tên sáng kiến, đề tài").rows[1].cells[1].text = f"Sáng kiến của {name}"
        table(paper, "Nội dung cam kết").rows[1].cells[1].text = "Học tập"

    return fill


def test_papers_of_persons_are_taken_beside_each_other(desk, farmers):
    people = (("Lê Mẫu", "LĐTT"), ("Võ Mẫu", "Lao động tiên tiến"))
    files = [word(desk, "personal-registration", farmers, of_person(*one), blank=True) for one in people]
    reports = review(desk, 2026, returned(*files))
    assert [(one.state, one.kind, one.filled_by) for one in reports] == [
        ("ready", "cá nhân", "Lê Mẫu"),
        ("ready", "cá nhân", "Võ Mẫu"),
    ]
    assert shown(reports[0]) == [
        ("đã sửa", "Lê Mẫu – Lao động tiên tiến – Hội viên"),
        ("lấy", "Sáng kiến của Lê Mẫu – Lê Mẫu – cơ sở"),
        ("từ chối", "Học tập"),
    ]
    for one in reports:
        take(desk, 2026, one)
    assert [row["subject"] for row in titles_of_year(desk.file, 2026)] == ["Lê Mẫu", "Võ Mẫu"]
    assert registrations.registration(desk, 2026, farmers).received_on is None
    assert [one.state for one in review(desk, 2026, returned(*files))] == ["taken", "taken"]


def test_papers_of_several_persons_in_one_file_are_each_of_their_own(desk, registered):
    take(
        desk,
        2026,
        report_on(desk, word(desk, "personal-registration", registered, of_person("Lê Mẫu", "LĐTT"), blank=True)),
    )
    report = report_on(desk, word(desk, "personal-registration", registered))
    assert report.filled_by == "Hoàng Thị Hòa, Lê Mẫu"
    assert {state for state, _ in shown(report)} == {"như đã có"}


def test_the_list_of_households_comes_back_and_the_registration_form_leaves_them_alone(desk, plan_id):
    registrations.enter_new(desk, 2026, "Thôn Mẫu", "Thôn, tổ dân phố")
    hamlet = int(records.page(desk.file, "organisations")[-1]["id"])

    def fill(paper):
        for row, name in zip(table(paper, "Họ và tên chủ hộ").rows[1:], ("Lê Mẫu", "Võ Mẫu"), strict=False):
            row.cells[1].text = name
        totals = next(one for one in paper.paragraphs if one.text.startswith("Tổng số hộ"))
        totals.text = "Tổng số hộ: 120 hộ; số hộ đăng ký: 2, tỷ lệ 1,7%; số hộ đạt: ........, tỷ lệ ........."

    report = report_on(desk, word(desk, "culture-list", hamlet, fill, blank=True))
    assert (report.kind, report.organisation) == ("gia đình văn hóa", "Thôn Mẫu")
    assert shown(report) == [
        ("lấy", "Lê Mẫu – Gia đình văn hóa"),
        ("lấy", "Võ Mẫu – Gia đình văn hóa"),
        ("lấy", "Tổng số hộ: 120"),
        ("lấy", "Số hộ đăng ký Gia đình văn hóa: 2"),
    ]
    take(desk, 2026, report)
    assert [row["subject_kind"] for row in titles_of_year(desk.file, 2026)] == ["hộ gia đình"] * 2
    excel = Recipient.of(desk, "đăng ký", hamlet, "thôn.xlsx")
    take(desk, 2026, report_on(desk, excel.type("Cá nhân", {"B7": "Hồ Mẫu", "D7": "LĐTT"}).send()))
    form = report_on(desk, word(desk, "registration-form", hamlet))
    assert shown(form) == [("như đã có", "Hồ Mẫu – Lao động tiên tiến")]
