"""The view Chấm điểm: sheets of points, places, and the sets of criteria."""
