"""The document model: facts and a form definition become typed blocks."""
