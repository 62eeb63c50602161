-- +goose Up
-- Actions that were made from a template at once, so that this can be undone.
CREATE TABLE plan_runs (
    id        BIGINT NOT NULL PRIMARY KEY,
    template  TEXT   COLLATE "C" NOT NULL,
    from_on   DATE   NOT NULL,
    made      BIGINT NOT NULL,
    by_id     BIGINT REFERENCES users,
    made_on   DATE   NOT NULL,
    undone_on DATE
);

-- What has to be done for an account. Origin says of which template and day an
-- action is, so that it is made once.
CREATE TABLE actions (
    id         BIGINT NOT NULL PRIMARY KEY,
    account_id BIGINT NOT NULL REFERENCES accounts,
    title      TEXT   NOT NULL,
    owner_id   BIGINT REFERENCES users,
    from_on    DATE   NOT NULL,
    due_on     DATE   NOT NULL,
    state      TEXT   COLLATE "C" NOT NULL,
    result     TEXT   NOT NULL,
    origin     TEXT   COLLATE "C" NOT NULL,
    run_id     BIGINT REFERENCES plan_runs,
    by_id      BIGINT REFERENCES users,
    made_on    DATE   NOT NULL,
    ended_on   DATE,
    version    BIGINT NOT NULL
);
CREATE UNIQUE INDEX actions_by_origin ON actions (account_id, origin) WHERE origin <> '' AND state <> 'dropped';
CREATE INDEX actions_by_account ON actions (account_id, id);
CREATE INDEX actions_by_due ON actions (due_on, id) WHERE state = 'open';
CREATE INDEX actions_by_owner ON actions (owner_id, due_on) WHERE state = 'open';
CREATE INDEX actions_by_run ON actions (run_id) WHERE run_id IS NOT NULL;
