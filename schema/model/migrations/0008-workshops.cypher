// Workshops and what is prepared for them. Both stores; safe to run again.
CREATE CONSTRAINT workshop_id IF NOT EXISTS FOR (n:Workshop) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT scenario_id IF NOT EXISTS FOR (n:Scenario) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT walkthrough_id IF NOT EXISTS FOR (n:Walkthrough) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT workshop_item_id IF NOT EXISTS FOR (n:WorkshopItem) REQUIRE n.id IS UNIQUE;
