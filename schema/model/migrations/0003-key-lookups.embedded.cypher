// Embedded store only: there a constraint guards a key but does not find by it, so each key has an index too.
// Neo4j's constraints bring their own, and refuse these.
CREATE INDEX inventory_id_lookup IF NOT EXISTS FOR (n:Inventory) ON (n.id);
CREATE INDEX organization_id_lookup IF NOT EXISTS FOR (n:Organization) ON (n.id);
CREATE INDEX data_class_id_lookup IF NOT EXISTS FOR (n:DataClass) ON (n.id);
CREATE INDEX audience_id_lookup IF NOT EXISTS FOR (n:Audience) ON (n.id);
CREATE INDEX system_id_lookup IF NOT EXISTS FOR (n:System) ON (n.id);
CREATE INDEX flow_id_lookup IF NOT EXISTS FOR (n:Flow) ON (n.id);
CREATE INDEX access_channel_id_lookup IF NOT EXISTS FOR (n:AccessChannel) ON (n.id);
CREATE INDEX restriction_id_lookup IF NOT EXISTS FOR (n:Restriction) ON (n.id);
CREATE INDEX evidence_id_lookup IF NOT EXISTS FOR (n:Evidence) ON (n.id);
CREATE INDEX basis_claim_id_lookup IF NOT EXISTS FOR (n:BasisClaim) ON (n.id);
CREATE INDEX condition_answer_id_lookup IF NOT EXISTS FOR (n:ConditionAnswer) ON (n.id);
CREATE INDEX import_run_id_lookup IF NOT EXISTS FOR (n:ImportRun) ON (n.id);
CREATE INDEX observation_id_lookup IF NOT EXISTS FOR (n:Observation) ON (n.id);
CREATE INDEX change_revision_lookup IF NOT EXISTS FOR (n:Change) ON (n.revision);
