-- The roadmap that an entry of the inbox is about, with which it goes; none for what is about none.
ALTER TABLE occurrence ADD COLUMN roadmap_id INTEGER REFERENCES roadmap (id) ON DELETE CASCADE;
CREATE INDEX occurrence_of_roadmap ON occurrence (roadmap_id);
