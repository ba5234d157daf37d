"""The three ledgers of Linhu: made of words and chance, brought in as files, tied to minutes."""
