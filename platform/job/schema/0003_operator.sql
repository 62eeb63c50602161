-- +goose Up
-- who queued it at the command line, by the name the system knows him under
ALTER TABLE jobs ADD COLUMN operator TEXT NOT NULL DEFAULT '';
