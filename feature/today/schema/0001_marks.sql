-- +goose Up
-- What somebody has ticked off or put off, until when. An item is named by its rule,
-- its account and what it is about; due_on tells one occasion from the next.
CREATE TABLE today_marks (
    id         BIGINT NOT NULL PRIMARY KEY,
    user_id    BIGINT NOT NULL REFERENCES users,
    rule       TEXT   COLLATE "C" NOT NULL,
    about_id   BIGINT,
    subject_id BIGINT,
    state      TEXT   COLLATE "C" NOT NULL,
    due_on     DATE,
    until_on   DATE   NOT NULL,
    made_at    BIGINT NOT NULL
);
CREATE INDEX today_marks_by_user ON today_marks (user_id, until_on);
