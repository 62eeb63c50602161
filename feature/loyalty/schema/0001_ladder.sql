-- +goose Up
-- What somebody has said of a line of products and an account: how much the
-- account buys of it in a year, and who there has to do with it. demand NULL:
-- nobody has said; people are the ids of contacts, empty: all of them.
CREATE TABLE loyalty_positions (
    id         BIGINT NOT NULL PRIMARY KEY,
    account_id BIGINT NOT NULL REFERENCES accounts,
    line       TEXT   NOT NULL,
    demand     BIGINT,
    people     TEXT   NOT NULL,
    evidence   TEXT   NOT NULL,
    by_id      BIGINT REFERENCES users,
    by_name    TEXT   NOT NULL,
    judged_on  DATE   NOT NULL,
    expires_on DATE   NOT NULL,
    version    BIGINT NOT NULL
);
CREATE UNIQUE INDEX loyalty_positions_by_account ON loyalty_positions (account_id, line);

-- On which rung an account stood with a line, from a day on until before another
-- one; 0 is a rung that nobody knows. share is in ten-thousandths; it and the
-- attitude are what they last were.
CREATE TABLE loyalty_rungs (
    id         BIGINT NOT NULL PRIMARY KEY,
    account_id BIGINT NOT NULL REFERENCES accounts,
    line       TEXT   NOT NULL,
    rung       BIGINT NOT NULL,
    sales      BIGINT NOT NULL,
    share      BIGINT,
    attitude   BIGINT,
    since_on   DATE   NOT NULL,
    until_on   DATE
);
CREATE INDEX loyalty_rungs_by_account ON loyalty_rungs (account_id, line, since_on);
CREATE UNIQUE INDEX loyalty_rungs_now ON loyalty_rungs (account_id, line) WHERE until_on IS NULL;
