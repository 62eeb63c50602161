-- +goose Up
CREATE TABLE portfolio_settings (
    version   BIGINT NOT NULL PRIMARY KEY,
    config    TEXT   NOT NULL,
    reason    TEXT   NOT NULL,
    author    TEXT   NOT NULL,
    decided_on DATE  NOT NULL
);

-- one judgement per account and kind is current; those before it stay
CREATE TABLE portfolio_estimates (
    id           BIGINT NOT NULL PRIMARY KEY,
    account_id   BIGINT NOT NULL REFERENCES accounts,
    kind         TEXT   COLLATE "C" NOT NULL,
    version      BIGINT NOT NULL,
    value        BIGINT NOT NULL,
    evidence     TEXT   NOT NULL,
    author_id    BIGINT REFERENCES users,
    author       TEXT   NOT NULL,
    estimated_on DATE   NOT NULL,
    expires_on   DATE   NOT NULL,
    current      BOOLEAN NOT NULL,
    UNIQUE (account_id, kind, version)
);
CREATE INDEX portfolio_estimates_current ON portfolio_estimates (account_id, kind) WHERE current;

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

-- counts every change of the judgements, so that other processes see it
CREATE TABLE portfolio_revision (
    id       BIGINT NOT NULL PRIMARY KEY,
    revision BIGINT NOT NULL
);
INSERT INTO portfolio_revision (id, revision) VALUES (1, 1);

CREATE TABLE portfolio_keys (
    account_id BIGINT  NOT NULL PRIMARY KEY REFERENCES accounts,
    since_on   DATE    NOT NULL,
    manual     BOOLEAN NOT NULL
);

-- the results of the last evaluation; history holds what they replaced
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
