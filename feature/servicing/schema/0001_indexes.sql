-- +goose Up
-- How well an account was served in a quarter, as somebody has rated it; never
-- written over, latest marks the one that counts.
CREATE TABLE servicing_indexes (
    id         BIGINT  NOT NULL PRIMARY KEY,
    account_id BIGINT  NOT NULL REFERENCES accounts,
    quarter    DATE    NOT NULL,
    version    BIGINT  NOT NULL,
    value      BIGINT  NOT NULL,
    source     TEXT    COLLATE "C" NOT NULL,
    evidence   TEXT    NOT NULL,
    by_id      BIGINT  REFERENCES users,
    by_name    TEXT    NOT NULL,
    rated_on   DATE    NOT NULL,
    latest     BOOLEAN NOT NULL
);
CREATE UNIQUE INDEX servicing_indexes_latest ON servicing_indexes (account_id, quarter) WHERE latest;
CREATE INDEX servicing_indexes_by_account ON servicing_indexes (account_id, id);
