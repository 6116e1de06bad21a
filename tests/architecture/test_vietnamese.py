"""What the window and the messages show is Vietnamese."""

from __future__ import annotations

import ast
import re

from tests.architecture.sources import modules, name, tree

# Calls whose texts reach the clerk.
SHOWN = {
    *("QAction", "QCheckBox", "QGroupBox", "QLabel", "QMenu", "QPushButton", "QRadioButton", "QToolButton"),
    *("addAction", "addItem", "addItems", "addMenu", "addRow", "addTab", "setHeaderLabels", "setLabelText"),
    *("setPlaceholderText", "setStatusTip", "setText", "setTitle", "setToolTip", "setWhatsThis", "setWindowTitle"),
    *("setAccessibleName", "setAccessibleDescription", "KnownError", "Finding", "line", "tell", "confirm", "choose"),
}
# Words of a form builder that are no Vietnamese syllables; an option of a command (--year) keeps its name.
ENGLISH = re.compile(
    r"(?<!-)\b(about|add|and|apply|back|browse|cannot|close|copy|date|default|delete|done|edit|empty|error|export|failed"
    r"|file|find|font|help|import|invalid|loading|missing|name|new|next|not|of|open|paste|please|preview|print|quit"
    r"|remove|save|search|select|settings|show|size|the|title|undo|untitled|update|value|view|warning|year|yes)\b",
    re.IGNORECASE,
)


def shown_texts():
    for path in modules():
        for call in (node for node in ast.walk(tree(path)) if isinstance(node, ast.Call)):
            called = call.func.attr if isinstance(call.func, ast.Attribute) else getattr(call.func, "id", "")
            if called in SHOWN:
                yield from (
                    (path, node.lineno, node.value)
                    for argument in call.args
                    if not isinstance(argument, ast.Call)
                    for node in ast.walk(argument)
                    if isinstance(node, ast.Constant) and isinstance(node.value, str)
                )


def test_no_english_is_shown():
    found = [f"{name(path)}:{line} {text!r}" for path, line, text in shown_texts() if ENGLISH.search(text)]
    assert not found, "\n".join(found)


def test_vietnamese_is_written_with_its_marks():
    """A text of several words without one mark was typed without them."""
    plain = re.compile(r"[a-zA-Z]+( [a-zA-Z]+){2,}[.!?…]?")
    found = [f"{name(path)}:{line} {text!r}" for path, line, text in shown_texts() if plain.fullmatch(text)]
    assert not found, "\n".join(found)
