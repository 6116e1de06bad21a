"""The search over everything: what is found, what is told of it, and where it leads."""

from __future__ import annotations

from datetime import date

import pytest

from thidua_desktop.domain.destinations import AWARDS, DIRECTORY, PLANS, REGISTRATION, Destination
from thidua_desktop.services import search
from thidua_desktop.services.members import renaming
from thidua_desktop.services.registers import registers
from thidua_desktop.storage import records


@pytest.fixture
def full(desk, plan_id):
    """One record of every kind that is searched, in 2026, and a decided award of 2024."""
    with desk.file.act("Thêm dữ liệu mẫu"):
        club = records.insert(desk.file, "organisations", {"name": "Hội Nông dân xã", "kind": "Hội quần chúng"})
        person = {"full_name": "Trần Thị Mẫu", "position": "Chủ tịch Hội", "organisation_id": club}
        records.insert(desk.file, "people", person)
        registration = records.insert(desk.file, "registrations", {"year": 2026, "organisation_id": club})
        given = {"subject_kind": "cá nhân", "subject": "Trần Thị Mẫu", "award": "Lao động tiên tiến"}
        records.insert(desk.file, "registered_titles", {"registration_id": registration, **given})
        taken = {"sheet": "đăng ký", "name": "phiếu nông dân.xlsx", "taken_at": "2026-03-01T08:00:00"}
        records.insert(desk.file, "taken_files", {"registration_id": registration, **taken})
        season = {"year": 2026, "name": "Xét cuối năm", "award_type": "công trạng"}
        held = records.insert(desk.file, "rounds", season)
        records.insert(desk.file, "nominations", {"round_id": held, "state": "đề nghị", **given})
        old = {"year": 2024, "award_type": "công trạng", "level": "xã", "decision_number": "12/QĐ-UBND"}
        records.insert(desk.file, "awards", {**old, **given})
        act = {"kind": "Nghị định", "number": "1/2099/NĐ-CP", "title": "Về việc làm thử", "mark": "chưa đối chiếu"}
        records.insert(desk.file, "legal_acts", act)
    return desk


@pytest.mark.parametrize(
    ("typed", "group", "text", "detail", "tab", "kind", "year"),
    [
        ("hội nông", "Tổ chức", "Hội Nông dân xã", "Hội quần chúng", DIRECTORY, "organisations", 0),
        ("tran mau", "Cá nhân", "Trần Thị Mẫu", "Chủ tịch Hội · Hội Nông dân xã", DIRECTORY, "people", 0),
        ("phat dong", "Kế hoạch", "Kế hoạch phát động phong trào thi đua năm 2026", "năm 2026", PLANS, "plans", 2026),
        ("thue dat", "Chỉ tiêu", "Thuế đất", "năm 2026", PLANS, "plan_targets", 2026),
        ("5 ha rừng", "Cam kết", "Hội Nông dân · Trồng 5 ha rừng", "năm 2026", PLANS, "commitments", 2026),
        ("nang cao", "Mục của kế hoạch", "I. MỤC ĐÍCH", "năm 2026", PLANS, "plan_sections", 2026),
        ("van hoa", "Mục của kế hoạch", "2. Văn hóa", "năm 2026", PLANS, "plan_sections", 2026),
        (
            *("tiên tiến", "Danh hiệu đăng ký", "Trần Thị Mẫu – Lao động tiên tiến", "Hội Nông dân xã · năm 2026"),
            *(REGISTRATION, "organisations", 2026),
        ),
        (
            *("tiên tiến", "Đề nghị khen thưởng", "Trần Thị Mẫu – Lao động tiên tiến"),
            *("đề nghị · Xét cuối năm · năm 2026", AWARDS, "nominations", 2026),
        ),
        (
            *("tiên tiến", "Khen thưởng đã có", "Trần Thị Mẫu – Lao động tiên tiến"),
            *("Quyết định 12/QĐ-UBND · năm 2024", AWARDS, "awards", 0),
        ),
        (
            *("phieu nong", "Tệp đã nhận", "phiếu nông dân.xlsx", "phiếu đăng ký · Hội Nông dân xã · năm 2026"),
            *(REGISTRATION, "organisations", 2026),
        ),
        ("1/2099", "Văn bản căn cứ", "Nghị định 1/2099/NĐ-CP", "Về việc làm thử", DIRECTORY, "legal_acts", 0),
    ],
)
def test_every_kind_is_found_and_leads_to_its_place(full, typed, group, text, detail, tab, kind, year):
    found = {one.title: one for one in search.search(full, typed)}
    hit = found[group].hits[0]
    assert (hit.text, hit.detail) == (text, detail)
    assert (hit.destination.tab, hit.destination.kind, hit.destination.year) == (tab, kind, year)
    assert hit.destination.id > 0


def test_a_find_names_the_record_itself(full):
    (group,) = search.search(full, "Trồng rừng")
    row = registers.page(full, "commitments", scope=1)[0]
    assert group.hits[0].destination == Destination(PLANS, "commitments", row.id, 2026)


def test_marks_capitals_and_the_order_of_words_do_not_matter(full):
    for typed in ("Trần Thị Mẫu", "mau tran", "TRAN THI", "mẫu  thị"):
        assert "Trần Thị Mẫu" in [hit.text for group in search.search(full, typed) for hit in group.hits]


@pytest.mark.parametrize("typed", ["", "   ", "a", "không có ở đâu cả"])
def test_nothing_is_found_for_nothing(full, typed):
    assert search.search(full, typed) == ()


def test_a_name_that_begins_with_the_word_comes_before_one_that_only_holds_it(desk):
    for name in ("Lê Văn Toan", "Phạm Văn An", "Đặng Thị Hoàng Oanh"):
        registers.add_row(desk, "people", {"full_name": name})
    people = search.search(desk, "oa")[0]
    assert [hit.text for hit in people.hits] == ["Đặng Thị Hoàng Oanh", "Lê Văn Toan"]


def test_words_that_stand_together_come_before_the_same_words_apart(desk):
    for name in ("Hội Nông nghiệp của dân", "Hội Nông dân"):
        registers.add_row(desk, "organisations", {"name": name})
    assert [hit.text for hit in search.search(desk, "nông dân")[0].hits] == ["Hội Nông dân", "Hội Nông nghiệp của dân"]


def test_a_long_group_says_that_there_is_more(desk):
    for number in range(search.PER_GROUP + 1):
        registers.add_row(desk, "people", {"full_name": f"Nguyễn Văn Mẫu {number}"})
    (people,) = search.search(desk, "nguyễn")
    assert (len(people.hits), people.more) == (search.PER_GROUP, True)
    (fewer,) = search.search(desk, "nguyễn 3")
    assert (len(fewer.hits), fewer.more) == (1, False)


def test_an_earlier_name_leads_to_the_organisation(full):
    club = registers.page(full, "organisations")[0].id
    renaming.rename(full, club, "Hội Nông dân Việt Nam xã Ví Dụ", date(2025, 7, 1))
    found = {one.title: one.hits for one in search.search(full, "hoi nong dan xa")}
    (hit,) = found["Tên cũ của tổ chức"]
    assert (hit.text, hit.detail) == ("Hội Nông dân xã", "nay là Hội Nông dân Việt Nam xã Ví Dụ")
    assert hit.destination == Destination(DIRECTORY, "organisations", club, 0)
