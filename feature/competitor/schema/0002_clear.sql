-- +goose Up
-- That somebody has looked, and that nobody and nothing inside an account or above it
-- stands against us there.
CREATE TABLE competitor_clear (
    id         BIGINT NOT NULL PRIMARY KEY,
    account_id BIGINT NOT NULL UNIQUE REFERENCES accounts,
    evidence   TEXT   NOT NULL,
    by_id      BIGINT REFERENCES users,
    by_name    TEXT   NOT NULL,
    judged_on  DATE   NOT NULL,
    expires_on DATE   NOT NULL,
    version    BIGINT NOT NULL
);
