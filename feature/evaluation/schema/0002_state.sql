-- +goose Up
-- Counts the changes of what is in force and what is proposed, so that who
-- remembers it knows when to read it anew.
CREATE TABLE evaluation_state (
    id       BIGINT NOT NULL PRIMARY KEY,
    revision BIGINT NOT NULL
);
INSERT INTO evaluation_state (id, revision) VALUES (1, 1);
