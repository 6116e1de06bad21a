"""Papers that go out and come back, what is owed by which day, and who was reached about it."""
