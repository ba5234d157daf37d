"""The fictional city of Linhu 临湖市: its units and people, a year of minutes, and their life."""
