-- +goose Up
-- What was put into an account on a day: hours in millionths, money in minor
-- units of the base currency. month is 12 × year + month − 1.
CREATE TABLE costs (
    account_id BIGINT NOT NULL,
    id         BIGINT NOT NULL,
    batch_id   BIGINT NOT NULL,
    ended_by   BIGINT,
    number     TEXT   NOT NULL,
    occurrence BIGINT NOT NULL,
    spent_on   DATE   NOT NULL,
    month      BIGINT NOT NULL,
    kind       TEXT   NOT NULL,
    person     TEXT   NOT NULL,
    hours      BIGINT NOT NULL,
    amount     BIGINT NOT NULL,
    note       TEXT   NOT NULL,
    currency   TEXT,
    original   BIGINT,
    PRIMARY KEY (account_id, id)
);

-- The entries of a month by kind and class of person. The current rows of an
-- account and month are those of the highest revision up to the ledger's; one
-- without entries says that none is left.
CREATE TABLE cost_months (
    account_id BIGINT NOT NULL,
    month      BIGINT NOT NULL,
    revision   BIGINT NOT NULL,
    kind       TEXT   NOT NULL,
    person     TEXT   NOT NULL,
    hours      BIGINT NOT NULL,
    amount     BIGINT NOT NULL,
    entries    BIGINT NOT NULL,
    PRIMARY KEY (account_id, month, revision, kind, person)
);
