-- The blocks that a template had until a day, on which it was changed: the days before keep them.
CREATE TABLE former_template (
    id          INTEGER PRIMARY KEY AUTOINCREMENT,
    template_id INTEGER NOT NULL REFERENCES template (id) ON DELETE CASCADE,
    until_day   TEXT NOT NULL,                -- a local day, the first on which they no longer hold
    blocks      TEXT NOT NULL,                -- JSON, each with its name in template_block, also where it is gone there
    UNIQUE (template_id, until_day)
) STRICT;
