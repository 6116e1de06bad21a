"""The middle of the editor: what can be changed of the page, of a block, and of what stands inside it."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QLineEdit, QMenu, QPlainTextEdit, QPushButton, QVBoxLayout, QWidget

from thidua_desktop.domain.errors import KnownError
from thidua_desktop.domain.papers import form_editing, form_inner, form_properties, forms
from thidua_desktop.domain.papers.field_names import PaperFields
from thidua_desktop.domain.papers.form_parsing import FormError
from thidua_desktop.domain.papers.form_properties import Property, Value
from thidua_desktop.domain.papers.form_words import KINDS, conditions
from thidua_desktop.domain.papers.slots import words_of
from thidua_desktop.ui.tabs.directory.form_editor.named_list import NamedList
from thidua_desktop.ui.tabs.directory.form_editor.property_fields import PropertyFields
from thidua_desktop.ui.theme import sizes
from thidua_desktop.ui.unstored import store_typed
from thidua_desktop.ui.widgets.card import Card
from thidua_desktop.ui.widgets.icon_button import icon_button
from thidua_desktop.ui.widgets.scrolling import scrolling

PAGE_TITLE = "Trang giấy"
_WHEN = "when"
_ALWAYS = "luôn in"
_INNER = {forms.TableForm: ("Các cột", "cột"), forms.PlacedForm: ("Các dòng chữ", "dòng chữ")}

StoreForm = Callable[[forms.FormDefinition, str], None]


class BlockPanel(Card):
    """Shows the page of the form (place -1) or one of its blocks. ``store(form, editing)`` keeps the changed form and
    raises :class:`KnownError` for what does not fit.
    """

    def __init__(self, store: StoreForm, parent: QWidget | None = None) -> None:
        super().__init__(PAGE_TITLE, parent=parent)
        self._store = store
        self._form: forms.FormDefinition | None = None
        self._paper: PaperFields | None = None
        self._place = self._column = -1
        self._text: QWidget | None = None  # the text that had the keyboard last
        self.own = PropertyFields(self._store_own)
        self.within = PropertyFields(self._store_within)
        self.lists = {kind: NamedList(*words) for kind, words in _INNER.items()}
        self._slots = QMenu(self)
        self.slots = QPushButton("Chèn chỗ điền")
        self._lay_out()

    def _lay_out(self) -> None:
        self.slots.setMenu(self._slots)
        self.slots.setProperty("menu", True)
        self.slots.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # the keyboard stays in the text
        self.slots.setToolTip("Chèn vào chỗ con trỏ: năm, tên cơ quan …; chương trình điền khi in.  Ctrl+Dấu cách")
        self._slots_act = QAction("Chèn chỗ điền", self)
        self._slots_act.setShortcut(QKeySequence("Ctrl+Space"))
        self._slots_act.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        self._slots_act.triggered.connect(self._open_slots)
        self.addAction(self._slots_act)
        self.add_to_title(self.slots)
        self._inside = QWidget()
        column = QVBoxLayout(self._inside)
        column.setContentsMargins(0, 0, sizes.UNIT, 0)
        column.setSpacing(sizes.MARGIN)
        column.addWidget(self.own)
        for one in self.lists.values():
            one.view.setFixedHeight(5 * sizes.ROW)
            one.add_button(icon_button("plus", f"Thêm {self._noun(one)}", self._on_added))
            one.chosen.connect(self._on_inner)
            one.moved.connect(self._on_inner_moved)
            one.removed.connect(self._on_inner_removed)
            one.hide()
            column.addWidget(one)
        column.addWidget(self.within)
        column.addStretch(1)
        self.scroll = scrolling(self._inside)
        self.scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.add(self.scroll, 1)
        for part in (self.own, self.within):
            part.entered.connect(self._on_entered)

    def _noun(self, of: NamedList) -> str:
        return next(_INNER[kind][1] for kind, one in self.lists.items() if one is of)

    # What is shown

    def show_place(self, form: forms.FormDefinition, paper: PaperFields, place: int) -> None:
        """Show a block of the form, -1 its page; what is being typed there stays when it is the one shown already."""
        anew = self._place != place or self._paper is not paper or type(self._block) is not _type_at(form, place)
        self._form, self._paper, self._place = form, paper, place
        self.set_title(KINDS[type(self._block)] if self._block is not None else PAGE_TITLE)
        listed = self._own_properties()
        self.own.show_properties(listed, {one.key: self._own_value(one) for one in listed}, anew=anew)
        if anew:
            self._column = 0
            self._show_slots()
        self._show_within(anew)

    @property
    def _block(self) -> forms.FormBlock | None:
        return None if self._form is None or self._place < 0 else self._form.items[self._place].block

    def _own_properties(self) -> tuple[Property, ...]:
        if self._block is None:
            return form_properties.PAGE
        choices = (("", _ALWAYS), *((name, f"khi có {words}") for name, words in conditions(self._paper).items()))
        when = Property(_WHEN, "In khối này", "choice", choices=choices)
        return (*form_properties.properties(self._block, self._paper), when)

    def _own_value(self, one: Property) -> Value:
        if one.key == _WHEN:
            return self._form.items[self._place].when
        return form_properties.value(self._block or self._form, one, self._paper)

    def _show_within(self, anew: bool) -> None:
        inner = form_inner.inner(self._block) if self._block is not None else ()
        for kind, one in self.lists.items():
            one.setVisible(bool(inner) and isinstance(self._block, kind))
        self.within.setVisible(bool(inner))
        self._column = min(self._column, len(inner) - 1) if inner else 0
        if not inner:
            self.within.show_properties((), {}, anew=True)
            return
        self._list.set_rows(form_inner.inner_words(self._block, self._paper), self._column)
        self._show_column(anew)

    def _show_column(self, anew: bool) -> None:
        listed = form_inner.inner_properties(self._block, self._paper)
        values = {one.key: form_inner.inner_value(self._block, self._column, one, self._paper) for one in listed}
        self.within.show_properties(listed, values, anew=anew)

    @property
    def _list(self) -> NamedList:
        return self.lists[type(self._block)]

    # Places to fill in

    def _show_slots(self) -> None:
        self._slots.clear()
        for words in words_of(self._paper.texts).values():
            self._slots.addAction(words[:1].upper() + words[1:], partial(self.insert_slot, words))
        self.slots.setEnabled(False)

    def _on_entered(self, field: QWidget | None) -> None:
        self._text = field
        self.slots.setEnabled(field is not None)

    def _open_slots(self) -> None:
        if self.slots.isEnabled():
            self.slots.showMenu()

    def insert_slot(self, words: str) -> None:
        """Write a place to fill in where the caret is in the text that had the keyboard last."""
        if isinstance(self._text, QPlainTextEdit):
            self._text.insertPlainText(f"{{{words}}}")
        elif isinstance(self._text, QLineEdit):
            self._text.insert(f"{{{words}}}")
            self._text.autosave.touch()
        if self._text is not None:
            self._text.setFocus()

    # Changes

    def _store_own(self, one: Property, value: Value, editing: str) -> str:
        form, place = self._form, self._place
        if one.key == _WHEN:
            return self._kept(lambda: form_editing.with_condition(form, place, str(value)), editing)
        if place < 0:
            return self._kept(lambda: form_properties.changed(form, one, self._paper, value), editing)
        block = form.items[place].block
        return self._kept(
            lambda: form_editing.with_block(form, place, form_properties.changed(block, one, self._paper, value)),
            editing,
        )

    def _store_within(self, one: Property, value: Value, editing: str) -> str:
        number = self._column
        return self._with_block(lambda block: form_inner.inner_changed(block, number, one, self._paper, value), editing)

    def _with_block(self, make: Callable[[forms.FormBlock], forms.FormBlock], editing: str = "") -> str:
        form, place, block = self._form, self._place, self._block
        return self._kept(lambda: form_editing.with_block(form, place, make(block)), editing)

    def _kept(self, make: Callable[[], forms.FormDefinition], editing: str) -> str:
        """What does not fit, "" when it is stored."""
        try:
            self._store(make(), editing)
        except FormError as error:
            return f"{error.whole_reason[:1].upper()}{error.whole_reason[1:]}."
        except KnownError as error:
            return str(error)
        return ""

    def _on_inner(self, place: int) -> None:
        store_typed(self.within)
        self._column = place
        self._show_column(True)

    def _on_added(self) -> None:
        store_typed(self.within)
        after, self._column = self._column, self._column + 1
        self._with_block(lambda block: form_inner.inner_added(block, after, self._paper))
        self._show_column(True)

    def _on_inner_moved(self, by: int) -> None:
        store_typed(self.within)
        number = self._column
        self._column = min(max(number + by, 0), len(form_inner.inner(self._block)) - 1)
        self._with_block(lambda block: form_inner.inner_moved(block, number, by))
        self._show_column(True)

    def _on_inner_removed(self) -> None:
        store_typed(self.within)
        number = self._column
        self._with_block(lambda block: form_inner.inner_removed(block, number))
        self._show_column(True)


def _type_at(form: forms.FormDefinition, place: int) -> type:
    return type(form.items[place].block) if place >= 0 else type(None)
