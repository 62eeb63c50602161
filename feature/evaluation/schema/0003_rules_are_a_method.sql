-- +goose Up
-- The rules are governed like every other method now; nothing ever wrote here.
DROP TABLE evaluation_rules;
