"""Tell by a model over the lines of a plain-text page where articles start, which lines are theirs, which furniture."""
