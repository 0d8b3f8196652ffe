"""On whose say-so? Who says what in the news, in exact words."""
