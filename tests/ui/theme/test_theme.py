from __future__ import annotations

import re
from dataclasses import fields
from itertools import product
from pathlib import Path

import pytest
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QApplication, QLabel, QMenu, QMenuBar, QMessageBox, QStatusBar, QTableView, QTreeView

from thidua_desktop.ui import theme
from thidua_desktop.ui.theme import State
from thidua_desktop.ui.theme.sheet import ICONS, style_sheet

UI = Path(__file__).resolve().parents[3] / "thidua_desktop" / "ui"


def contrast(one: str, other: str) -> float:
    """WCAG 2.1 contrast ratio of two "#rrggbb"."""

    def light(colour: str) -> float:
        parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
        linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
        return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]

    high, low = sorted((light(one), light(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


READ_TOGETHER = [
    *product(("ink", "ink_soft", "ink_faint", "accent_ink"), ("surface", "window", "hover")),
    ("ink", "accent_soft"),
    ("ink_soft", "accent_soft"),
    ("accent_ink", "accent_soft"),
    ("ink_soft", "neutral_soft"),
    ("ink", "neutral_soft"),
    *((name, f"{name}_soft") for name in ("good", "bad", "wait")),
    *product(("good", "bad", "wait"), ("surface", "accent_soft")),
    *product(("ink", "ink_soft", "accent_ink"), ("good_soft", "bad_soft", "wait_soft")),
    *(("on_accent", ground) for ground in ("accent", "accent_hover", "accent_pressed")),
]


@pytest.mark.parametrize("colours", [theme.LIGHT, theme.DARK], ids=["light", "dark"])
@pytest.mark.parametrize(("ink", "ground"), READ_TOGETHER)
def test_every_text_can_be_read_on_its_ground(colours, ink, ground):
    assert contrast(getattr(colours, ink), getattr(colours, ground)) >= 4.5


def test_every_state_but_the_neutral_has_a_sign_of_its_own():
    signs = [state.sign for state in State if state is not State.NEUTRAL]
    assert all(signs)
    assert len(set(signs)) == len(signs)


def test_every_picture_the_style_sheet_names_is_there():
    named = re.findall(r'url\("([^"]+)"\)', style_sheet(theme.LIGHT))
    assert named
    assert [name for name in named if not Path(name).is_file()] == []


def test_every_icon_the_window_names_is_there():
    named = {
        name
        for path in UI.rglob("*.py")
        for name in re.findall(r'(?:theme\.icon|_tool)\("([a-z-]+)"', path.read_text(encoding="utf-8"))
    }
    assert {name for name in named if not (ICONS / f"{name}.svg").is_file()} == set()


COLOUR = re.compile(r'#[0-9a-fA-F]{3,8}\b"|QColor\(\s*\d|Qt\.GlobalColor|rgba?\(')
SIZE = re.compile(r"\b\d+\s*(?:px|pt)\b|setPixelSize\(\d|setPointSize|setFixed(?:Width|Height|Size)\(\d{2}")


def test_no_colour_or_size_stands_outside_the_theme():
    found = [
        f"{path.relative_to(UI)}:{number} {line.strip()}"
        for path in UI.rglob("*.py")
        if "theme" not in path.relative_to(UI).parts
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1)
        if COLOUR.search(line) or SIZE.search(line) or "setStyleSheet" in line
    ]
    assert found == []


def test_the_dark_colours_reach_the_whole_program_and_go_again(qapp):
    light = qapp.styleSheet()
    try:
        theme.apply(qapp, dark=True)
        assert theme.is_dark()
        assert theme.colours() is theme.DARK
        assert qapp.palette().window().color().name() == theme.DARK.window
        assert qapp.styleSheet() == style_sheet(theme.DARK) != light
    finally:
        theme.apply(qapp, dark=False)
    assert not theme.is_dark()
    assert {getattr(theme.LIGHT, field.name)[0] for field in fields(theme.LIGHT)} == {"#"}


def test_a_state_changes_how_a_label_is_painted(qtbot):
    label = QLabel("thiếu")
    qtbot.addWidget(label)
    theme.set_part(label, "chip")
    plain = label.grab().toImage()
    theme.set_state(label, State.BAD)
    assert label.grab().toImage() != plain


@pytest.mark.parametrize("kind", [QMenu, QMenuBar, QMessageBox, QStatusBar, QTableView, QTreeView])
def test_the_font_windows_gives_some_parts_does_not_reach_the_window(qtbot, kind):
    name = kind.__name__
    before = QApplication.font(name)
    QApplication.setFont(QFont("Serif", 8), name)
    try:
        part = kind()
        qtbot.addWidget(part)
        part.ensurePolished()
        assert (part.font().families(), part.font().pixelSize()) == (theme.font().families(), theme.sizes.TEXT)
    finally:
        QApplication.setFont(before, name)
