"""The papers of the year: handed out, back, signed, scanned, and found by their code."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from tests.ui.commitments.samples import PLAN
from thidua_desktop.domain.bad_input import BadInput
from thidua_desktop.domain.chasing.sent_papers import FORM, PLEDGE, PROGRESS, PaperKey
from thidua_desktop.domain.destinations import REGISTRATION, Destination
from thidua_desktop.domain.errors import KnownError
from thidua_desktop.domain.plan.plans import Phase, SourceFile
from thidua_desktop.services import act_places, history
from thidua_desktop.services.chasing import reminders, scans, sent_papers
from thidua_desktop.services.chasing.owed import owed
from thidua_desktop.services.chasing.sent_papers import Entry, papers_of_year
from thidua_desktop.services.plan import plans, versions
from thidua_desktop.services.plan import states as plan_states
from thidua_desktop.services.registers import registers
from thidua_desktop.services.registration import registrations
from thidua_desktop.services.search import search
from thidua_desktop.storage import records

JPG = SourceFile("anh.jpg", b"\xff\xd8\xff anh")
PDF = SourceFile("quet.pdf", b"%PDF-1.4 quet")


def paper(workspace, name, kind, phase=""):
    found = (one for one in papers_of_year(workspace, 2026) if one.organisation == name and one.key.paper == kind)
    return next(one for one in found if phase in one.phase)


def amend(workspace, plan_id):
    plan_states.issue(workspace, plan_id, "12", "01/02/2026")
    plan_states.issue(workspace, versions.begin_amendment(workspace, plan_id)[1], "20", "03/02/2026")


def test_every_organisation_has_every_paper_with_its_code(year):
    assert [(one.code, one.title) for one in papers_of_year(year, 2026) if one.organisation == "Hội Phụ nữ xã"] == [
        ("ĐK-2026-002", "Bản đăng ký"),
        ("GƯ-2026-002", "Giao ước"),
        ("CT-2026-002", "Giao chỉ tiêu"),
        ("KQ1-2026-002", "Phiếu kết quả 6 tháng đầu năm"),
        ("KQ2-2026-002", "Phiếu kết quả 6 tháng cuối năm"),
    ]
    assert {one.standing for one in papers_of_year(year, 2026)} == {"chưa giao"}


def test_what_is_typed_is_kept_and_one_undo_takes_back_what_one_edit_typed(year):
    key = paper(year, "Hội Nông dân xã", PLEDGE).key
    sent_papers.set_field(year, Entry(key, "handed_on", "5/2"))
    for text in ("A", "Anh", "Anh Mẫu"):
        sent_papers.set_field(year, Entry(key, "handed_to", text), editing="e")
    kept = paper(year, "Hội Nông dân xã", PLEDGE)
    assert (kept.handed_on, kept.handed_to, kept.standing) == ("2026-02-05", "Anh Mẫu", "đã giao")
    assert history.undo_text(year) == "Sửa người nhận của giao ước của Hội Nông dân xã"
    history.undo(year)
    assert paper(year, "Hội Nông dân xã", PLEDGE).handed_to == ""
    history.undo(year)
    assert paper(year, "Hội Nông dân xã", PLEDGE).id == 0


def test_a_day_that_is_none_changes_nothing(year):
    key = paper(year, "Hội Nông dân xã", PLEDGE).key
    with pytest.raises(BadInput):
        sent_papers.set_field(year, Entry(key, "returned_on", "31/2"))
    assert paper(year, "Hội Nông dân xã", PLEDGE).id == 0


def test_an_empty_field_makes_no_record(year):
    key = paper(year, "Hội Nông dân xã", PLEDGE).key
    assert not sent_papers.set_field(year, Entry(key, "note", "  "))
    assert paper(year, "Hội Nông dân xã", PLEDGE).id == 0


def test_a_column_of_days_is_one_act_and_the_wrong_ones_are_named(year):
    keys = [one.key for one in papers_of_year(year, 2026) if one.key.paper == FORM]
    entries = [Entry(key, "handed_on", text) for key, text in zip(keys, ("5/1", "hôm kia", "6/1"), strict=True)]
    _, refused = sent_papers.set_fields(year, entries)
    assert list(refused) == [entries[1]]
    assert [one.handed_on for one in papers_of_year(year, 2026) if one.key.paper == FORM] == [
        "2026-01-05",
        None,
        "2026-01-06",
    ]
    history.undo(year)
    assert {one.handed_on for one in papers_of_year(year, 2026)} == {None}


def test_what_two_plans_call_alike_is_one_phase_whichever_was_stored_first(year):
    """The first plan is issued and amended, so that its phases have younger ids than those of the second."""
    own = replace(PLAN.commitments[2], target=None)
    phases = (Phase("Đợt cao điểm", "2026-08-01", "2026-08-31"), *PLAN.phases)
    second = replace(PLAN, title="Chuyên đề", targets=(), tasks=(), commitments=(own,), phases=phases)
    _, plan_id = plans.store_plan(year, second, None)
    registrations.adopt(year, plan_id, registrations.candidates(year, plan_id))
    women = [one for one in owed(year, 2026) if one.organisation == "Hội Phụ nữ xã" and one.about == "báo cáo"]
    assert [one.count for one in women] == [2]
    reminders.record(year, 2026, women, "Zalo")
    key = paper(year, "Hội Phụ nữ xã", PROGRESS, "đầu năm").key
    sent_papers.set_field(year, Entry(key, "handed_on", "5/2"))
    amend(year, plans.plan_summaries(year)[0].id)
    assert [one.contacts for one in owed(year, 2026) if one.key[:2] == women[0].key[:2]] == [1]
    kept = paper(year, "Hội Phụ nữ xã", PROGRESS, "đầu năm")
    assert (kept.handed_on, kept.code) == ("2026-02-05", "KQ1-2026-002")
    assert sent_papers.find(year, "KQ1-2026-002").key == kept.key


# The day a form came in


def test_the_day_a_form_came_back_is_the_day_the_registration_came_in(year):
    form = paper(year, "Hội Nông dân xã", FORM)
    sent_papers.set_field(year, Entry(form.key, "returned_on", "10/2"))
    registered = registrations.registration(year, 2026, form.organisation_id)
    assert registered.received_on == "2026-02-10"
    history.undo(year)
    assert registrations.registration(year, 2026, form.organisation_id).received_on is None


def test_a_registration_that_came_in_is_a_form_that_came_back(year):
    form = paper(year, "Hội Nông dân xã", FORM)
    registrations.set_received(year, form.key.registration_id, date(2026, 2, 3))
    assert paper(year, "Hội Nông dân xã", FORM).returned_on == "2026-02-03"
    sent_papers.set_field(year, Entry(form.key, "handed_on", "2/1"))
    assert sent_papers.stored_row(year, form.key)["returned_on"] == "2026-02-03"
    registrations.set_received(year, form.key.registration_id, date(2026, 2, 4))
    assert sent_papers.stored_row(year, form.key)["returned_on"] == "2026-02-04"
    assert paper(year, "Hội Nông dân xã", FORM).returned_on == "2026-02-04"


def test_the_first_title_of_a_form_says_that_it_came_back(year):
    form = paper(year, "Hội Nông dân xã", FORM)
    sent_papers.set_field(year, Entry(form.key, "handed_on", "2/1"))
    cells = {"subject": "Nguyễn Văn Mẫu", "award": "Lao động tiên tiến"}
    registers.add_row(year, "registered_titles", cells, scope=form.key.registration_id)
    assert sent_papers.stored_row(year, form.key)["returned_on"] == "2026-02-05"


# Scans


def test_photos_and_scans_are_kept_in_their_order(year):
    key = paper(year, "Hội Nông dân xã", PLEDGE).key
    scans.attach(year, key, [JPG, PDF])
    assert [one.name for one in scans.scans(year, key)] == ["anh.jpg", "quet.pdf"]
    assert paper(year, "Hội Nông dân xã", PLEDGE).scans == 2
    assert scans.read(year, scans.scans(year, key)[1].id) == PDF
    scans.remove(year, scans.scans(year, key)[0].id)
    assert [one.name for one in scans.scans(year, key)] == ["quet.pdf"]
    history.undo(year)
    history.undo(year)
    assert scans.scans(year, key) == ()


def test_a_paper_that_was_scanned_came_back_today_unless_it_is_known_when(year):
    form, pledge = (paper(year, "Hội Nông dân xã", kind) for kind in (FORM, PLEDGE))
    registrations.set_received(year, form.key.registration_id, date(2026, 2, 3))
    scans.attach_all(year, [(form.key, JPG), (pledge.key, PDF)])
    assert paper(year, "Hội Nông dân xã", FORM).returned_on == "2026-02-03"
    assert paper(year, "Hội Nông dân xã", PLEDGE).returned_on == "2026-02-05"
    assert history.undo_text(year) == "Đính kèm 2 bản chụp của 2 giấy tờ"
    history.undo(year)
    assert (paper(year, "Hội Nông dân xã", PLEDGE).returned_on, scans.scans(year, form.key)) == (None, ())


def test_what_is_no_picture_is_refused_and_none_of_the_files_is_kept(year):
    key = paper(year, "Hội Nông dân xã", PLEDGE).key
    with pytest.raises(KnownError, match="không phải là ảnh hay bản quét"):
        scans.attach(year, key, [JPG, SourceFile("thu.docx", b"PK\x03\x04")])
    assert scans.scans(year, key) == ()


# Found again


@pytest.mark.parametrize("typed", ["ĐK-2026-002", "dk 2026 2", "ĐK–2026–002.jpg"])
def test_a_code_leads_back_to_its_paper(year, typed):
    found = sent_papers.find(year, typed)
    wanted = paper(year, "Hội Phụ nữ xã", FORM)
    assert (found.year, found.organisation_id, found.key) == (2026, wanted.organisation_id, wanted.key)


def test_the_code_of_a_phase_leads_to_the_paper_of_that_phase(year):
    assert sent_papers.find(year, "kq2 2026 1").key == paper(year, "Hội Nông dân xã", PROGRESS, "cuối").key


def test_the_sheet_of_a_person_leads_to_the_form_of_the_organisation(year):
    assert sent_papers.find(year, "CN-2026-002").key == paper(year, "Hội Phụ nữ xã", FORM).key


@pytest.mark.parametrize("typed", ["KQ5-2026-001", "KQ-2026-001", "ĐK-2026-099", "ĐK-2031-001", "phụ nữ", ""])
def test_what_is_no_code_of_the_list_leads_nowhere(year, typed):
    assert sent_papers.find(year, typed) is None


@pytest.mark.parametrize(
    ("typed", "why"),
    [("KQ-2026-001", "KQ-2026-001 thiếu số của đợt"), ("kq5 2026 1", "KQ5-2026-001 không có đợt thứ 5")],
)
def test_a_code_that_names_no_phase_is_told_which_there_are(year, typed, why):
    codes = "KQ1-2026-001 (6 tháng đầu năm), KQ2-2026-001 (6 tháng cuối năm)"
    assert sent_papers.told_phases(year, typed) == f"Mã {why}; năm 2026 có: {codes}."
    assert [sent_papers.told_phases(year, other) for other in ("KQ1-2026-001", "ĐK-2026-001", "KQ-2026-099")] == [
        ""
    ] * 3


def test_a_code_without_a_phase_means_the_only_phase_of_the_year(year):
    last = paper(year, "Hội Nông dân xã", PROGRESS, "cuối").key.phase_id
    with year.file.act("thử"):
        records.delete(year.file, "plan_phases", [last])
    assert sent_papers.find(year, "KQ-2026-001").key == paper(year, "Hội Nông dân xã", PROGRESS).key


def test_two_phases_of_one_name_in_a_plan_stay_two(year):
    first, last = (paper(year, "Hội Nông dân xã", PROGRESS, one).key for one in ("đầu", "cuối"))
    with year.file.act("thử"):
        records.update(year.file, "plan_phases", last.phase_id, {"name": "6 tháng đầu năm"})
    sent_papers.set_field(year, Entry(last, "handed_on", "5/2"))
    listed = {one.key: one for one in papers_of_year(year, 2026)}
    assert (listed[first].handed_on, listed[last].handed_on) == (None, "2026-02-05")
    assert listed[last].title == "Phiếu kết quả 6 tháng đầu năm (2)"
    sent_papers.set_field(year, Entry(first, "handed_to", "Lê Văn Giả"))
    assert sent_papers.stored_row(year, last)["handed_to"] == ""


def test_the_search_over_everything_finds_a_paper_by_its_code_first(year):
    first = search(year, "kq2 2026 1")[0]
    key = paper(year, "Hội Nông dân xã", PROGRESS, "cuối").key
    assert (first.title, [(hit.text, hit.detail) for hit in first.hits]) == (
        "Mã phiếu",
        [("KQ2-2026-001 · Phiếu kết quả", "Hội Nông dân xã · năm 2026")],
    )
    kind = f"sent_papers/progress-form/{key.phase_id}"
    assert first.hits[0].destination == Destination(REGISTRATION, kind, key.registration_id, 2026)


def test_the_search_over_everything_finds_who_took_a_paper_and_what_was_answered(year):
    key = paper(year, "Hội Nông dân xã", PLEDGE).key
    sent_papers.set_field(year, Entry(key, "handed_to", "Lê Văn Giả"))
    reminders.record(year, 2026, owed(year, 2026)[:1], "Zalo", answer="chờ Lê Văn Giả về")
    found = {group.title: group.hits[0] for group in search(year, "le van gia")}
    assert found["Giấy tờ đã giao, đã nhận"].text == "Hội Nông dân xã · Lê Văn Giả"
    assert found["Các lần nhắc"].detail == "Zalo · 05/02/2026 · năm 2026"


# What happens around them


def test_a_new_version_of_the_plan_takes_the_papers_of_its_phases_along(year):
    plan_id = plans.plan_of_year(year, 2026).id
    key = paper(year, "Hội Nông dân xã", PROGRESS, "đầu").key
    sent_papers.set_field(year, Entry(key, "returned_on", "5/2"))
    amend(year, plan_id)
    again = paper(year, "Hội Nông dân xã", PROGRESS, "đầu")
    assert again.key.phase_id != key.phase_id
    assert again.returned_on == "2026-02-05"


def test_phases_that_are_deleted_take_their_papers_along_and_undo_brings_both_back(year):
    for phase in ("đầu", "cuối"):
        sent_papers.set_field(year, Entry(paper(year, "Hội Nông dân xã", PROGRESS, phase).key, "handed_on", "hn"))
    rows = registers.page(year, "plan_phases", scope=plans.plan_of_year(year, 2026).id)
    registers.remove_rows(year, "plan_phases", [row.id for row in rows])
    assert not [one for one in papers_of_year(year, 2026) if one.key.paper == PROGRESS]
    history.undo(year)
    assert paper(year, "Hội Nông dân xã", PROGRESS, "cuối").handed_on == "2026-02-05"


def test_an_organisation_taken_out_of_the_year_takes_its_papers_along(year):
    form = paper(year, "Hội Nông dân xã", FORM)
    scans.attach(year, form.key, [JPG])
    registrations.remove_from_year(year, form.key.registration_id)
    assert "Hội Nông dân xã" not in [one.organisation for one in papers_of_year(year, 2026)]
    history.undo(year)
    assert paper(year, "Hội Nông dân xã", FORM).scans == 1


def test_the_history_of_a_paper_is_told_in_words(year):
    key = paper(year, "Hội Nông dân xã", PLEDGE).key
    sent_papers.set_field(year, Entry(key, "handed_on", "5/2"))
    sent_papers.set_field(year, Entry(key, "signed_by", "Nguyễn Văn Mẫu"))
    told = history.record_history(year, "sent_papers", sent_papers.stored_row(year, key)["id"])
    assert ("Người ký", "", "Nguyễn Văn Mẫu") in [(one.column_heading, one.before, one.after) for one in told]
    assert ("Ngày giao", "", "05/02/2026") in [(one.column_heading, one.before, one.after) for one in told]


def test_undo_leads_to_the_paper_also_when_nothing_of_it_will_be_left(year):
    key = paper(year, "Hội Phụ nữ xã", PROGRESS, "cuối").key
    wanted = Destination(REGISTRATION, f"sent_papers/progress-form/{key.phase_id}", key.registration_id, 2026)
    sent_papers.set_field(year, Entry(key, "handed_on", "5/2"))
    assert act_places.undo_place(year).destination == wanted
    scans.attach(year, key, [JPG])
    assert act_places.undo_place(year).destination == wanted


def test_a_plan_without_phases_has_the_papers_of_the_year_only(desk):
    plan_id = plans.store_plan(desk, replace(PLAN, phases=()), None)[1]
    found = registrations.candidates(desk, plan_id)
    registrations.adopt(desk, plan_id, [one for one in found if one.ticked])
    assert {one.key.paper for one in papers_of_year(desk, 2026)} == {FORM, PLEDGE, "target-assignment"}
    assert PaperKey(1, PLEDGE) in [one.key for one in papers_of_year(desk, 2026)]
