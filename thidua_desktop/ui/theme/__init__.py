"""The one visual language of the window: fonts, colours, sizes and the style sheet.

Nothing outside this package names a colour or a size. A widget gets its look from a property that the style sheet
knows (``theme.set_part(label, "chip")``, ``theme.set_text(label, "title")``, ``theme.set_state(label, State.BAD)``);
one that paints itself asks :func:`colours` at paint time, so that a change between light and dark reaches it.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFont, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication, QWidget

from . import sizes
from .colours import DARK, LIGHT, OVER_SIGN, SHORT_SIGN, Colours, State
from .icons import app_icon, icon
from .sheet import FAMILIES, style_sheet

__all__ = [
    "DARK",
    "LIGHT",
    "OVER_SIGN",
    "SHORT_SIGN",
    "Colours",
    "State",
    "app_icon",
    "apply",
    "colour",
    "colours",
    "font",
    "icon",
    "is_dark",
    "on_paper",
    "set_kind",
    "set_part",
    "set_problem",
    "set_state",
    "set_text",
    "sizes",
]

_DARK_PROPERTY = "thidua_dark"
_FOLLOWS_PROPERTY = "thidua_follows_system"


def is_dark() -> bool:
    """Whether the dark colours are in use."""
    app = QGuiApplication.instance()
    return bool(app and app.property(_DARK_PROPERTY))


def colours() -> Colours:
    """The colours in use now."""
    return DARK if is_dark() else LIGHT


@contextmanager
def on_paper() -> Iterator[None]:
    """While this lasts the colours are the light ones: paper is white."""
    app, was_dark = QGuiApplication.instance(), is_dark()
    if app is None:
        raise RuntimeError("there is no program to paint for")
    app.setProperty(_DARK_PROPERTY, False)
    try:
        yield
    finally:
        app.setProperty(_DARK_PROPERTY, was_dark)


def colour(name: str) -> QColor:
    """One colour in use now, by its name in :class:`Colours`."""
    return QColor(getattr(colours(), name))


def font(size: int = sizes.TEXT, *, bold: bool = False) -> QFont:
    """The window's font in one of the three sizes (pixels)."""
    made = QFont()
    made.setFamilies(FAMILIES)
    made.setPixelSize(size)
    if bold:
        made.setWeight(QFont.Weight.DemiBold)
    return made


def apply(app: QApplication, *, dark: bool | None = None) -> None:
    """Dress the whole program; ``dark`` None follows the system, now and when it changes."""
    hints = app.styleHints()
    if dark is None:
        if not app.property(_FOLLOWS_PROPERTY):
            app.setProperty(_FOLLOWS_PROPERTY, True)
            hints.colorSchemeChanged.connect(_on_scheme_changed)
        dark = hints.colorScheme() == Qt.ColorScheme.Dark
    app.setStyle("Fusion")
    _dress(app, dark)


def _on_scheme_changed(scheme: Qt.ColorScheme) -> None:
    app = QApplication.instance()
    if isinstance(app, QApplication):
        _dress(app, scheme == Qt.ColorScheme.Dark)


def _dress(app: QApplication, dark: bool) -> None:
    app.setProperty(_DARK_PROPERTY, dark)
    app.setFont(font())
    app.setPalette(_palette(colours()))
    app.setStyleSheet(style_sheet(colours()))


def _palette(c: Colours) -> QPalette:
    role = QPalette.ColorRole
    palette = QPalette()
    for name, value in {
        role.Window: c.window,
        role.WindowText: c.ink,
        role.Base: c.surface,
        role.AlternateBase: c.hover,
        role.Text: c.ink,
        role.Button: c.surface,
        role.ButtonText: c.ink,
        role.ToolTipBase: c.ink,
        role.ToolTipText: c.surface,
        role.PlaceholderText: c.ink_faint,
        role.Highlight: c.accent,
        role.HighlightedText: c.on_accent,
        role.Accent: c.accent,
        role.Link: c.accent_ink,
        role.LinkVisited: c.accent_ink,
        role.Light: c.surface,
        role.Midlight: c.line,
        role.Mid: c.line_strong,
        role.Dark: c.line_strong,
        role.Shadow: c.line_strong,
    }.items():
        palette.setColor(name, QColor(value))
    for name in (role.WindowText, role.Text, role.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, name, QColor(c.ink_faint))
    return palette


def set_part(widget: QWidget, part: str) -> None:
    """Give a widget a look the style sheet knows: card, bar, plain, message, chip, page, choices, sum."""
    _set(widget, "part", part)


def set_text(widget: QWidget, look: str) -> None:
    """Give a label a text look: title, strong, soft, small, accent, brand; "" is ordinary text."""
    _set(widget, "look", look)


def set_kind(button: QWidget, kind: str) -> None:
    """Give a button its weight: primary, link; "" is an ordinary one."""
    _set(button, "kind", kind)


def set_state(widget: QWidget, state: State) -> None:
    """Colour a chip, message or label by a state; the word is the caller's to say."""
    _set(widget, "state", "" if state is State.NEUTRAL else state.name.lower())


def set_problem(widget: QWidget, problem: bool) -> None:
    """Mark a field as holding something that does not fit."""
    _set(widget, "problem", problem)


def _set(widget: QWidget, name: str, value: object) -> None:
    if widget.property(name) == value:
        return
    widget.setProperty(name, value)
    widget.style().unpolish(widget)
    widget.style().polish(widget)
    widget.update()
