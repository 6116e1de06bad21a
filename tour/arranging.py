"""February: the organisations in blocks, a target of the plan divided among them, and the office's words in a form."""

from __future__ import annotations

from thidua_desktop.domain.destinations import DIRECTORY, REGISTRATION
from thidua_desktop.domain.papers.forms import SignatureForm
from thidua_desktop.services.office import forms
from thidua_desktop.ui.tabs.commitments.tab import BY_ORGANISATION, BY_TARGET

from .hands import Hands, expect
from .organisations import LEAST, VILLAGE, listed
from .planning import ADDED

BLOCKS = ("Khối cơ quan, đoàn thể", "Khối thôn, tổ dân phố")
FORM = "registration-form"
_WORDS = "Bản đăng ký này lập thành 02 bản, gửi Ủy ban nhân dân {kind} 01 bản."


def sort_into_blocks(hands: Hands) -> None:
    """Two blocks; all organisations come into the first, the thôn and tổ dân phố among them into the second."""
    hands.go_to(DIRECTORY)
    tab = hands.window.pages.tab
    tab.show_page("blocks")
    hands.settle()
    table, model = tab.page.view.table, tab.page.view.model
    for name in BLOCKS:
        hands.fill(table, model.rows.count, {"name": name})
    hands.until(lambda: model.rows.count == len(BLOCKS), "chưa thêm được khối")
    hands.press("Xếp khối…")
    dialog = hands.until(lambda: tab.page.dialog, "không mở được hộp xếp khối")
    assign = dialog.model
    dialog.table.setFocus()
    hands.key("Ctrl+A")
    hands.press("Xếp")
    kind = [column.key for column in assign.columns].index("kind")
    villages = [row for row in range(assign.rowCount()) if assign.text(row, kind) == VILLAGE]
    chosen = dialog.table.selectionModel()
    dialog.table.clearSelection()
    for row in villages:
        chosen.select(assign.index(row, 0), chosen.SelectionFlag.Select)
    hands.pick(dialog.bar.choice, BLOCKS[1])
    hands.press("Xếp") if villages else None
    hands.shot("xep-khoi")
    hands.press("Xếp khối")
    hands.until(lambda: tab.page.dialog is None, "khối chưa được xếp")
    hands.shot("khoi-thi-dua")
    hands.record.note(f"{assign.rowCount() - len(villages)} và {len(villages)} tổ chức ở hai khối.")


def share_target(hands: Hands) -> None:
    """A figure of the plan is divided; what each gets is its commitment."""
    hands.go_to(REGISTRATION)
    tab = hands.window.pages.tab
    tab.switch.setCurrentIndex(BY_TARGET)
    hands.settle()
    view = tab.targets
    row = next(one for one in view.results.model.rows if one.name == ADDED)
    view.choose(row.owner_id)
    hands.press("Giao phần của đơn vị…")
    dialog = hands.until(lambda: view.share_dialog, "không mở được hộp giao phần")
    for place in range(min(LEAST, dialog.model.rowCount())):
        dialog.table.setFocus()
        dialog.table.go_to(place)
        if not dialog.model.is_ticked(place):
            hands.key("Space")
    hands.press("Chia đều")
    hands.shot("giao-phan-cua-don-vi")
    hands.press("Giao cho")
    hands.until(lambda: view.share_dialog is None, "phần của đơn vị chưa được giao")
    hands.until(lambda: all(one.commitments for one in listed(hands)[:LEAST]), "phần giao chưa thành cam kết")
    hands.shot("chi-tieu-da-giao")
    tab.switch.setCurrentIndex(BY_ORGANISATION)
    hands.record.note(f"Chia “{row.name}” cho {LEAST} đơn vị.")


def edit_form(hands: Hands) -> None:
    """The office's own words in bản đăng ký, with the pages beside them."""
    hands.go_to(DIRECTORY)
    tab, workspace = hands.window.pages.tab, hands.window.context.workspace
    tab.show_page("forms")
    page = tab.page
    hands.settle()
    page.table.selectRow(next(row for row, one in enumerate(page.standing) if (one.paper, one.name) == (FORM, "")))
    hands.press("Sửa mẫu…")
    editor = hands.until(lambda: page.editor, "không mở được mẫu")
    end = next(row for row, item in enumerate(editor.form.items) if isinstance(item.block, SignatureForm))
    editor.blocks.choose(end)  # the last block before the signature: the first row is the page
    hands.settle()
    next(one for one in editor.add.menu().actions() if one.text().startswith("Đoạn văn")).trigger()
    hands.settle()
    hands.type_in(editor.panel.own.fields["text"], _WORDS.format(kind=hands.setting.kind))
    hands.until(lambda: forms.standing(workspace, FORM).is_own, "lời văn chưa thành mẫu của cơ quan")
    hands.until(lambda: editor.preview.page_count(), "trang in không hiện ra")
    hands.shot("sua-mau")
    hands.press("Xong")
    expect(not page._is_editing, "không về được danh sách biểu mẫu")
    hands.shot("bieu-mau")
