"""The window; PySide6 lives only here."""

from __future__ import annotations

from thidua_desktop.ui.none_guard import keep_none_alive

keep_none_alive()
