-- What the person took out of a roadmap stays, with all that was worked on it, and is shown no more.
ALTER TABLE item ADD COLUMN archived_at TEXT;
