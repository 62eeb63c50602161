-- +goose Up
-- who answers for an export, how many rows it had, and the proposal by which
-- somebody else agreed: what is registered is what is counted
ALTER TABLE privacy_exports ADD COLUMN user_id BIGINT;
ALTER TABLE privacy_exports ADD COLUMN rows_taken BIGINT NOT NULL DEFAULT 0;
ALTER TABLE privacy_exports ADD COLUMN permit_id BIGINT;
CREATE INDEX privacy_exports_by_user ON privacy_exports (user_id, at);
