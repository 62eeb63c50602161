-- +goose Up
-- What is planned for, one after another: at most one is open.
CREATE TABLE plans (
    id       BIGINT NOT NULL PRIMARY KEY,
    name     TEXT   NOT NULL,
    from_on  DATE   NOT NULL,
    until_on DATE   NOT NULL,
    state    TEXT   COLLATE "C" NOT NULL,
    by_id    BIGINT REFERENCES users,
    begun_on DATE   NOT NULL,
    ended_on DATE,
    version  BIGINT NOT NULL
);
CREATE UNIQUE INDEX plans_open ON plans (state) WHERE state = 'open';

-- Which steps of an account have to be looked at again, since its tier has
-- changed; who has done so takes the row away.
CREATE TABLE plan_stale (
    plan_id    BIGINT NOT NULL REFERENCES plans ON DELETE CASCADE,
    account_id BIGINT NOT NULL REFERENCES accounts,
    step       BIGINT NOT NULL,
    was        TEXT   COLLATE "C" NOT NULL,
    becomes    TEXT   COLLATE "C" NOT NULL,
    since_on   DATE   NOT NULL,
    PRIMARY KEY (plan_id, account_id, step)
);
CREATE INDEX plan_stale_by_account ON plan_stale (account_id);
