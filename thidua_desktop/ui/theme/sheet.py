"""The style sheet laid over Qt's Fusion style."""

from __future__ import annotations

from string import Template

from thidua_desktop.shipped import resource

from . import sizes
from .colours import Colours

ICONS = resource("icons")
FAMILIES = ["Segoe UI", "Noto Sans", "Liberation Sans", "DejaVu Sans"]

# Windows gives these a smaller font of its own, which the program's font does not reach (QApplication.setFont).
_FONTS = """
QMenuBar, QMenu, QAbstractItemView, QMessageBox, QStatusBar, QToolTip { font-family: $families; font-size: ${text}px; }
"""

_BASE = """
QToolTip { background: $ink; color: $surface; border: none; padding: 4px 8px; }
QMainWindow, QDialog { background: $window; }
QLabel { background: transparent; }
QLabel[look="title"] { font-size: ${text_title}px; font-weight: 600; color: $ink; }
QLabel[look="strong"] { font-weight: 600; }
QLabel[look="soft"] { color: $ink_soft; }
QLabel[look="small"] { font-size: ${text_small}px; color: $ink_soft; padding-top: ${line_room}px;
    qproperty-indent: 0; }
QLabel[look="accent"] { font-weight: 600; color: $accent_ink; }
QLabel[look="brand"] { font-size: ${text}px; font-weight: 700; color: $accent_ink; }
QLabel[state="good"] { color: $good; }
QLabel[state="bad"] { color: $bad; }
QLabel[state="wait"] { color: $wait; }

QFrame[part="card"] { background: $surface; border: 1px solid $line; border-radius: ${radius}px; }
QFrame[part="bar"] { background: $surface; border: none; border-bottom: 1px solid $line; }
QWidget[part="ground"] { background: $window; }
QFrame[part="plain"] { background: transparent; border: none; }
QFrame[part="message"] { border: none; border-left: 3px solid $ink_soft; border-radius: 4px;
    background: $neutral_soft; }
QFrame[part="message"][state="good"] { border-left-color: $good; background: $good_soft; }
QFrame[part="message"][state="bad"] { border-left-color: $bad; background: $bad_soft; }
QFrame[part="message"][state="wait"] { border-left-color: $wait; background: $wait_soft; }
QLabel[part="chip"] { border-radius: 10px; padding: 0 9px; min-height: 20px; font-weight: 600;
    font-size: ${text_small}px; color: $ink_soft; background: $neutral_soft; }
QLabel[part="chip"][state="good"] { color: $good; background: $good_soft; }
QLabel[part="chip"][state="bad"] { color: $bad; background: $bad_soft; }
QLabel[part="chip"][state="wait"] { color: $wait; background: $wait_soft; }

QStatusBar { background: $surface; border-top: 1px solid $line; color: $ink_soft; }
QStatusBar::item { border: none; }
QStatusBar QLabel { font-size: ${text_small}px; padding: 0 8px; }
QMessageBox QLabel#qt_msgbox_label { font-weight: 600; }
QMessageBox QLabel#qt_msgbox_informativelabel { color: $ink_soft; min-width: 320px; }
QSplitter::handle { background: transparent; }
QSplitter::handle:hover { background: $line; }
"""

_BUTTONS = """
QPushButton, QToolButton, QTabBar { outline: none; }  /* :focus tells it already */
QPushButton { background: $surface; color: $ink; border: 1px solid $line_strong; border-radius: ${radius}px;
    padding: 0 14px; min-height: ${inner}px; }
QPushButton:hover { background: $hover; }
QPushButton:pressed, QPushButton:checked { background: $accent_soft; }
QPushButton:focus { border: 2px solid $accent_ink; padding: 0 13px; min-height: ${inner_focus}px; }
QPushButton:disabled { color: $ink_faint; background: $window; border-color: $line; }
QPushButton[kind="primary"], QDialog QPushButton:default { background: $accent; color: $on_accent;
    border: 1px solid $accent; }
QPushButton[kind="primary"] { font-weight: 600; }
QDialogButtonBox QPushButton { min-width: 56px; }
QPushButton[kind="primary"]:hover, QDialog QPushButton:default:hover { background: $accent_hover; }
QPushButton[kind="primary"]:pressed, QDialog QPushButton:default:pressed { background: $accent_pressed; }
QPushButton[kind="primary"]:focus, QDialog QPushButton:default:focus { border: 2px solid $ink; }
QPushButton[kind="primary"]:disabled { background: $line; color: $ink_faint; border-color: $line; }
QPushButton[kind="link"] { background: transparent; border: 1px solid transparent; color: $accent_ink;
    font-weight: 600; padding: 0; min-height: 20px; text-align: left; }
QPushButton[kind="link"]:hover { text-decoration: underline; }
QPushButton[kind="link"]:focus { border: 1px solid $accent_ink; padding: 0; border-radius: 2px; min-height: 20px; }
QPushButton::menu-indicator { image: url("$icons/chevron-down.svg"); width: 12px; height: 12px;
    subcontrol-origin: border; subcontrol-position: center right; right: 10px; }
QPushButton[menu="true"] { padding-right: 18px; }
QToolButton { background: transparent; border: 1px solid transparent; border-radius: ${radius}px; padding: 3px; }
QToolButton:hover { background: $hover; }
QToolButton:pressed, QToolButton:checked { background: $accent_soft; }
QToolButton:focus { border: 2px solid $accent_ink; padding: 2px; }
QToolButton::menu-indicator { image: none; }

QTabBar { background: transparent; }
QTabBar::tab { background: transparent; color: $ink; border: none; border-bottom: 3px solid transparent;
    padding: 0 14px; min-height: ${tab}px; }
QTabBar::tab:hover { color: $accent_ink; }
QTabBar::tab:selected { color: $accent_ink; border-bottom-color: $accent_ink; }
QTabBar::tab:focus { background: $accent_soft; }
QTabWidget::pane { border: none; }
"""

_FIELDS = """
QLineEdit, QComboBox, QAbstractSpinBox { background: $surface; color: $ink; border: 1px solid $line_strong;
    border-radius: ${radius}px; padding: 0 8px; min-height: ${inner}px; selection-background-color: $accent;
    selection-color: $on_accent; }
QLineEdit:focus, QComboBox:focus, QAbstractSpinBox:focus { border: 2px solid $accent_ink; padding: 0 7px;
    min-height: ${inner_focus}px; }
QLineEdit[part="heading"] { border: 1px solid transparent; font-weight: 600; padding: 0 3px; }
QLineEdit[part="heading"]:hover { border: 1px solid $line_strong; }
QLineEdit[part="heading"]:focus { border: 2px solid $accent_ink; padding: 0 2px; }
QLineEdit:disabled, QComboBox:disabled, QAbstractSpinBox:disabled { color: $ink_faint; background: $window; }
QLineEdit[problem="true"], QComboBox[problem="true"], QAbstractSpinBox[problem="true"],
QPlainTextEdit[problem="true"] { border-color: $bad; }
QAbstractSpinBox { max-height: ${inner}px; }
QAbstractSpinBox:focus { max-height: ${inner_focus}px; }
QAbstractSpinBox QLineEdit, QAbstractSpinBox QLineEdit:focus { border: none; padding: 0; min-height: 0;
    background: transparent; }
QPlainTextEdit, QTextEdit { background: $surface; color: $ink; border: 1px solid $line_strong;
    border-radius: ${radius}px; padding: 4px; selection-background-color: $accent; selection-color: $on_accent; }
QPlainTextEdit:focus, QTextEdit:focus { border: 2px solid $accent_ink; padding: 3px; }
QTextEdit[part="page"], QTextEdit[part="page"]:focus, QPlainTextEdit[part="page"],
QPlainTextEdit[part="page"]:focus { border: none; padding: 0; background: $surface; }
QComboBox { combobox-popup: 0; }
QComboBox::drop-down { border: none; width: 24px; }
QComboBox::down-arrow { image: url("$icons/chevron-down.svg"); width: 12px; height: 12px; }
QComboBox QAbstractItemView { background: $surface; color: $ink; border: 1px solid $line_strong; padding: 4px;
    selection-background-color: $accent_soft; selection-color: $ink; outline: none; }
QAbstractSpinBox::up-button, QAbstractSpinBox::down-button { border: none; background: transparent; width: 20px; }
QAbstractSpinBox::up-button { subcontrol-position: top right; }
QAbstractSpinBox::down-button { subcontrol-position: bottom right; }
QAbstractSpinBox::up-arrow { image: url("$icons/chevron-up.svg"); width: 10px; height: 10px; }
QAbstractSpinBox::down-arrow { image: url("$icons/chevron-down.svg"); width: 10px; height: 10px; }
QDateEdit::drop-down { border: none; width: 24px; }
QDateEdit::down-arrow { image: url("$icons/calendar.svg"); width: 14px; height: 14px; }
QCheckBox, QRadioButton { spacing: 8px; min-height: 24px; }
QCheckBox:focus, QRadioButton:focus { color: $accent_ink; }
QCheckBox::indicator, QAbstractItemView::indicator { width: 16px; height: 16px; border: 1px solid $ink_faint;
    border-radius: 3px; background: $surface; }
QCheckBox::indicator:checked, QAbstractItemView::indicator:checked { background: $accent; border-color: $accent;
    image: url("$icons/check.svg"); }
QRadioButton::indicator { width: 14px; height: 14px; border: 1px solid $ink_faint; border-radius: 8px;
    background: $surface; }
QRadioButton::indicator:checked { width: 6px; height: 6px; border: 5px solid $accent; }
QProgressBar { background: $neutral_soft; border: none; border-radius: 3px; max-height: 6px; min-height: 6px; }
QProgressBar::chunk { background: $accent; border-radius: 3px; }
"""

_VIEWS = """
QTableView, QTreeView, QListView { background: $surface; color: $ink; border: none; outline: none;
    alternate-background-color: $surface; selection-background-color: $accent_soft; selection-color: $ink; }
QListView[part="choices"] { border: 1px solid $line_strong; padding: 4px; }
QTableView::item { padding: 0 8px; border: none; }
QTreeView { show-decoration-selected: 0; }
QTreeView::item { min-height: 28px; border-radius: 4px; padding-left: 2px; }
QListView::item { min-height: 30px; padding: 0 8px; border-radius: 4px; }
QTreeView::item:hover, QListView::item:hover { background: $hover; }
QTreeView::item:selected, QListView::item:selected { background: $accent_soft; color: $ink; }
QTreeView::branch, QTreeView::branch:selected { background: $surface; }
QTreeView::branch:has-children:closed { image: url("$icons/chevron-right.svg"); }
QTreeView::branch:has-children:open { image: url("$icons/chevron-down.svg"); }
QTableView QLineEdit, QTreeView QLineEdit, QListView QLineEdit, QTableView QComboBox, QTableView QAbstractSpinBox,
QTableView QLineEdit:focus, QTreeView QLineEdit:focus, QListView QLineEdit:focus, QTableView QComboBox:focus,
QTableView QAbstractSpinBox:focus { border: 2px solid $accent_ink; border-radius: 0; padding: 0 5px; min-height: 0; }
QHeaderView { background: $surface; border: none; }
QHeaderView:horizontal { border-bottom: 1px solid $line_strong; }
QHeaderView::section { background: $surface; color: $ink_soft; font-weight: 600; border: none;
    border-bottom: 1px solid $line_strong; padding: 0 11px; }
QHeaderView::section:hover { color: $ink; }
QHeaderView::section:vertical { border-bottom: none; font-weight: 400; padding: 0 4px; }
QHeaderView::up-arrow { image: url("$icons/chevron-up.svg"); width: 12px; height: 12px;
    subcontrol-position: center right; right: 4px; }
QHeaderView::down-arrow { image: url("$icons/chevron-down.svg"); width: 12px; height: 12px;
    subcontrol-position: center right; right: 4px; }
QTableCornerButton::section { background: $surface; border: none; border-bottom: 1px solid $line_strong; }
QTableView[part="sum"] { background: $surface; border-top: 1px solid $line_strong; }

QAbstractScrollArea::corner { background: transparent; border: none; }
QScrollArea { background: transparent; border: none; }
QScrollBar:vertical { background: transparent; width: 12px; margin: 0; }
QScrollBar:horizontal { background: transparent; height: 12px; margin: 0; }
QScrollBar::handle { background: $scroll; border-radius: 4px; margin: 2px; }
QScrollBar::handle:vertical { min-height: 32px; }
QScrollBar::handle:horizontal { min-width: 32px; }
QScrollBar::handle:hover { background: $ink_faint; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }

QMenuBar { background: $surface; border: none; padding: 2px 0; }
QMenuBar::item { background: transparent; padding: 4px 10px; border-radius: 4px; }
QMenuBar::item:selected { background: $hover; }
QMenu { background: $surface; color: $ink; border: 1px solid $line_strong; padding: 4px; }
QMenu::item { padding: 6px 28px 6px 28px; border-radius: 4px; }
QMenu::item:selected { background: $accent_soft; }
QMenu::item:disabled { color: $ink_faint; }
QMenu::separator { height: 1px; background: $line; margin: 4px 8px; }
QMenu::icon { left: 8px; }
QCalendarWidget QWidget { alternate-background-color: $hover; }
QCalendarWidget QToolButton { color: $ink; font-weight: 600; padding: 4px 8px; }
QCalendarWidget QWidget#qt_calendar_navigationbar { background: $surface; border-bottom: 1px solid $line; }
"""


def style_sheet(colours: Colours) -> str:
    """The whole style sheet in these colours."""
    sizes_of_it = {
        "text": sizes.TEXT,
        "text_small": sizes.TEXT_SMALL,
        "line_room": sizes.LINE_ROOM,
        "text_title": sizes.TEXT_TITLE,
        "radius": sizes.RADIUS,
        "inner": sizes.CONTROL - 2,
        "inner_focus": sizes.CONTROL - 4,
        "tab": sizes.TOP_BAR - 3,
        "families": ", ".join(f'"{family}"' for family in FAMILIES),
        "icons": ICONS.as_posix(),
    }
    names = {name: getattr(colours, name) for name in colours.__slots__}
    return Template(_FONTS + _BASE + _BUTTONS + _FIELDS + _VIEWS).substitute(names | sizes_of_it)
