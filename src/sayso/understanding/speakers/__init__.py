"""Who the sources of an article are: each phrase read, and joined to the one it means."""
