-- +goose Up
-- Of money that came in: who paid where it was somebody else, how, and of a bill of
-- exchange when it matures, whether who gave it still stands for it, and whether a
-- bank does.
ALTER TABLE receipts ADD COLUMN party TEXT NOT NULL DEFAULT '';
ALTER TABLE receipts ADD COLUMN method TEXT NOT NULL DEFAULT '';
ALTER TABLE receipts ADD COLUMN matures_on DATE;
ALTER TABLE receipts ADD COLUMN recourse BOOLEAN NOT NULL DEFAULT FALSE;
ALTER TABLE receipts ADD COLUMN accepted BOOLEAN NOT NULL DEFAULT FALSE;
CREATE INDEX receipts_by_number ON receipts (number, account_id);
CREATE INDEX receipts_by_party ON receipts (party, account_id) WHERE party <> '';

-- Which batch this one takes back: papers of money are not removed but ended, so that
-- what was known of them before can be told again.
ALTER TABLE batches ADD COLUMN undoes BIGINT;
