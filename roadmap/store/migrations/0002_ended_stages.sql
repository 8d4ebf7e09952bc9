-- The last day of an open-ended stage, once what ended it has happened: a local day.
ALTER TABLE item ADD COLUMN ended_on TEXT;
