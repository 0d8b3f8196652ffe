"""What several rooms need to know of plain text: words, sentences, countries, days."""
