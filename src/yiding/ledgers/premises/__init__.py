"""Office space 办公用房: who sits where, on how many square metres, and by which right."""
