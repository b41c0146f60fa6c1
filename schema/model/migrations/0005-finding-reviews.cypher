// What people decided about findings. Both stores; safe to run again.
CREATE CONSTRAINT finding_review_id IF NOT EXISTS FOR (n:FindingReview) REQUIRE n.id IS UNIQUE;
