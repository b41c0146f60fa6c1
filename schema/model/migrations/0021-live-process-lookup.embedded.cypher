// Embedded store only, as in 0003.
CREATE INDEX live_process_id_lookup IF NOT EXISTS FOR (n:LiveProcess) ON (n.id);
