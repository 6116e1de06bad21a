"""The view Giấy tờ: which papers went out and came back, and typing from the scan beside the fields."""
