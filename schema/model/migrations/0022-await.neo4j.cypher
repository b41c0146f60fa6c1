// Indexes fill in the background: wait until each answers.
CALL db.awaitIndexes(300);
