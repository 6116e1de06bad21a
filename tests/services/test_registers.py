from __future__ import annotations

import pytest

from thidua_desktop.domain.bad_input import BadInput
from thidua_desktop.domain.errors import KnownError
from thidua_desktop.domain.registers.catalogue import REGISTERS
from thidua_desktop.services import history
from thidua_desktop.services.awards import nominations, rounds
from thidua_desktop.services.plan import plans
from thidua_desktop.services.registers import registers
from thidua_desktop.services.workspace import Workspace
from thidua_desktop.storage.keys import sorted_columns


def column(desk: Workspace, kind: str, key: str, **options: object) -> list[str]:
    place = registers.register(kind).keys.index(key)
    return [row.cells[place] for row in registers.page(desk, kind, **options)]  # type: ignore[arg-type]


def cell(desk: Workspace, kind: str, row_id: int, key: str) -> str:
    row = registers.row(desk, kind, row_id)
    assert row is not None
    return row.cells[registers.register(kind).keys.index(key)]


# one cell of every kind of column: (register, cells of the row, key, typed, shown afterwards)
CELLS = [
    ("organisations", {"name": "Hội A"}, "short_name", "  HND ", "HND"),
    ("organisations", {"name": "Hội A"}, "kind", "hoi quan chung", "Hội quần chúng"),
    ("organisations", {"name": "Hội A"}, "kind", "Loại mới", "Loại mới"),
    ("organisations", {"name": "Hội A"}, "precedence", "7", "7"),
    ("organisations", {"name": "Hội A"}, "must_report", "không", "không"),
    ("organisations", {"name": "Hội A"}, "active_from", "2025", "2025"),
    ("people", {"full_name": "Trần Thị Ví Dụ"}, "birth_date", "5-2-1990", "05/02/1990"),
    ("people", {"full_name": "Trần Thị Ví Dụ"}, "birth_date", "", ""),
    ("people", {"full_name": "Trần Thị Ví Dụ"}, "note", "dòng một\ndòng hai", "dòng một\ndòng hai"),
    ("people", {"full_name": "Trần Thị Ví Dụ"}, "sex", "NỮ", "nữ"),
    ("organisations", {"name": "Hội A"}, "printed_name", "HỘI A XÃ VÍ DỤ", "HỘI A XÃ VÍ DỤ"),
    ("organisations", {"name": "Hội A"}, "by_school_year", "x", "có"),
    ("people", {"full_name": "Trần Thị Ví Dụ"}, "identity_number", "001 190 000 678", "•••• 678"),
    ("people", {"full_name": "Trần Thị Ví Dụ"}, "party_member", "có", "có"),
    ("people", {"full_name": "Trần Thị Ví Dụ"}, "unions", "Công đoàn; Hội Phụ nữ", "Công đoàn; Hội Phụ nữ"),
    ("people", {"full_name": "Trần Thị Ví Dụ"}, "employed_on", "1/9/2012", "01/09/2012"),
    ("blocks", {"name": "Khối trường học"}, "kind", "CỤM", "cụm"),
    ("legal_acts", {"number": "99/2026/NĐ-CP"}, "mark", "Đã đối chiếu", "đã đối chiếu"),
]


@pytest.mark.parametrize(("kind", "cells", "key", "typed", "shown"), CELLS)
def test_a_cell_is_read_by_its_column_and_undone(
    desk: Workspace, kind: str, cells: dict[str, str], key: str, typed: str, shown: str
) -> None:
    _, row_id = registers.add_row(desk, kind, cells)
    before = cell(desk, kind, row_id, key)
    changes = registers.set_cell(desk, kind, row_id, key, typed)
    assert cell(desk, kind, row_id, key) == shown
    if before != shown:
        assert changes.ids[kind] == {row_id}
        history.undo(desk)
    assert cell(desk, kind, row_id, key) == before


def test_an_identity_number_is_read_by_nobody_but_whom_it_is_shown(desk: Workspace) -> None:
    cells = {"full_name": "Trần Thị Ví Dụ", "identity_number": "001190000678"}
    _, row_id = registers.add_row(desk, "people", cells)
    registers.set_cell(desk, "people", row_id, "identity_number", "001190000999")
    told = [f"{entry.act} {entry.before} {entry.after}" for entry in history.record_history(desk, "people", row_id)]
    assert any("•••• 678 •••• 999" in line for line in told)
    assert not any("00119" in line for line in told)
    assert registers.count(desk, "people", search="001190000999") == 0
    with pytest.raises(BadInput, match="dấu che"):
        registers.set_cell(desk, "people", row_id, "identity_number", "•••• 123")


def test_an_organisation_moves_up_and_down_and_all_are_numbered_anew(desk: Workspace) -> None:
    places = {"Hội A": "10", "Hội B": "10", "Hội C": "30"}
    ids = {
        name: registers.add_row(desk, "organisations", {"name": name, "precedence": place})[1]
        for name, place in places.items()
    }
    registers.move_row(desk, "organisations", ids["Hội C"], 1)
    assert column(desk, "organisations", "name") == ["Hội A", "Hội C", "Hội B"]
    assert column(desk, "organisations", "precedence") == ["1", "2", "3"]
    history.undo(desk)
    assert column(desk, "organisations", "name") == ["Hội A", "Hội B", "Hội C"]
    assert column(desk, "organisations", "precedence") == ["10", "10", "30"]


@pytest.mark.parametrize("kind", REGISTERS)
def test_a_draft_is_searched_as_the_data_file_is(desk: Workspace, kind: str) -> None:
    assert set(REGISTERS[kind].search) == set(sorted_columns(desk.file.columns(kind)))


PLAN_CELLS = [
    ("plan_targets", "values", "≥ 96%; thị xã giao 10 ha; 1–2 nhà", "≥ 96%; thị xã giao 10 ha; 1–2 nhà"),
    ("plan_targets", "values", "", ""),
    ("plan_targets", "unit", "triệu đồng", "triệu đồng"),
    ("plan_targets", "comparator", "≥", "từ … trở lên (≥)"),
    ("plan_targets", "last_year", "9,5", "9,5"),
    ("plan_targets", "direction", "thấp hơn là tốt", "thấp hơn là tốt"),
    ("plan_targets", "kind", "định tính", "định tính"),
    ("plan_targets", "group", "", ""),
    ("plan_movements", "kind", "cuộc vận động", "cuộc vận động"),
    ("plan_phases", "occasions", "30/4; 2/9", "30/4; 2/9"),
    ("plan_phases", "report_deadline", "01/07/2026", "01/07/2026"),
    ("plan_tasks", "done_on", "1/12/2026", "01/12/2026"),
    ("plan_recipients", "suffix", "", ""),
    ("plan_bases", "number", "01/2026/NĐ-CP", "01/2026/NĐ-CP"),
    ("commitments", "values", "khoảng 6 ha", "khoảng 6 ha"),
]


@pytest.mark.parametrize(("kind", "key", "typed", "shown"), PLAN_CELLS)
def test_a_cell_of_a_plan_is_undone_and_redone(
    desk: Workspace, plan_id: int, kind: str, key: str, typed: str, shown: str
) -> None:
    row_id = registers.page(desk, kind, scope=plan_id)[0].id
    before = cell(desk, kind, row_id, key)
    changes = registers.set_cell(desk, kind, row_id, key, typed)
    assert changes.touches(kind) and changes.ids[kind] == {row_id}
    assert cell(desk, kind, row_id, key) == shown
    history.undo(desk)
    assert cell(desk, kind, row_id, key) == before
    assert history.redo(desk).touches(kind)
    assert cell(desk, kind, row_id, key) == shown


@pytest.mark.parametrize(
    ("typed", "shown"), [("đạt", "đạt"), ("Chưa đạt.", "chưa đạt"), ("1", "đạt"), ("0", "chưa đạt"), ("9,5", "9,5")]
)
def test_last_year_of_a_target_without_a_figure_is_reached_or_not(
    desk: Workspace, plan_id: int, typed: str, shown: str
) -> None:
    _, row_id = registers.add_row(desk, "plan_targets", {"indicator": "Xã đạt chuẩn"}, scope=plan_id)
    registers.set_cell(desk, "plan_targets", row_id, "last_year", typed)
    assert cell(desk, "plan_targets", row_id, "last_year") == shown
    _, other = registers.add_row(desk, "plan_targets", {"indicator": "Xã sạch", "last_year": typed}, scope=plan_id)
    assert cell(desk, "plan_targets", other, "last_year") == shown


def test_last_year_of_a_target_with_a_figure_is_a_number(desk: Workspace, plan_id: int) -> None:
    cells = {"indicator": "Nhà tình nghĩa", "values": "2 nhà", "last_year": "1"}
    _, row_id = registers.add_row(desk, "plan_targets", cells, scope=plan_id)
    assert cell(desk, "plan_targets", row_id, "last_year") == "1"
    with pytest.raises(BadInput, match="Chỉ tiêu này có số"):
        registers.set_cell(desk, "plan_targets", row_id, "last_year", "đạt")
    with pytest.raises(BadInput, match="Chỉ tiêu này có số"):
        registers.add_row(desk, "plan_targets", {**cells, "last_year": "đạt"}, scope=plan_id)


@pytest.mark.parametrize(
    ("kind", "cells", "key", "typed", "said"),
    [
        ("signers", {"full_name": "Lê Văn Mẫu"}, "full_name", " ", "không được để trống"),
        ("signers", {"full_name": "Lê Văn Mẫu"}, "valid_from", "31/02/2026", "không phải là ngày có thật"),
        ("organisations", {"name": "Hội A"}, "precedence", "đầu", "không phải là số nguyên"),
        ("organisations", {"name": "Hội A"}, "active_to", "26", "không phải là năm"),
        ("organisations", {"name": "Hội A"}, "must_report", "có thể", "không phải là có hay không"),
        ("organisations", {"name": "Hội A"}, "parent_id", "Hội không có", "Chưa có “Hội không có”"),
        ("organisations", {"name": "Hội A"}, "precedence", "9" * 16, "quá lớn"),
        ("people", {"full_name": "Lê Văn Mẫu"}, "sex", "khác", "không có trong các lựa chọn"),
    ],
)
def test_what_does_not_fit_is_refused_and_nothing_changes(
    desk: Workspace, kind: str, cells: dict[str, str], key: str, typed: str, said: str
) -> None:
    _, row_id = registers.add_row(desk, kind, cells)
    before, act = registers.row(desk, kind, row_id), history.undo_text(desk)
    with pytest.raises(BadInput, match=said):
        registers.set_cell(desk, kind, row_id, key, typed)
    assert (registers.row(desk, kind, row_id), history.undo_text(desk)) == (before, act)


def test_acts_are_named_as_the_clerk_would_say_them(desk: Workspace, plan_id: int) -> None:
    registers.set_cell(desk, "signers", 1, "position", "PHÓ CHỦ TỊCH")
    assert history.undo_text(desk) == "Sửa chức vụ của Nguyễn Văn Mẫu"
    target = registers.page(desk, "plan_targets", scope=plan_id)[0].id
    registers.set_cell(desk, "plan_targets", target, "values", "11 tỷ đồng")
    assert history.undo_text(desk) == "Sửa giá trị của chỉ tiêu “Thu ngân sách”"
    registers.set_cell(desk, "plan_targets", target, "indicator", "Thu ngân sách xã")
    assert history.undo_text(desk) == "Sửa chỉ tiêu “Thu ngân sách”"
    registers.add_row(desk, "organisations", {"name": "Hội A"})
    assert history.undo_text(desk) == "Thêm tổ chức Hội A"
    registers.add_row(desk, "blocks", {"name": "Khối thôn"})
    assert history.undo_text(desk) == "Thêm Khối thôn"
    registers.remove_rows(desk, "plan_targets", [target])
    assert history.undo_text(desk) == "Xóa chỉ tiêu “Thu ngân sách xã”"


def test_typing_in_one_cell_is_one_undo_and_another_cell_another(desk: Workspace) -> None:
    for text in ("P", "PH", "PHÓ"):
        registers.set_cell(desk, "signers", 1, "position", text, editing="a")
    registers.set_cell(desk, "signers", 1, "authority", "KT. CHỦ TỊCH", editing="a")
    history.undo(desk)
    assert registers.page(desk, "signers")[0].cells[1:3] == ("PHÓ", "TM. ỦY BAN NHÂN DÂN")
    history.undo(desk)
    assert cell(desk, "signers", 1, "position") == "CHỦ TỊCH"


def test_the_same_text_again_changes_nothing(desk: Workspace, plan_id: int) -> None:
    act = history.undo_text(desk)
    assert not registers.set_cell(desk, "signers", 1, "position", "CHỦ TỊCH")
    target = registers.page(desk, "plan_targets", scope=plan_id)[0].id
    assert not registers.set_cell(desk, "plan_targets", target, "values", "tỉnh giao 10 tỷ đồng")
    assert history.undo_text(desk) == act


def test_a_row_that_is_gone(desk: Workspace) -> None:
    with pytest.raises(KnownError, match="không còn trong tệp dữ liệu"):
        registers.set_cell(desk, "signers", 77, "position", "CHỦ TỊCH")
    assert registers.row(desk, "signers", 77) is None
    assert not registers.remove_rows(desk, "signers", [77])


def test_new_rows_take_the_defaults_of_their_columns(desk: Workspace, plan_id: int) -> None:
    _, row_id = registers.add_row(desk, "organisations", {"name": "Hội A"})
    assert (cell(desk, "organisations", row_id, "must_register"), cell(desk, "organisations", row_id, "kind")) == (
        "có",
        "",
    )
    _, row_id = registers.add_row(desk, "plan_targets", {"indicator": "Trồng cây"}, scope=plan_id, position=0)
    assert cell(desk, "plan_targets", row_id, "kind") == "định lượng"
    assert column(desk, "plan_targets", "indicator", scope=plan_id) == ["Trồng cây", "Thu ngân sách", "Thuế đất"]


@pytest.mark.parametrize(
    ("cells", "said"),
    [
        ({}, "không được để trống"),
        ({"name": "hội  a"}, "Đã có tổ chức “hội a”"),
        ({"name": "B", "active_from": "x"}, "năm"),
    ],
)
def test_rows_that_cannot_be_added(desk: Workspace, cells: dict[str, str], said: str) -> None:
    registers.add_row(desk, "organisations", {"name": "Hội A"})
    with pytest.raises(BadInput, match=said):
        registers.add_row(desk, "organisations", cells)
    assert column(desk, "organisations", "name") == ["Hội A"]


def test_a_name_that_is_taken_is_said_by_its_name(desk: Workspace) -> None:
    registers.add_row(desk, "organisations", {"name": "Hội A"})
    _, other = registers.add_row(desk, "organisations", {"name": "Hội B"})
    with pytest.raises(BadInput, match="Đã có tổ chức “Hội A” trong Tổ chức thành viên"):
        registers.set_cell(desk, "organisations", other, "name", "Hội A")
    registers.add_row(desk, "signers", {"full_name": "Nguyễn Văn Mẫu", "position": "PHÓ", "valid_from": "1/1/2026"})
    _, twin = registers.add_row(
        desk, "signers", {"full_name": "Nguyễn Văn Mẫu", "position": "KT", "valid_from": "1/1/2026"}
    )
    with pytest.raises(BadInput, match="Đã có người ký “Nguyễn Văn Mẫu”"):
        registers.set_cell(desk, "signers", twin, "position", "PHÓ")


def test_links_are_shown_and_typed_by_name(desk: Workspace) -> None:
    registers.add_row(desk, "organisations", {"name": "Hội Phụ nữ"})
    _, person = registers.add_row(desk, "people", {"full_name": "Trần Thị Ví Dụ", "organisation_id": "hoi phu nu"})
    assert cell(desk, "people", person, "organisation_id") == "Hội Phụ nữ"
    assert registers.choices(desk, "people", "organisation_id") == ("Hội Phụ nữ",)
    registers.set_cell(desk, "people", person, "organisation_id", "")
    assert cell(desk, "people", person, "organisation_id") == ""


def test_an_organisation_cannot_stand_below_itself(desk: Workspace) -> None:
    ids = [registers.add_row(desk, "organisations", {"name": name})[1] for name in ("A", "B", "C")]
    registers.set_cell(desk, "organisations", ids[1], "parent_id", "A")
    registers.set_cell(desk, "organisations", ids[2], "parent_id", "B")
    for above in ("A", "B", "C"):
        with pytest.raises(BadInput, match="“A” không thể nằm trong chính nó"):
            registers.set_cell(desk, "organisations", ids[0], "parent_id", above)


def test_a_record_in_use_says_who_uses_it(desk: Workspace) -> None:
    _, used = registers.add_row(desk, "organisations", {"name": "Hội A"})
    _, free = registers.add_row(desk, "organisations", {"name": "Hội B"})
    registers.add_row(desk, "organisations", {"name": "Chi hội", "parent_id": "Hội A"})
    for name in ("Trần Thị Ví Dụ", "Lê Văn Mẫu"):
        registers.add_row(desk, "people", {"full_name": name, "organisation_id": "Hội A"})
    rounds.add_round(desk, 2026, "Đợt thử")
    nominations.add_row(desk, "nominations", {"subject": "Hội A", "award": "TTLĐTT"}, scope=1)
    with pytest.raises(
        KnownError, match="Còn 1 tổ chức, 2 cá nhân và 1 đề nghị khen thưởng đang gắn với tổ chức “Hội A”"
    ):
        registers.remove_rows(desk, "organisations", [free, used])
    assert registers.count(desk, "organisations") == 3


def test_several_rows_go_and_come_back_as_one(desk: Workspace, plan_id: int) -> None:
    ids = [row.id for row in registers.page(desk, "plan_targets", scope=plan_id)]
    before = plans.plan(desk, plan_id)
    changes = registers.remove_rows(desk, "plan_targets", ids)
    assert changes.ids["plan_targets"] == set(ids)
    assert changes.text == "Xóa 2 dòng trong Chỉ tiêu"
    assert plans.plan(desk, plan_id).targets == ()
    history.undo(desk)
    assert plans.plan(desk, plan_id) == before


def test_several_cells_are_emptied_as_one_act_and_those_that_must_not_be_stay(desk: Workspace, plan_id: int) -> None:
    ids = [row.id for row in registers.page(desk, "plan_targets", scope=plan_id)]
    before = plans.plan(desk, plan_id)
    emptied = registers.empty_cells(
        desk, "plan_targets", [(row_id, key) for row_id in ids for key in ("indicator", "responsible", "values")]
    )
    assert [(row_id, key) for row_id, key, _ in emptied.refused] == [(row_id, "indicator") for row_id in ids]
    after = plans.plan(desk, plan_id).targets
    assert [target.indicator for target in after] == [target.indicator for target in before.targets]
    assert not any(target.values or target.responsible for target in after)
    assert history.is_newest(desk, emptied.changes)
    history.undo(desk)
    assert plans.plan(desk, plan_id) == before
    assert not history.is_newest(desk, emptied.changes)


def test_rows_of_a_plan_are_moved(desk: Workspace, plan_id: int) -> None:
    first = registers.page(desk, "plan_recipients", scope=plan_id)[0].id
    assert registers.move_row(desk, "plan_recipients", first, 9).touches("plan_recipients")
    assert column(desk, "plan_recipients", "name", scope=plan_id) == ["Lưu: VT", "UBND tỉnh"]
    assert plans.plan(desk, plan_id).recipients[1].name == "UBND tỉnh"


def test_a_block_is_one_act_and_its_bad_rows_are_named(desk: Workspace) -> None:
    rows = [
        ["Hội Nông dân", "", "2000"],
        ["Chi hội Một", "Hội Nông dân", ""],
        ["", "", "2001"],
        ["HỘI NÔNG DÂN", "", ""],
        ["Hội B", "", "hai nghìn"],
        ["Hội C", "Hội chưa có", ""],
        ["Hội D", "", ""],
    ]
    result = registers.paste_rows(desk, "organisations", ["name", "parent_id", "active_from"], rows)
    assert result.added == 3
    assert [number for number, _ in result.refused] == [3, 4, 5, 6]
    assert all(reason for _, reason in result.refused)
    assert result.changes.text == "Dán các dòng vào Tổ chức thành viên"
    assert column(desk, "organisations", "parent_id", order="name") == ["Hội Nông dân", "", ""]
    history.undo(desk)
    assert registers.count(desk, "organisations") == 0


def test_a_block_with_figures_and_parts(desk: Workspace, plan_id: int) -> None:
    rows = [["Trồng rừng", "≥ 10 ha", ""], ["Rừng phòng hộ", "4 ha; 1e", "Trồng rừng"], ["Cây bóng mát", "9" * 400, ""]]
    result = registers.paste_rows(desk, "plan_targets", ["indicator", "values", "parent_id"], rows, scope=plan_id)
    assert (result.added, [number for number, _ in result.refused]) == (2, [3])
    targets = plans.plan(desk, plan_id).targets[2:]
    assert [(target.indicator, target.parent) for target in targets] == [("Trồng rừng", None), ("Rừng phòng hộ", 2)]
    assert targets[0].values[0].comparator == ">="


def test_a_block_with_nothing_good_leaves_no_act(desk: Workspace) -> None:
    act = history.undo_text(desk)
    result = registers.paste_rows(desk, "people", ["full_name"], [[""], [" "]])
    assert (result.added, len(result.refused), bool(result.changes)) == (0, 2, False)
    assert history.undo_text(desk) == act


PEOPLE = ["Nguyễn Văn Ánh", "Trần Thị Đào", "Lê Văn An", "Phạm Thị Dung", "Đỗ Văn Ân"]


def test_people_are_found_and_sorted_as_in_a_vietnamese_list(desk: Workspace) -> None:
    registers.paste_rows(desk, "people", ["full_name"], [[name] for name in PEOPLE])
    by_name = ["Lê Văn An", "Nguyễn Văn Ánh", "Đỗ Văn Ân", "Phạm Thị Dung", "Trần Thị Đào"]
    assert column(desk, "people", "full_name") == by_name
    assert column(desk, "people", "full_name", order="full_name", descending=True) == by_name[::-1]
    assert column(desk, "people", "full_name", limit=2, offset=1) == by_name[1:3]
    assert column(desk, "people", "full_name", search="dao thi") == ["Trần Thị Đào"]
    assert registers.count(desk, "people", search="VĂN") == 3


def test_links_and_figures_are_sorted_by_what_is_shown(desk: Workspace, plan_id: int) -> None:
    for name in ("Thôn Đông", "Thôn An", "Thôn Dương"):
        registers.add_row(desk, "organisations", {"name": name})
        registers.add_row(desk, "people", {"full_name": f"Người {name}", "organisation_id": name})
    shown = ["Thôn An", "Thôn Dương", "Thôn Đông"]
    assert column(desk, "people", "organisation_id", order="organisation_id") == shown
    assert column(desk, "people", "organisation_id", order="organisation_id", descending=True, limit=1) == shown[2:]
    assert column(desk, "people", "organisation_id", order="organisation_id", limit=5, offset=1) == shown[1:]
    assert len(registers.page(desk, "plan_targets", scope=plan_id, order="values")) == 2


@pytest.mark.parametrize("kind", REGISTERS)
def test_every_register_can_be_paged_searched_and_sorted_by_every_column(
    desk: Workspace, plan_id: int, kind: str
) -> None:
    register = registers.register(kind)
    scope = plan_id if register.scope else None
    whole = registers.count(desk, kind, scope=scope)
    for key in ("", *register.keys):
        assert len(registers.page(desk, kind, scope=scope, order=key, limit=-1)) == whole
    assert registers.count(desk, kind, scope=scope, search="không có chữ này") == 0
    for key in register.keys:
        registers.choices(desk, kind, key, scope=scope)
