-- +goose Up
-- what the program itself proposes, such as a class that it has computed, nobody wants
DROP INDEX approvals_by_proposer;
ALTER TABLE approvals ADD COLUMN proposer_id BIGINT REFERENCES users;
UPDATE approvals SET proposer_id = by_id;
ALTER TABLE approvals DROP COLUMN by_id;
ALTER TABLE approvals RENAME COLUMN proposer_id TO by_id;
CREATE INDEX approvals_by_proposer ON approvals (by_id, id) WHERE by_id IS NOT NULL;
