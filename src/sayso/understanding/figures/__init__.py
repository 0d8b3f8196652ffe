"""Quantities that a text names, with unit and bounds."""
