"""From statements to stories, copies, claims, origins, conflicts."""
