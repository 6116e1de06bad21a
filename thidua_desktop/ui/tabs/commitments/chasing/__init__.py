"""The view Đôn đốc: who owes what by which day, and who was reached about it."""
