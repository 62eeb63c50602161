-- +goose Up
-- A promotion with its six answers: when (from_on, until_on), which products (codes,
-- none: all), where, for whom, how much (a budget and how it came about), how (ways).
CREATE TABLE promotions (
    id         BIGINT NOT NULL PRIMARY KEY,
    account_id BIGINT NOT NULL REFERENCES accounts,
    name       TEXT   NOT NULL,
    background TEXT   NOT NULL,
    from_on    DATE   NOT NULL,
    until_on   DATE   NOT NULL,
    products   TEXT   NOT NULL,
    place      TEXT   NOT NULL,
    audience   TEXT   NOT NULL,
    budget     TEXT   NOT NULL,
    amount     BIGINT NOT NULL,
    ways       TEXT   NOT NULL,
    tools      TEXT   NOT NULL,
    baseline   BIGINT NOT NULL,
    expected   BIGINT NOT NULL,
    lesson     TEXT   NOT NULL,
    state      TEXT   COLLATE "C" NOT NULL,
    by_id      BIGINT REFERENCES users,
    made_on    DATE   NOT NULL,
    version    BIGINT NOT NULL
);
CREATE INDEX promotions_by_account ON promotions (account_id, from_on, id);
CREATE INDEX promotions_by_day ON promotions (from_on, id);
