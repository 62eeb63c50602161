-- +goose Up
-- The last number that was given to a deal of a year: two that begin at once wait for
-- each other here.
CREATE TABLE opportunity_numbers (
    prefix TEXT   COLLATE "C" NOT NULL PRIMARY KEY,
    latest BIGINT NOT NULL
);

-- Nobody has said when the deal began: its opening day is none, and it has no cycle.
ALTER TABLE opportunities ADD COLUMN unopened BOOLEAN NOT NULL DEFAULT FALSE;
