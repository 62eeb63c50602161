-- +goose Up
-- The points and the class of an account quarter by quarter (method M18): a class
-- is only lost after two bad quarters, so the one before must be remembered.
CREATE TABLE portfolio_quarters (
    account_id BIGINT NOT NULL REFERENCES accounts,
    quarter    TEXT   COLLATE "C" NOT NULL,
    score      BIGINT NOT NULL,
    class      TEXT   COLLATE "C" NOT NULL,
    PRIMARY KEY (account_id, quarter)
);
CREATE INDEX portfolio_quarters_by_quarter ON portfolio_quarters (quarter, account_id);
