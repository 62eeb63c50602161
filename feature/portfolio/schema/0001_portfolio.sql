-- +goose Up
-- One row per version; the highest counts, before the first the defaults do.
CREATE TABLE portfolio_settings (
    version    BIGINT NOT NULL PRIMARY KEY,
    config     TEXT   NOT NULL,
    reason     TEXT   NOT NULL,
    author     TEXT   NOT NULL,
    decided_on DATE   NOT NULL
);

-- Judgements are never overwritten; latest marks the one that counts.
CREATE TABLE portfolio_estimates (
    id           BIGINT  NOT NULL PRIMARY KEY,
    account_id   BIGINT  NOT NULL REFERENCES accounts,
    kind         TEXT    COLLATE "C" NOT NULL,
    version      BIGINT  NOT NULL,
    value        BIGINT  NOT NULL,
    evidence     TEXT    NOT NULL,
    author_id    BIGINT  REFERENCES users,
    author       TEXT    NOT NULL,
    estimated_on DATE    NOT NULL,
    expires_on   DATE    NOT NULL,
    latest       BOOLEAN NOT NULL,
    UNIQUE (account_id, kind, version)
);
CREATE INDEX portfolio_estimates_latest ON portfolio_estimates (account_id, kind) WHERE latest;

CREATE TABLE portfolio_nominations (
    id          BIGINT NOT NULL PRIMARY KEY,
    account_id  BIGINT NOT NULL REFERENCES accounts,
    kind        TEXT   COLLATE "C" NOT NULL,
    reason      TEXT   NOT NULL,
    expires_on  DATE   NOT NULL,
    proposer_id BIGINT REFERENCES users,
    proposer    TEXT   NOT NULL,
    approver_id BIGINT REFERENCES users,
    approver    TEXT   NOT NULL,
    version     BIGINT NOT NULL
);
CREATE INDEX portfolio_nominations_by_account ON portfolio_nominations (account_id, id);

-- Counts the changes of the tables above and of portfolio_keys, so that every
-- process sees when its columns are out of date.
CREATE TABLE portfolio_state (
    id       BIGINT NOT NULL PRIMARY KEY,
    revision BIGINT NOT NULL
);
INSERT INTO portfolio_state (id, revision) VALUES (1, 1);

CREATE TABLE portfolio_keys (
    account_id BIGINT  NOT NULL PRIMARY KEY REFERENCES accounts,
    since_on   DATE    NOT NULL,
    manual     BOOLEAN NOT NULL
);

-- The results of the last evaluation, and what each of them replaced.
CREATE TABLE portfolio_results (
    account_id   BIGINT NOT NULL REFERENCES accounts,
    model        TEXT   COLLATE "C" NOT NULL,
    result       TEXT   NOT NULL,
    evaluated_on DATE   NOT NULL,
    config       BIGINT NOT NULL,
    PRIMARY KEY (account_id, model)
);

CREATE TABLE portfolio_changes (
    id           BIGINT NOT NULL PRIMARY KEY,
    account_id   BIGINT NOT NULL REFERENCES accounts,
    model        TEXT   COLLATE "C" NOT NULL,
    was          TEXT   NOT NULL,
    result       TEXT   NOT NULL,
    evaluated_on DATE   NOT NULL,
    config       BIGINT NOT NULL
);
CREATE INDEX portfolio_changes_by_account ON portfolio_changes (account_id, id);
