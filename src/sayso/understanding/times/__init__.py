"""Times that a text names, resolved against the day it was published."""
