"""Lists of people and organisations taken from a spreadsheet, seen row by row before anything is stored."""
