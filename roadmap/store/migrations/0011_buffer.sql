-- What of each week is kept free, in percent.
ALTER TABLE plan ADD COLUMN buffer_percent INTEGER NOT NULL DEFAULT 0 CHECK (buffer_percent BETWEEN 0 AND 50);
