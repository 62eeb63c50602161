-- +goose Up
-- What somebody has judged of one cause of an account; one row a cause, its
-- earlier versions are in the audit.
CREATE TABLE risks (
    id          BIGINT NOT NULL PRIMARY KEY,
    account_id  BIGINT NOT NULL REFERENCES accounts,
    cause       TEXT   COLLATE "C" NOT NULL,
    probability BIGINT NOT NULL,
    impact      BIGINT NOT NULL,
    evidence    TEXT   NOT NULL,
    counter     TEXT   NOT NULL,
    owner_id    BIGINT REFERENCES users,
    due_on      DATE,
    by_id       BIGINT REFERENCES users,
    by_name     TEXT   NOT NULL,
    judged_on   DATE   NOT NULL,
    version     BIGINT NOT NULL
);
CREATE UNIQUE INDEX risks_by_account ON risks (account_id, cause);

-- How risky an account has been, a row whenever it changed; the latest counts.
-- Score 0: nobody judges it any more.
CREATE TABLE risk_levels (
    id         BIGINT NOT NULL PRIMARY KEY,
    account_id BIGINT NOT NULL REFERENCES accounts,
    cause      TEXT   COLLATE "C" NOT NULL,
    score      BIGINT NOT NULL,
    since_on   DATE   NOT NULL
);
CREATE INDEX risk_levels_by_account ON risk_levels (account_id, id);

-- What was noticed without anybody, for somebody to accept or to decline. value
-- and cut are thousandths.
CREATE TABLE risk_signals (
    id          BIGINT NOT NULL PRIMARY KEY,
    account_id  BIGINT NOT NULL REFERENCES accounts,
    kind        TEXT   COLLATE "C" NOT NULL,
    cause       TEXT   COLLATE "C" NOT NULL,
    probability BIGINT NOT NULL,
    value       BIGINT NOT NULL,
    cut         BIGINT NOT NULL,
    raised_on   DATE   NOT NULL,
    state       TEXT   COLLATE "C" NOT NULL,
    reason      TEXT   NOT NULL,
    by_id       BIGINT REFERENCES users,
    by_name     TEXT   NOT NULL,
    decided_on  DATE,
    version     BIGINT NOT NULL
);
CREATE INDEX risk_signals_by_account ON risk_signals (account_id, id);
CREATE INDEX risk_signals_by_state ON risk_signals (state, account_id);

-- How every signal of an account was when it was last looked at; no value is one
-- that nobody knows.
CREATE TABLE risk_looks (
    account_id BIGINT NOT NULL,
    kind       TEXT   COLLATE "C" NOT NULL,
    state      TEXT   COLLATE "C" NOT NULL,
    value      BIGINT,
    cut        BIGINT NOT NULL,
    looked_on  DATE   NOT NULL,
    PRIMARY KEY (account_id, kind)
);

-- What has happened to an account, as far as signals look at it: who has left,
-- whom it was handed to. It goes when it is no news any more.
CREATE TABLE risk_events (
    id         BIGINT NOT NULL PRIMARY KEY,
    account_id BIGINT NOT NULL,
    kind       TEXT   COLLATE "C" NOT NULL,
    on_day     DATE   NOT NULL
);
CREATE INDEX risk_events_by_account ON risk_events (account_id);

-- A relationship that has been broken off, and how it is won back.
CREATE TABLE risk_interruptions (
    id           BIGINT NOT NULL PRIMARY KEY,
    account_id   BIGINT NOT NULL REFERENCES accounts,
    cause        TEXT   COLLATE "C" NOT NULL,
    opened_on    DATE   NOT NULL,
    stage_before BIGINT NOT NULL,
    description  TEXT   NOT NULL,
    recovery     TEXT   NOT NULL,
    owner_id     BIGINT REFERENCES users,
    due_on       DATE,
    closed_on    DATE,
    result       TEXT   COLLATE "C" NOT NULL,
    closing      TEXT   NOT NULL,
    by_id        BIGINT REFERENCES users,
    by_name      TEXT   NOT NULL,
    version      BIGINT NOT NULL
);
CREATE INDEX risk_interruptions_by_account ON risk_interruptions (account_id, id);
CREATE UNIQUE INDEX risk_interruptions_at_once ON risk_interruptions (account_id) WHERE closed_on IS NULL;

-- What was offered so that it stays.
CREATE TABLE risk_offers (
    id              BIGINT NOT NULL PRIMARY KEY,
    interruption_id BIGINT NOT NULL REFERENCES risk_interruptions,
    measure         TEXT   NOT NULL,
    spend           BIGINT NOT NULL,
    offered_on      DATE   NOT NULL,
    result          TEXT   COLLATE "C" NOT NULL,
    remark          TEXT   NOT NULL,
    by_id           BIGINT REFERENCES users,
    version         BIGINT NOT NULL
);
CREATE INDEX risk_offers_by_interruption ON risk_offers (interruption_id, id);
