-- +goose Up
-- For what of the account an action is, such as a deal; nothing: for the account itself.
ALTER TABLE actions ADD COLUMN subject_id BIGINT;
CREATE INDEX actions_by_subject ON actions (subject_id, id) WHERE subject_id IS NOT NULL;
