// What each server tells the others of the people who are connected to it now. Both stores; safe to run again.
CREATE CONSTRAINT live_process_id IF NOT EXISTS FOR (n:LiveProcess) REQUIRE n.id IS UNIQUE;
