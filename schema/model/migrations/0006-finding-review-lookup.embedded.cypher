// Embedded store only, as in 0003.
CREATE INDEX finding_review_id_lookup IF NOT EXISTS FOR (n:FindingReview) ON (n.id);
