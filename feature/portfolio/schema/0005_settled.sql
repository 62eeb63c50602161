-- +goose Up
-- Counts the writes of results, so that who remembers the last ones knows when
-- somebody else has written.
ALTER TABLE portfolio_state ADD COLUMN settled BIGINT NOT NULL DEFAULT 0;
