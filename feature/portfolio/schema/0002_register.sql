-- +goose Up
-- The day on which a key account was entered: what is due then counts from it.
ALTER TABLE portfolio_keys ADD COLUMN listed_on DATE;
UPDATE portfolio_keys SET listed_on = since_on;

ALTER TABLE portfolio_nominations ADD COLUMN evidence TEXT NOT NULL DEFAULT '';

-- Key accounts that no rule makes such any more: one open review at a time, one a quarter.
CREATE TABLE portfolio_reviews (
    id         BIGINT NOT NULL PRIMARY KEY,
    account_id BIGINT NOT NULL REFERENCES accounts,
    quarter    TEXT   COLLATE "C" NOT NULL,
    opened_on  DATE   NOT NULL,
    due_on     DATE   NOT NULL,
    state      TEXT   COLLATE "C" NOT NULL,
    reason     TEXT   NOT NULL,
    decider_id BIGINT REFERENCES users,
    decider    TEXT   NOT NULL,
    decided_on DATE,
    version    BIGINT NOT NULL
);
CREATE UNIQUE INDEX portfolio_reviews_open ON portfolio_reviews (account_id) WHERE state = 'open';
CREATE INDEX portfolio_reviews_by_account ON portfolio_reviews (account_id, id);
CREATE INDEX portfolio_reviews_by_quarter ON portfolio_reviews (quarter, account_id);

-- Which rows came to their account by a merge, so that it can be undone; the
-- account itself stands for its place in the register.
CREATE TABLE portfolio_moves (
    merge_id BIGINT NOT NULL,
    row_id   BIGINT NOT NULL,
    PRIMARY KEY (merge_id, row_id)
);
