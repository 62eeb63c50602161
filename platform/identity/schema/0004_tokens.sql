-- +goose Up
-- who answers for a service account, which has no password; none: a person
ALTER TABLE users ADD COLUMN owner_id BIGINT REFERENCES users;

CREATE TABLE api_tokens (
    id         BIGINT NOT NULL PRIMARY KEY,
    user_id    BIGINT NOT NULL REFERENCES users,
    name       TEXT   NOT NULL,
    word       TEXT   NOT NULL UNIQUE,
    grants     TEXT   NOT NULL,
    made_at    BIGINT NOT NULL,
    expires_at BIGINT NOT NULL,
    used_at    BIGINT NOT NULL
);
CREATE INDEX api_tokens_by_user ON api_tokens (user_id);
