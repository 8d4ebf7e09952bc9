-- Work on something of the person's own, outside the roadmap: it counts towards nothing the roadmap asks.
ALTER TABLE session ADD COLUMN outside INTEGER NOT NULL DEFAULT 0 CHECK (outside IN (0, 1));
