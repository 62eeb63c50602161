-- +goose Up
-- an export that a second person has agreed to: one list, once
CREATE TABLE export_permits (
    id       BIGINT NOT NULL PRIMARY KEY REFERENCES approvals,
    user_id  BIGINT NOT NULL REFERENCES users,
    path     TEXT   NOT NULL,
    query    TEXT   NOT NULL,
    until_at BIGINT NOT NULL,
    used_at  BIGINT NOT NULL
);
CREATE INDEX export_permits_by_user ON export_permits (user_id, until_at);
