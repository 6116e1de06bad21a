"""The outline of the plan at the left: choose, add, rename, move and remove its parts."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial

from PySide6.QtCore import QEvent, QItemSelectionModel, QModelIndex, QSignalBlocker, QSize, Qt, QTimer, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QDropEvent,
    QKeyEvent,
    QPalette,
    QResizeEvent,
    QStandardItem,
    QStandardItemModel,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QMenu,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTreeView,
    QWidget,
)

from thidua_desktop.ui import theme
from thidua_desktop.ui.tabs.plans.outline_nodes import Key, Node

_KEY = Qt.ItemDataRole.UserRole
_LINE_HEIGHT = 3 * theme.sizes.UNIT + theme.sizes.HALF
_SOFT = Qt.ItemDataRole.UserRole + 1
_GROUP = Qt.ItemDataRole.UserRole + 2
_STEPS = {
    Qt.Key.Key_Up: "up",
    Qt.Key.Key_Down: "down",
    Qt.Key.Key_Right: "inwards",
    Qt.Key.Key_Left: "outwards",
}

_STEP_WORDS = (
    ("Chuyển lên\tAlt+Shift+↑", "up"),
    ("Chuyển xuống\tAlt+Shift+↓", "down"),
    ("Xuống một cấp\tTab", "inwards"),
    ("Lên một cấp\tShift+Tab", "outwards"),
)
_TABS = {Qt.Key.Key_Tab: "inwards", Qt.Key.Key_Backtab: "outwards"}


class _Lines(QStyledItemDelegate):
    """Groups and paragraphs without a heading in softer ink; a name too long for one line has two, with their room."""

    def __init__(self, tree: QTreeView) -> None:
        super().__init__(tree)
        self._tree = tree

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex) -> QSize:
        depth, above = 1, index.parent()
        while above.isValid():
            depth, above = depth + 1, above.parent()
        room = self._tree.viewport().width() - depth * self._tree.indentation() - theme.sizes.UNIT
        metrics = option.fontMetrics
        is_long = metrics.horizontalAdvance(str(index.data())) > room
        return QSize(room, _LINE_HEIGHT + metrics.lineSpacing() * is_long)

    def initStyleOption(self, option: QStyleOptionViewItem, index: QModelIndex) -> None:
        super().initStyleOption(option, index)
        if index.data(_GROUP):
            option.font.setWeight(option.font.Weight.DemiBold)
        if index.data(_SOFT) or index.data(_GROUP):
            for role in (QPalette.ColorRole.Text, QPalette.ColorRole.HighlightedText):
                option.palette.setColor(role, theme.colour("ink_soft"))


class OutlineTree(QTreeView):
    """``chosen(key)`` tells what to show. The acts carry section ids; whoever does them reloads the tree.

    With ``several`` more than one section can be chosen: :meth:`sections` are those an act is about.
    ``stepped(id, step)``: step is "up", "down", "inwards" or "outwards". ``dropped(id, parent id or None, position)``.
    ``add_beside(id)``, ``add_below(id)``, ``rename(id)``, ``remove(id)``. ``entered()``: Ctrl+Tab, the keyboard
    goes to what is chosen.
    """

    chosen = Signal(object)
    stepped = Signal(int, str)
    dropped = Signal(int, object, int)
    add_beside = Signal(int)
    add_below = Signal(int)
    rename = Signal(int)
    remove = Signal(int)
    entered = Signal()

    def __init__(self, parent: QWidget | None = None, *, several: bool = False) -> None:
        super().__init__(parent)
        self.setAccessibleName("Dàn ý của kế hoạch")
        if several:
            self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setHeaderHidden(True)
        self.setIndentation(theme.sizes.MARGIN)
        self.setWordWrap(True)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
        self.setItemDelegate(_Lines(self))
        self._model = QStandardItemModel(self)
        self.setModel(self._model)
        self._folded: set[Key] = set()
        self._choosing = False
        self._is_following = False
        self._waiting: tuple[Node, ...] = ()
        self._later = QTimer(self, singleShot=True, interval=0)
        self._later.timeout.connect(self._show_waiting)
        self.collapsed.connect(self._on_folded)
        self.expanded.connect(self._on_unfolded)
        self.selectionModel().currentChanged.connect(self._on_current)
        self.clicked.connect(self._on_clicked)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Names take one line or two anew when there is more or less room."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.scheduleDelayedItemsLayout()

    def show_nodes(self, nodes: Sequence[Node]) -> None:
        """Show this outline; what was chosen stays chosen, what was folded stays folded. Tells nothing.

        A choice being made may store what was typed and so bring a new outline: that one waits until the choice is
        done, as the lines must not go away under the view's hands.
        """
        if self._choosing:
            self._waiting = tuple(nodes)
            return
        current, chosen = self.current(), self._chosen_keys()
        scrolled = self.verticalScrollBar().value()
        with QSignalBlocker(self.selectionModel()):
            self._model.clear()
            for node in nodes:
                self._model.appendRow(_item(node))
            self._unfold()
            if current is not None:
                self._select(current)
            self._select_too(chosen)
        self.verticalScrollBar().setValue(scrolled)

    def sections(self) -> list[int]:
        """The ids of the chosen sections in reading order, without those that stand below another of them."""
        chosen = {key.number for key in self._chosen_keys() if key.what == "section"}
        return [key.number for key, above in self._section_lines() if key.number in chosen and chosen.isdisjoint(above)]

    def _section_lines(self) -> Iterator[tuple[Key, list[int]]]:
        for index in self._all(QModelIndex()):
            key, above, holder = _key(index), [], index.parent()
            while holder.isValid():
                above += [held.number for held in (_key(holder),) if held is not None and held.what == "section"]
                holder = holder.parent()
            if key is not None and key.what == "section":
                yield key, above

    def _chosen_keys(self) -> list[Key]:
        return [key for index in self.selectedIndexes() if (key := _key(index)) is not None]

    def _select_too(self, keys: Sequence[Key]) -> None:
        """Choose these lines besides the current one."""
        if len(keys) > 1:
            for index in self._all(QModelIndex()):
                if _key(index) in keys:
                    self.selectionModel().select(index, QItemSelectionModel.SelectionFlag.Select)

    def choose_all(self, section_ids: Sequence[int]) -> None:
        """Choose these sections, the first of them the current one."""
        keys = [Key("section", section_id) for section_id in section_ids]
        if keys and self.choose(keys[0]):
            self._select_too(keys)

    def current(self) -> Key | None:
        """What is chosen, None when nothing is."""
        return _key(self.currentIndex())

    def choose(self, key: Key) -> bool:
        """Choose a line and tell it; False when there is no such line."""
        before = self.current()
        if not self._select(key):
            return False
        if before == key:
            self.chosen.emit(key)
        return True

    def follow(self, key: Key) -> None:
        """Choose a line without telling it: something else led there."""
        if key != self.current():
            self._is_following = True
            self._select(key)
            self._is_following = False

    def _select(self, key: Key) -> bool:
        for index in self._all(QModelIndex()):
            if _key(index) == key:  # not the view's own way: with Shift held it would choose all up to there
                self.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)
                self.scrollTo(index)
                return True
        return False

    def _all(self, parent: QModelIndex) -> Iterator[QModelIndex]:
        for row in range(self._model.rowCount(parent)):
            index = self._model.index(row, 0, parent)
            yield index
            yield from self._all(index)

    def _unfold(self) -> None:
        for index in self._all(QModelIndex()):
            self.setExpanded(index, _key(index) not in self._folded)

    def _on_folded(self, index: QModelIndex) -> None:
        if (key := _key(index)) is not None:
            self._folded.add(key)

    def _on_unfolded(self, index: QModelIndex) -> None:
        if (key := _key(index)) is not None:
            self._folded.discard(key)

    def _on_current(self, current: QModelIndex, before: QModelIndex) -> None:
        if self._is_following or (key := _key(current)) is None:
            return
        self._choosing = True
        self.chosen.emit(key)
        self._choosing = False
        if self._waiting:
            self._later.start()

    def _on_clicked(self, index: QModelIndex) -> None:
        """A group is nothing to show: a click on it goes to the first line below it."""
        if _key(index) is None and (first := _key(self._model.index(0, 0, index))) is not None:
            self.choose(first)

    def _show_waiting(self) -> None:
        nodes, self._waiting = self._waiting, ()
        self.show_nodes(nodes)

    def _section(self) -> int:
        """The id of the chosen section, 0 when something else is chosen."""
        key = self.current()
        return key.number if key is not None and key.what == "section" else 0

    def keyPressEvent(self, event: QKeyEvent) -> None:
        section = self._section()
        held = event.modifiers()
        if event.key() in _TABS and held & Qt.KeyboardModifier.ControlModifier:
            if event.key() == Qt.Key.Key_Tab:
                self.entered.emit()
            else:
                self.focusNextPrevChild(False)
        elif held & Qt.KeyboardModifier.AltModifier and event.key() in _STEPS:
            if section:
                self.stepped.emit(section, _STEPS[event.key()])
        elif section and event.key() in _TABS:
            self.stepped.emit(section, _TABS[event.key()])
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and (
            section or held & Qt.KeyboardModifier.ControlModifier
        ):
            (self.add_below if held & Qt.KeyboardModifier.ShiftModifier else self.add_beside).emit(section)
        elif section and event.key() == Qt.Key.Key_F2:
            self.rename.emit(section)
        elif section and event.key() == Qt.Key.Key_Delete:
            self.remove.emit(section)
        else:
            super().keyPressEvent(event)

    def event(self, event: QEvent) -> bool:
        """Tab and Shift+Tab move a section by a level, on any other line they leave the outline; with Ctrl always."""
        is_tab = event.type() == QEvent.Type.KeyPress and event.key() in _TABS
        if is_tab and (self._section() or event.modifiers() & Qt.KeyboardModifier.ControlModifier):
            self.keyPressEvent(event)
            return True
        return super().event(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Open the menu of the chosen section, by the mouse or the menu key."""
        self.act_menu().popup(event.globalPos())

    def act_menu(self) -> QMenu:
        """What can be done with the chosen section, with its keys."""
        section = self._section()
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction("Thêm mục phía sau\tEnter", partial(self.add_beside.emit, section))
        if section:
            menu.addAction("Thêm mục con\tShift+Enter", partial(self.add_below.emit, section))
            menu.addAction("Đổi tên\tF2", partial(self.rename.emit, section))
            menu.addSeparator()
            for words, step in _STEP_WORDS:
                menu.addAction(words, partial(self.stepped.emit, section, step))
            menu.addSeparator()
            menu.addAction("Xóa mục\tDelete", partial(self.remove.emit, section))
        return menu

    def dropEvent(self, event: QDropEvent) -> None:
        """Tell where a section was dropped; the tree itself changes only when the plan has."""
        place = self._drop_place(self.indexAt(event.position().toPoint()))
        moved = self._section()
        event.setDropAction(Qt.DropAction.IgnoreAction)
        event.accept()
        if place is not None and moved:
            self.dropped.emit(moved, *place)

    def _drop_place(self, target: QModelIndex) -> tuple[int | None, int] | None:
        """Parent id and position, counted without the moved section, of the place the drop line shows."""
        key = _key(target)
        if key is None or key.what != "section" or key.number == self._section():
            return None
        where = self.dropIndicatorPosition()
        if where == QAbstractItemView.DropIndicatorPosition.OnItem:
            return key.number, self._model.rowCount(target)
        holder = _key(target.parent())
        moved = {self._section(), *self.sections()}
        if key.number in moved:
            return None
        siblings = [k.number for k in self._section_keys(target.parent()) if k.number not in moved]
        below = where == QAbstractItemView.DropIndicatorPosition.BelowItem
        return (holder.number if holder else None), siblings.index(key.number) + below

    def _section_keys(self, parent: QModelIndex) -> list[Key]:
        keys = (_key(self._model.index(row, 0, parent)) for row in range(self._model.rowCount(parent)))
        return [key for key in keys if key is not None and key.what == "section"]


def _key(index: QModelIndex) -> Key | None:
    key = index.data(_KEY)
    return Key(*key) if key else None


def _item(node: Node) -> QStandardItem:
    item = QStandardItem(node.text)
    item.setToolTip(node.text)
    is_section = node.key is not None and node.key.what == "section"
    flags = Qt.ItemFlag.ItemIsEnabled
    if node.key is not None:
        flags |= Qt.ItemFlag.ItemIsSelectable
        item.setData(tuple(node.key), _KEY)
    if is_section:
        flags |= Qt.ItemFlag.ItemIsDragEnabled | Qt.ItemFlag.ItemIsDropEnabled
    item.setFlags(flags)
    item.setData(node.soft, _SOFT)
    item.setData(node.key is None, _GROUP)
    for child in node.children:
        item.appendRow(_item(child))
    return item
