"""Fetch the pages that the user names, and keep them as found."""
