"""The tab Danh mục and the bin."""

from __future__ import annotations

from thidua_desktop.ui.tabs.directory.bin_dialog import BinDialog
from thidua_desktop.ui.tabs.directory.tab import DirectoryTab

__all__ = ["BinDialog", "DirectoryTab"]
