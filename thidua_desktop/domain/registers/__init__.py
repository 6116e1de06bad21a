"""The editable tables (danh mục): their definitions, the texts of their cells, what is pasted."""
