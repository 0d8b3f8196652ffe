"""The pipeline as stages."""
