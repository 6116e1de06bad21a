"""The editor of a form: its blocks, what of them can be changed, and the pages beside it."""

from __future__ import annotations

from thidua_desktop.ui.tabs.directory.form_editor.editor import FormEditor

__all__ = ["FormEditor"]
