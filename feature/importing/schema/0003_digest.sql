-- +goose Up
-- The hash of the file: the same file is known again, whatever it is called and
-- however it is read.
ALTER TABLE imports ADD COLUMN digest TEXT NOT NULL DEFAULT '';
CREATE INDEX imports_by_digest ON imports (digest);
