-- +goose Up
-- What kind of row an import wrote: one of orders opens accounts as well; '' is
-- the kind of the import itself.
ALTER TABLE import_writes ADD COLUMN kind TEXT NOT NULL DEFAULT '';
-- What stayed when the import was taken back, and why, as JSON.
ALTER TABLE imports ADD COLUMN kept TEXT NOT NULL DEFAULT '';
