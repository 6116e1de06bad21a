"""Form sheets (phiếu Excel) that go out to organisations and come back: what stands on them, and what was answered."""
