// Embedded store only, as in 0003.
CREATE INDEX workshop_id_lookup IF NOT EXISTS FOR (n:Workshop) ON (n.id);
CREATE INDEX scenario_id_lookup IF NOT EXISTS FOR (n:Scenario) ON (n.id);
CREATE INDEX walkthrough_id_lookup IF NOT EXISTS FOR (n:Walkthrough) ON (n.id);
CREATE INDEX workshop_item_id_lookup IF NOT EXISTS FOR (n:WorkshopItem) ON (n.id);
