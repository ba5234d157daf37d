"""Instruments and provisions."""
