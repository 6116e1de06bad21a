"""Lists of people and organisations as offices keep them in spreadsheets: what their columns mean, row by row."""
