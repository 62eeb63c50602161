-- +goose Up
-- What is wanted of an account in a year: a sum in minor units, a share in
-- hundredths of a per cent, or both. chosen is the metric that somebody put in
-- place of the tier's.
CREATE TABLE goals (
    id         BIGINT NOT NULL PRIMARY KEY,
    account_id BIGINT NOT NULL REFERENCES accounts,
    year       BIGINT NOT NULL,
    amount     BIGINT,
    share      BIGINT,
    chosen     TEXT   COLLATE "C" NOT NULL,
    reason     TEXT   NOT NULL,
    author_id  BIGINT REFERENCES users,
    set_on     DATE   NOT NULL,
    version    BIGINT NOT NULL,
    UNIQUE (account_id, year)
);
CREATE INDEX goals_by_year ON goals (year, account_id);
