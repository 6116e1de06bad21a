"""The table: view, models and cell painting. Import from here."""

from __future__ import annotations

from .cells import CellDelegate, SoftRole, StateRole
from .footed import FootedTable
from .grid import GridModel
from .growing import GrowingColumn
from .models import RowsModel, TableColumn, TableModel
from .typed import TypedModel
from .view import DataTable

__all__ = [
    "CellDelegate",
    "DataTable",
    "FootedTable",
    "GridModel",
    "GrowingColumn",
    "RowsModel",
    "SoftRole",
    "StateRole",
    "TableColumn",
    "TableModel",
    "TypedModel",
]
