"""What is fast, measured beside what users would pick instead."""
