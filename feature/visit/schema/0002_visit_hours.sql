-- +goose Up
-- The half days on which a person likes to be visited, as said at work: weekdays
-- from Monday, mornings first, a 1 for each that suits.
CREATE TABLE visit_hours (
    contact_id BIGINT NOT NULL PRIMARY KEY REFERENCES contacts ON DELETE CASCADE,
    slots      TEXT   COLLATE "C" NOT NULL,
    by_id      BIGINT REFERENCES users,
    said_on    DATE   NOT NULL
);
