"""A page of an issued plan is read, not typed in."""

from __future__ import annotations

from PySide6.QtWidgets import QAbstractButton, QComboBox, QLineEdit, QPlainTextEdit, QTextEdit, QWidget


def freeze(page: QWidget, frozen: bool) -> None:
    """Close the fields and tools of a page, or open them again; its texts can still be chosen and copied."""
    for field in (*page.findChildren(QLineEdit), *page.findChildren(QTextEdit), *page.findChildren(QPlainTextEdit)):
        if not isinstance(field.parentWidget(), QComboBox):
            field.setReadOnly(frozen)
    for tool in (*page.findChildren(QComboBox), *page.findChildren(QAbstractButton)):
        tool.setEnabled(not frozen)
