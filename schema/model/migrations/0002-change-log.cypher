// The history of one entity. Both stores; safe to run again.
CREATE INDEX change_entity IF NOT EXISTS FOR (n:Change) ON (n.entity);
