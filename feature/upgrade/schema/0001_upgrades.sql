-- +goose Up
-- How accounts are brought one class up; at most one plan of an account is open.
CREATE TABLE upgrades (
    id         BIGINT NOT NULL PRIMARY KEY,
    account_id BIGINT NOT NULL REFERENCES accounts,
    was        TEXT   COLLATE "C" NOT NULL,
    becomes    TEXT   COLLATE "C" NOT NULL,
    owner_id   BIGINT REFERENCES users,
    due_on     DATE   NOT NULL,
    state      TEXT   COLLATE "C" NOT NULL,
    note       TEXT   NOT NULL,
    by_id      BIGINT REFERENCES users,
    started_on DATE   NOT NULL,
    ended_on   DATE,
    version    BIGINT NOT NULL
);
CREATE UNIQUE INDEX upgrades_open ON upgrades (account_id) WHERE state = 'open';
CREATE INDEX upgrades_by_account ON upgrades (account_id, id);
CREATE INDEX upgrades_by_state ON upgrades (state, id);

CREATE TABLE upgrade_steps (
    upgrade_id BIGINT NOT NULL REFERENCES upgrades ON DELETE CASCADE,
    place      BIGINT NOT NULL,
    said       TEXT   NOT NULL,
    due_on     DATE   NOT NULL,
    done_on    DATE,
    PRIMARY KEY (upgrade_id, place)
);
