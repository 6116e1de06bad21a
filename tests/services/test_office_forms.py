"""The office's own forms: used when good, named by line when not, several for one paper, handed over, and the way back."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from thidua_desktop import shipped
from thidua_desktop.domain.bad_input import BadInput
from thidua_desktop.domain.errors import KnownError
from thidua_desktop.domain.papers.form_properties import PAGE, changed
from thidua_desktop.domain.papers.form_words import PaperFields
from thidua_desktop.services import history
from thidua_desktop.services.export_parts import Request
from thidua_desktop.services.exports import EXPORTS
from thidua_desktop.services.office import form_files, forms
from thidua_desktop.services.plan import papers
from thidua_desktop.services.workspace import Workspace
from thidua_desktop.storage import records

TITLE = "Bảng chỉ tiêu thi đua"


def shipped_form(name: str) -> str:
    return (shipped.FORMS / f"{name}.toml").read_text(encoding="utf-8")


def own(desk: Workspace) -> list[str]:
    return [f"{one.paper} {one.name}".strip() for one in forms.all_forms(desk) if one.is_own]


def with_title(words: str) -> str:
    return shipped_form("targets").replace("BẢNG CHỈ TIÊU THI ĐUA", words)


def insert(desk: Workspace, name: str, content: str) -> None:
    with desk.file.act("Nạp biểu mẫu"):
        records.insert(desk.file, "office_definitions", {"kind": "biểu mẫu", "name": name, "content": content})


def test_an_offices_own_form_is_used_until_it_is_given_back(desk: Workspace, plan_id: int) -> None:
    shipped_paper = papers.targets_document(desk, plan_id)
    own_text = with_title("BẢNG CHỈ TIÊU CỦA XÃ")
    forms.store_text(desk, "targets", own_text)
    assert history.undo_text(desk) == f"Sửa mẫu “{TITLE}”"
    assert forms.form_text(desk, "targets") == own_text
    assert forms.form_text(desk, "plan") == shipped_form("plan")
    assert own(desk) == ["targets"]
    assert "BẢNG CHỈ TIÊU CỦA XÃ" in str(papers.targets_document(desk, plan_id))
    forms.remove_form(desk, "targets")
    assert papers.targets_document(desk, plan_id) == shipped_paper
    history.undo(desk)
    assert "BẢNG CHỈ TIÊU CỦA XÃ" in str(papers.targets_document(desk, plan_id))


def test_a_form_typed_in_and_typed_back_is_still_the_original(desk: Workspace) -> None:
    before = history.undo_text(desk)
    assert not forms.store_text(desk, "targets", shipped_form("targets")).act
    assert own(desk) == []
    assert history.undo_text(desk) == before


@pytest.mark.parametrize(
    ("old", "instead", "place"),
    [
        ("{year}", "{nam}", "dòng 15, khối thứ 1 (title), mục “subject”: không có trường “{nam}”"),
        ('type = "table"', 'type = "bang"', "dòng 18, khối thứ 2: “type” phải là"),
        ('source = "targets"\n', "", "dòng 18, khối thứ 2 (table), mục “source”: phải là"),
        ('doc_type = "Phụ lục"\n', "", "dòng 12, khối thứ 1 (title): thiếu mục “doc_type”"),
        ("note = ", "ghi_chu = ", "dòng 16, khối thứ 1 (title): không biết mục “ghi_chu”"),
        ("width = 19", "width = 0", "dòng 25, khối thứ 2 (table), mục “columns”, cột thứ 3, mục “width”: phải lớn"),
        ("left = 30", 'left = "3 cm"', "dòng 7, phần [page], mục “left”"),
        ("[page]", "[page", "dòng 6: sai cách viết TOML"),
        ('paper = "targets"', 'paper = "targets', "dòng 3: sai cách viết TOML"),
        ('paper = "targets"', 'paper = "plan"', "dòng 3, mục “paper”: là “plan”, tức biểu mẫu “Kế hoạch phát động"),
        ("left = 30", f"left = {'9' * 5000}", "sai cách viết TOML"),
        ("left = 30", f"left = {'[' * 20000}", "sai cách viết TOML"),
    ],
)
def test_a_mistake_in_a_form_is_named_and_the_good_one_kept(
    desk: Workspace, plan_id: int, old: str, instead: str, place: str
) -> None:
    shipped_paper = papers.targets_document(desk, plan_id)
    with pytest.raises(KnownError) as refused:
        forms.store_text(desk, "targets", shipped_form("targets").replace(old, instead))
    assert place in refused.value.happened
    assert own(desk) == []
    assert papers.targets_document(desk, plan_id) == shipped_paper


def test_a_stored_form_that_no_longer_fits_is_named_and_nothing_else_printed(desk: Workspace, plan_id: int) -> None:
    shipped_paper = papers.targets_document(desk, plan_id)
    insert(desk, "targets", 'paper = "targets"')
    with pytest.raises(KnownError, match=f"Biểu mẫu “{TITLE}”: chưa có khối") as refused:
        papers.targets_document(desk, plan_id)
    assert "về mẫu gốc" in refused.value.advice
    problems = {one.paper: one.problem for one in forms.all_forms(desk) if one.problem}
    assert problems == {"targets": "chưa có khối [[block]] nào"}
    assert forms.form_text(desk, "targets") == 'paper = "targets"', "what is to be mended can be taken out"
    asked = Request(2026, plan_id, form=forms.SHIPPED)
    assert EXPORTS["targets"].document(desk, asked) == shipped_paper, "the one that ships can be asked for"


def test_what_a_paper_can_be_set_in_is_offered_the_broken_one_left_out(desk: Workspace) -> None:
    forms.add_form(desk, "targets", "mẫu của khối trường")
    insert(desk, "targets/mẫu hỏng", "x")
    assert forms.to_choose(desk, "targets") == forms.Offered(
        {"Mẫu thường dùng": "", "mẫu của khối trường": "mẫu của khối trường"}
    )
    insert(desk, "targets", 'paper = "targets"')
    offered = forms.to_choose(desk, "targets")
    assert offered.forms == {"Mẫu gốc": "mẫu gốc", "mẫu của khối trường": "mẫu của khối trường"}
    assert offered.problem == "Chưa có khối [[block]] nào."
    assert forms.to_choose(desk, "a-sheet").forms == {"Mẫu thường dùng": ""}


# Edited in the window


def test_edits_of_one_field_are_one_act(desk: Workspace) -> None:
    for title in ("Mẫu s", "Mẫu sử", "Mẫu sửa"):
        forms.store_form(desk, replace(forms.definition(desk, "targets"), title=title), editing="a")
    assert forms.definition(desk, "targets").title == "Mẫu sửa"
    history.undo(desk)
    assert own(desk) == []


def test_margins_wider_than_the_paper_are_refused_by_their_place(desk: Workspace) -> None:
    made = forms.definition(desk, "targets")
    left = next(one for one in PAGE if one.key == "left")
    wide = changed(made, left, PaperFields("targets", TITLE, {}), 200.0)
    with pytest.raises(KnownError, match="phần \\[page\\]: lề rộng hơn khổ giấy"):
        forms.store_form(desk, wide)
    assert own(desk) == []


# Other forms for the same paper


def test_another_form_is_made_of_one_that_is_there_and_asked_for_by_name(desk: Workspace, plan_id: int) -> None:
    forms.store_text(desk, "targets", with_title("CỦA XÃ"))
    forms.add_form(desk, "targets", "  mẫu của khối trường ")
    assert history.undo_text(desk) == f"Thêm mẫu “{TITLE} – mẫu của khối trường”"
    assert forms.definition(desk, "targets", "mẫu của khối trường").items == forms.definition(desk, "targets").items
    forms.store_text(desk, "targets", with_title("CỦA KHỐI TRƯỜNG"), "mẫu của khối trường")
    shown = {
        name: str(EXPORTS["targets"].document(desk, Request(2026, plan_id, form=name)))
        for name in ("", "Mau cua khoi truong", forms.SHIPPED)
    }
    assert "CỦA XÃ" in shown[""]
    assert "CỦA KHỐI TRƯỜNG" in shown["Mau cua khoi truong"]
    assert "BẢNG CHỈ TIÊU THI ĐUA" in shown[forms.SHIPPED]
    listed = [(one.title, one.name) for one in forms.all_forms(desk) if one.paper == "targets"]
    assert listed == [(TITLE, ""), (TITLE, "mẫu của khối trường")], "right below the usual one"
    forms.remove_form(desk, "targets", "mẫu của khối trường")
    assert forms.names(desk, "targets") == ()


@pytest.mark.parametrize("name", ["", "  ", "a/b", "x" * 61, "Mẫu gốc", "MẪU CỦA KHỐI TRƯỜNG"])
def test_a_name_that_does_not_do_is_refused(desk: Workspace, name: str) -> None:
    forms.add_form(desk, "targets", "mẫu của khối trường")
    with pytest.raises(BadInput):
        forms.add_form(desk, "targets", name)
    assert forms.names(desk, "targets") == ("mẫu của khối trường",)


def test_another_form_gets_another_name(desk: Workspace) -> None:
    forms.add_form(desk, "targets", "mẫu của khối")
    forms.add_form(desk, "targets", "mẫu của tỉnh")
    forms.rename_form(desk, "targets", "mẫu của khối", " Mẫu của khối ")
    assert forms.names(desk, "targets") == ("Mẫu của khối", "mẫu của tỉnh")
    with pytest.raises(BadInput, match="đã có mẫu tên"):
        forms.rename_form(desk, "targets", "Mẫu của khối", "MẪU CỦA TỈNH")
    forms.rename_form(desk, "targets", "Mẫu của khối", "mẫu của khối trường")
    assert set(forms.names(desk, "targets")) == {"mẫu của khối trường", "mẫu của tỉnh"}
    history.undo(desk)
    assert "Mẫu của khối" in forms.names(desk, "targets")


def test_a_form_that_is_not_there_is_told_with_those_that_are(desk: Workspace, plan_id: int) -> None:
    with pytest.raises(KnownError, match="không có mẫu nào tên “mẫu cũ” \\(có: “mẫu gốc”\\)"):
        EXPORTS["targets"].document(desk, Request(2026, plan_id, form="mẫu cũ"))


def test_back_to_the_originals_of_all_papers_at_once(desk: Workspace) -> None:
    for paper in ("targets", "plan"):
        forms.store_text(desk, paper, shipped_form(paper) + "# của xã\n")
    forms.add_form(desk, "plan", "mẫu của tỉnh")
    forms.remove_all_forms(desk)
    assert own(desk) == ["plan mẫu của tỉnh"]
    history.undo(desk)
    assert own(desk) == ["plan", "plan mẫu của tỉnh", "targets"]


# From office to office


def handed(desk: Workspace, path: Path) -> Path:
    path.write_bytes(forms_bytes(forms_text(desk)))
    return path


def forms_text(desk: Workspace) -> str:
    return form_files.forms_file(desk)


def forms_bytes(text: str) -> bytes:
    return text.replace("\n", "\r\n").encode("utf-8-sig")


def fill(desk: Workspace) -> None:
    forms.store_text(desk, "targets", with_title("CỦA XÃ"))
    forms.add_form(desk, "plan", "mẫu của tỉnh")


def test_forms_go_to_another_office_in_one_file_and_come_in_by_one_act(desk: Workspace, tmp_path: Path) -> None:
    fill(desk)
    path = handed(desk, tmp_path / "mau.txt")
    before = [(key, forms.definition(desk, *key)) for key in (("targets", ""), ("plan", "mẫu của tỉnh"))]
    history.undo(desk)
    history.undo(desk)
    assert own(desk) == []
    found = form_files.incoming(desk, path, "plan")
    assert [(one.title, one.stands) for one in found] == [
        (TITLE, "mới"),
        ("Kế hoạch phát động phong trào thi đua – mẫu của tỉnh", "mới"),
    ]
    form_files.take(desk, found)
    assert history.undo_text(desk) == "Nạp 2 mẫu từ tệp"
    assert [(key, forms.definition(desk, *key)) for key, _ in before] == before
    history.undo(desk)
    assert own(desk) == []


def test_what_comes_in_is_told_apart(desk: Workspace, tmp_path: Path) -> None:
    fill(desk)
    path = handed(desk, tmp_path / "mau.txt")
    forms.store_text(desk, "targets", with_title("ĐỔI RỒI"))
    assert {one.title: one.stands for one in form_files.incoming(desk, path, "plan")} == {
        TITLE: "thay mẫu của cơ quan",
        "Kế hoạch phát động phong trào thi đua – mẫu của tỉnh": "giống mẫu đang có",
    }


def test_a_broken_form_of_a_file_is_named_and_the_others_are_offered(desk: Workspace, tmp_path: Path) -> None:
    fill(desk)
    text = forms_text(desk).replace("{year}", "{nam}")
    text += "\n#=== Biểu mẫu: giay-moi\ntitle = 'x'\n"
    path = tmp_path / "mau.txt"
    path.write_bytes(forms_bytes(text))
    line = text.splitlines().index('subject = "CỦA XÃ NĂM {nam}"') + 1
    found = {one.title: one for one in form_files.incoming(desk, path, "plan")}
    assert {title: one.stands for title, one in found.items()} == {
        TITLE: "không dùng được",
        "Kế hoạch phát động phong trào thi đua – mẫu của tỉnh": "giống mẫu đang có",
        "“giay-moi”": "không dùng được",
    }
    assert f"dòng {line}, khối thứ 1 (title), mục “subject”: không có trường “{{nam}}”" in found[TITLE].problem
    assert "không có loại văn bản đó" in found["“giay-moi”"].problem


def test_a_form_that_comes_twice_or_under_a_name_that_cannot_be_is_told(desk: Workspace, tmp_path: Path) -> None:
    first, second = with_title("MỘT"), with_title("HAI")
    heads = ("targets", "targets", "targets / Mẫu gốc")
    path = tmp_path / "mẫu.txt"
    lines = [f"#=== Biểu mẫu: {head}\n{text}" for head, text in zip(heads, (first, second, first), strict=True)]
    path.write_text("\n".join(lines), encoding="utf-8")
    found = form_files.incoming(desk, path, "plan")
    assert [one.problem for one in found] == [
        "",
        "tên mẫu “Mẫu gốc” không dùng được",
        "mẫu này có hai lần trong tệp, lấy mẫu đứng trước",
    ]
    assert "MỘT" in found[0].text


def test_a_single_form_is_a_file_too(desk: Workspace, tmp_path: Path) -> None:
    path = tmp_path / "mau.txt"
    path.write_bytes(forms_bytes(with_title("CỦA XÃ")))
    (found,) = form_files.incoming(desk, path, "plan")
    assert (found.title, found.key, found.stands) == (TITLE, "targets", "mới"), "it says itself for which paper"
    path.write_bytes(forms_bytes(with_title("CỦA XÃ").replace('paper = "targets"\n', "")))
    (found,) = form_files.incoming(desk, path, "targets")
    assert (found.key, found.problem) == ("targets", "")


def test_an_office_without_forms_has_nothing_to_hand_over(desk: Workspace) -> None:
    assert form_files.forms_file(desk) == ""


def test_a_name_written_otherwise_is_the_same_form(desk: Workspace, tmp_path: Path) -> None:
    fill(desk)
    path = tmp_path / "mau.txt"
    path.write_bytes(forms_bytes(forms_text(desk).replace("/ mẫu của tỉnh", "/  MẪU CỦA TỈNH")))
    assert {one.key for one in form_files.incoming(desk, path, "plan")} == {"targets", "plan/mẫu của tỉnh"}
