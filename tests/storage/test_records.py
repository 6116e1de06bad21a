"""Finding, ordering and moving rows."""

from __future__ import annotations

import pytest

from tests.storage.samples import PLAN
from thidua_desktop.storage import plans, records
from thidua_desktop.storage.datafile import DataFile
from thidua_desktop.storage.errors import RecordGone


@pytest.fixture
def people(file: DataFile) -> DataFile:
    with file.act("Thêm người"):
        for name, position in (
            ("Đặng Thị Ân", "Trưởng thôn"),
            ("Nguyễn Văn Ánh", "Công chức"),
            ("Dang Van An", "Công chức"),
            ("Lê Hoà", ""),
            ("Đỗ Ẩn", "Bí thư"),
        ):
            records.insert(file, "people", {"full_name": name, "position": position})
    return file


def found(file: DataFile, search: str) -> list[object]:
    return [row["full_name"] for row in records.page(file, "people", search=search, order="full_name")]


def test_search_needs_no_marks_and_no_capitals(people: DataFile) -> None:
    assert found(people, "dang") == ["Dang Van An", "Đặng Thị Ân"]
    assert found(people, "ĐẶNG") == ["Dang Van An", "Đặng Thị Ân"]
    assert found(people, "hòa") == ["Lê Hoà"]
    assert found(people, "cong chuc anh") == ["Nguyễn Văn Ánh"]
    assert found(people, "%") == []
    assert records.count(people, "people", search="công") == 2


def test_people_sort_by_given_name_in_vietnamese_order(people: DataFile) -> None:
    given = [str(name).split()[-1] for name in found(people, "")]
    assert given == ["An", "Ánh", "Ân", "Ẩn", "Hoà"]


def test_pages_join_to_the_whole_in_both_directions(people: DataFile) -> None:
    whole = records.page(people, "people", order="position")
    pages = [records.page(people, "people", order="position", limit=2, offset=at) for at in (0, 2, 4)]
    assert [row for part in pages for row in part] == whole
    assert records.page(people, "people", order="position", descending=True) == whole[::-1]


def test_without_an_order_rows_come_as_they_were_entered(people: DataFile) -> None:
    assert [row["id"] for row in records.page(people, "people")] == [1, 2, 3, 4, 5]


def test_where_takes_an_empty_value(people: DataFile) -> None:
    assert records.count(people, "people", where={"organisation_id": None}) == 5
    assert records.count(people, "people", where={"position": ""}) == 1


def test_an_unknown_table_or_column_is_a_defect(people: DataFile) -> None:
    for table, where, order in (("peple", {}, ""), ("people", {"a; DROP": 1}, ""), ("people", {}, "id DESC; --")):
        with pytest.raises(KeyError):
            records.page(people, table, where=where, order=order)


def test_an_edit_renews_what_is_searched(people: DataFile) -> None:
    row = records.page(people, "people", search="le hoa")[0]
    with people.act("Sửa"):
        records.update(people, "people", int(row["id"] or 0), {"full_name": "Lê Bình"})
    assert found(people, "hoa") == []
    assert found(people, "binh") == ["Lê Bình"]
    people.undo()
    assert found(people, "hoa") == ["Lê Hoà"]


def test_a_row_that_is_gone_is_said_in_words(file: DataFile) -> None:
    with pytest.raises(RecordGone), file.act("Sửa"):
        records.update(file, "people", 7, {"note": "x"})


def test_positions_stay_dense_through_insert_move_and_delete(file: DataFile) -> None:
    with file.act("Nhập"):
        plan_id = plans.insert_plan(file, PLAN)
        for name in "ABCD":
            records.insert(file, "plan_movements", {"plan_id": plan_id, "name": name})
        records.insert(file, "plan_movements", {"plan_id": plan_id, "name": "Đầu", "position": 0})

    def order() -> str:
        rows = records.page(file, "plan_movements", where={"plan_id": plan_id})
        assert [row["position"] for row in rows] == list(range(len(rows)))
        return " ".join(str(row["name"])[:3].strip() for row in rows)

    ids = {str(row["name"])[:3].strip(): int(row["id"] or 0) for row in records.page(file, "plan_movements")}
    assert order() == "Đầu Xã A B C D"
    for name, position, expected in (
        ("D", 1, "Đầu D Xã A B C"),
        ("Đầu", 99, "D Xã A B C Đầu"),
        ("B", -3, "B D Xã A C Đầu"),
        ("A", 3, "B D Xã A C Đầu"),
    ):
        with file.act("Chuyển"):
            records.move(file, "plan_movements", ids[name], position)
        assert order() == expected
    with file.act("Xoá"):
        records.delete(file, "plan_movements", [ids["D"], ids["A"], 999])
    assert order() == "B Xã C Đầu"


def test_ids_are_never_given_twice(file: DataFile) -> None:
    with file.act("Thêm"):
        first = records.insert(file, "people", {"full_name": "Nguyễn Văn Mẫu"})
    with file.act("Xoá"):
        records.delete(file, "people", [first])
    with file.act("Thêm"):
        assert records.insert(file, "people", {"full_name": "Trần Thị Mẫu"}) != first
