-- Weeks that ended behind or ahead and that the person leaves as they are, by their first day.
CREATE TABLE left_week (
    id         INTEGER PRIMARY KEY AUTOINCREMENT,
    roadmap_id INTEGER NOT NULL REFERENCES roadmap (id) ON DELETE CASCADE,
    week       TEXT NOT NULL,
    UNIQUE (roadmap_id, week)
) STRICT;
