"""“Nhập từ tệp Excel…” of the pages Cá nhân and Tổ chức thành viên."""

from __future__ import annotations

from thidua_desktop.domain.lists.meanings import ListKind
from thidua_desktop.ui.ask import FileKind
from thidua_desktop.ui.tabs.directory.list_import.dialog import TITLES, ListImportDialog
from thidua_desktop.ui.tabs.directory.members.page import MembersPage
from thidua_desktop.ui.unstored import store_typed

LIST_FILE = FileKind("Danh sách (Excel, CSV, Word)", ("xlsx", "xlsm", "xls", "ods", "csv", "txt", "docx", "doc"))
WORDS = "Nhập từ tệp Excel…"
TIP = "Chọn tệp danh sách; xem từng dòng trước, rồi mới lưu"


def offer_list(page: MembersPage, kind: ListKind) -> None:
    """Let the clerk choose a file and show what its rows would do."""
    store_typed(page)
    path = page.context.ask.open_file(TITLES[kind], (LIST_FILE,))
    if path is None:
        return
    dialog = ListImportDialog(page.context, kind, path, page.window())
    dialog.taken.connect(page.tell)
    page.open_dialog(dialog)
