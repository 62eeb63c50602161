-- +goose Up
-- who is signed in, on what, from where; a session holds the id of one
CREATE TABLE sign_ins (
    id      BIGINT NOT NULL PRIMARY KEY,
    user_id BIGINT NOT NULL REFERENCES users,
    era     BIGINT NOT NULL,
    device  TEXT   NOT NULL,
    origin  TEXT   NOT NULL,
    since   BIGINT NOT NULL,
    seen    BIGINT NOT NULL,
    proved  BIGINT NOT NULL
);
CREATE INDEX sign_ins_by_user ON sign_ins (user_id);

-- what the authenticator app of a user knows, sealed; since = 0: he has not shown yet that it does
CREATE TABLE second_factors (
    id     BIGINT NOT NULL PRIMARY KEY REFERENCES users,
    secret TEXT   NOT NULL,
    since  BIGINT NOT NULL,
    step   BIGINT NOT NULL
);

-- as hashes; a code that was used is gone
CREATE TABLE recovery_codes (
    user_id BIGINT NOT NULL REFERENCES users,
    code    TEXT   NOT NULL,
    PRIMARY KEY (user_id, code)
);
