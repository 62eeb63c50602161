-- +goose Up
-- When an account lay in the pool, how it came there and who has taken it out. What
-- lists are ordered and narrowed by is copied: every night it is as the account has it.
CREATE TABLE pool_stays (
    id          BIGINT NOT NULL PRIMARY KEY,
    account_id  BIGINT NOT NULL REFERENCES accounts,
    sort_key    TEXT   COLLATE "C" NOT NULL,
    region      TEXT   COLLATE "C" NOT NULL,
    industry    TEXT   COLLATE "C" NOT NULL,
    way         TEXT   COLLATE "C" NOT NULL,
    note        TEXT   NOT NULL,
    by_id       BIGINT REFERENCES users,
    was_id      BIGINT REFERENCES users,
    members     TEXT   NOT NULL,
    run_id      BIGINT,
    since_on    DATE   NOT NULL,
    until_on    DATE,
    ended       TEXT   COLLATE "C" NOT NULL,
    to_id       BIGINT REFERENCES users,
    reserved_id BIGINT REFERENCES users,
    reserved_on DATE
);
CREATE UNIQUE INDEX pool_stays_open ON pool_stays (account_id) WHERE until_on IS NULL;
CREATE INDEX pool_stays_by_name ON pool_stays (sort_key, id) WHERE until_on IS NULL;
CREATE INDEX pool_stays_by_region ON pool_stays (region, sort_key, id) WHERE until_on IS NULL;
CREATE INDEX pool_stays_by_industry ON pool_stays (industry, sort_key, id) WHERE until_on IS NULL;
CREATE INDEX pool_stays_latest ON pool_stays (id) WHERE until_on IS NULL;
CREATE INDEX pool_stays_by_account ON pool_stays (account_id, id);
CREATE INDEX pool_stays_by_taker ON pool_stays (to_id, until_on) WHERE to_id IS NOT NULL;
CREATE INDEX pool_stays_by_run ON pool_stays (run_id) WHERE run_id IS NOT NULL;

-- The rules, each version with who wanted it so and why; the latest counts.
CREATE TABLE pool_rules (
    version BIGINT NOT NULL PRIMARY KEY,
    body    TEXT   NOT NULL,
    reason  TEXT   NOT NULL,
    by_id   BIGINT REFERENCES users,
    at      BIGINT NOT NULL
);

-- What each run of the rules has done.
CREATE TABLE pool_runs (
    id        BIGINT NOT NULL PRIMARY KEY,
    ran_on    DATE   NOT NULL,
    version   BIGINT NOT NULL,
    fell      BIGINT NOT NULL,
    warned    BIGINT NOT NULL,
    kept      BIGINT NOT NULL,
    undone    BIGINT NOT NULL,
    undone_by BIGINT REFERENCES users,
    undone_at BIGINT NOT NULL
);

-- Accounts that are about to fall into the pool, as the last run has found them.
CREATE TABLE pool_warnings (
    account_id BIGINT NOT NULL PRIMARY KEY REFERENCES accounts,
    due_on     DATE   NOT NULL,
    last_on    DATE   NOT NULL,
    last_by    TEXT   COLLATE "C" NOT NULL,
    class      TEXT   COLLATE "C" NOT NULL,
    days       BIGINT NOT NULL
);
CREATE INDEX pool_warnings_by_due ON pool_warnings (due_on, account_id);
