-- +goose Up
-- by which names another house knows a user
CREATE TABLE links (
    issuer  TEXT   NOT NULL,
    subject TEXT   NOT NULL,
    user_id BIGINT NOT NULL REFERENCES users,
    name    TEXT   NOT NULL,
    at      BIGINT NOT NULL,
    PRIMARY KEY (issuer, subject)
);
CREATE INDEX links_by_user ON links (user_id);

-- messages that somebody has signed out there, as hashes, until they expire
CREATE TABLE sign_outs (
    id      TEXT   NOT NULL PRIMARY KEY,
    expires BIGINT NOT NULL
);
