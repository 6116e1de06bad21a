from __future__ import annotations

import pytest

from thidua_desktop import bootstrap
from thidua_desktop.domain.offices import Office, Signer
from thidua_desktop.ui.files import FileDesk
from thidua_desktop.ui.remembered import Remembered
from thidua_desktop.ui.shell import pages
from thidua_desktop.ui.shell.window import ShellWindow
from thidua_desktop.ui.tab import Tab

OFFICE = Office("xã Ví Dụ", "xã", "tỉnh Mẫu", "UBND TỈNH MẪU", "Ví Dụ")
SIGNERS = (Signer("Nguyễn Văn Mẫu", "CHỦ TỊCH", "TM. ỦY BAN NHÂN DÂN"),)


class Recording(Tab):
    """A tab that keeps what the shell told it."""

    def __init__(self, context, parent=None) -> None:
        super().__init__(context, parent)
        self.told: list[object] = []

    def reload(self, changes):
        self.told.append(changes)

    def set_year(self, year):
        self.told.append(year)


@pytest.fixture
def desk():
    return FileDesk(
        bootstrap.open_workspace, bootstrap.create_workspace, bootstrap.close_workspace, bootstrap.create_sample
    )


@pytest.fixture
def data_path(tmp_path):
    """A data file of a made-up commune, not open."""
    path = tmp_path / "Thi đua xã Ví Dụ.thidua"
    bootstrap.close_workspace(bootstrap.create_workspace(path, OFFICE, SIGNERS, 2026))
    return path


@pytest.fixture
def remembered(tmp_path):
    return Remembered(tmp_path / "config" / "nho.json")


@pytest.fixture
def window(qtbot, desk, ask, remembered, monkeypatch):
    """The window without a file; its plan and directory tabs only keep what they were told."""
    told = tuple(
        page if number not in (1, 5) else pages.Page(page.title, Recording) for number, page in enumerate(pages.PAGES)
    )
    monkeypatch.setattr(pages, "PAGES", told)
    made = ShellWindow(desk, ask, remembered)
    qtbot.addWidget(made)
    made.show()
    yield made
    made.close()


@pytest.fixture
def opened(window, data_path, qtbot):
    """The window with the data file open and its first backup made."""
    assert window.opening.open(data_path)
    qtbot.waitUntil(lambda: window.tasks.is_idle and "đã kiểm tra" in window.status.backup.text())
    return window
