-- How a session's focus was measured, and what the person said of it.
ALTER TABLE session ADD COLUMN mode TEXT NOT NULL DEFAULT 'pomodoro'
    CHECK (mode IN ('pomodoro', 'flowtime', 'countdown'));
ALTER TABLE session ADD COLUMN note TEXT;
ALTER TABLE session ADD COLUMN interruptions INTEGER NOT NULL DEFAULT 0;
ALTER TABLE session ADD COLUMN reason TEXT;               -- why it was abandoned
-- Where it reaches into another local day: JSON, each day that it counts for with its seconds on the clock.
ALTER TABLE session ADD COLUMN days TEXT;
CREATE INDEX session_by_time ON session (started_at);
