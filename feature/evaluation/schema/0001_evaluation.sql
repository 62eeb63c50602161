-- +goose Up
-- The class that is in force, of every account and governed model that ever had one.
CREATE TABLE evaluation_classes (
    account_id     BIGINT NOT NULL REFERENCES accounts,
    model          TEXT   COLLATE "C" NOT NULL,
    class          TEXT   COLLATE "C" NOT NULL,
    since_on       DATE   NOT NULL,
    entered_on     DATE   NOT NULL,
    way            TEXT   COLLATE "C" NOT NULL,
    by_id          BIGINT REFERENCES users,
    approval_id    BIGINT,
    current_minor  BIGINT NOT NULL,
    expected_minor BIGINT NOT NULL,
    PRIMARY KEY (account_id, model)
);

-- What somebody has set by hand in its place.
CREATE TABLE evaluation_sets (
    account_id BIGINT NOT NULL REFERENCES accounts,
    model      TEXT   COLLATE "C" NOT NULL,
    class      TEXT   COLLATE "C" NOT NULL,
    reason     TEXT   NOT NULL,
    by_id      BIGINT REFERENCES users,
    from_on    DATE   NOT NULL,
    expires_on DATE   NOT NULL,
    PRIMARY KEY (account_id, model)
);

-- Every change of what is in force; the first class of an account is none.
CREATE TABLE evaluation_moves (
    id          BIGINT NOT NULL PRIMARY KEY,
    account_id  BIGINT NOT NULL REFERENCES accounts,
    model       TEXT   COLLATE "C" NOT NULL,
    was         TEXT   COLLATE "C" NOT NULL,
    class       TEXT   COLLATE "C" NOT NULL,
    moved_on    DATE   NOT NULL,
    way         TEXT   COLLATE "C" NOT NULL,
    by_id       BIGINT REFERENCES users,
    approval_id BIGINT,
    reason      TEXT   NOT NULL
);
CREATE INDEX evaluation_moves_by_account ON evaluation_moves (account_id, model, id);
CREATE INDEX evaluation_moves_by_day ON evaluation_moves (model, moved_on);

-- How long evaluations have said something else than what is in force.
CREATE TABLE evaluation_streaks (
    account_id BIGINT NOT NULL REFERENCES accounts,
    model      TEXT   COLLATE "C" NOT NULL,
    becomes    TEXT   COLLATE "C" NOT NULL,
    up         BOOLEAN NOT NULL,
    first_on   DATE   NOT NULL,
    last_on    DATE   NOT NULL,
    runs       BIGINT NOT NULL,
    rest_until DATE,
    fate       TEXT   COLLATE "C" NOT NULL,
    PRIMARY KEY (account_id, model)
);

-- The changes that somebody has to decide about; each is an approval of the same id.
CREATE TABLE evaluation_proposals (
    id             BIGINT  NOT NULL PRIMARY KEY,
    account_id     BIGINT  NOT NULL REFERENCES accounts,
    model          TEXT    COLLATE "C" NOT NULL,
    was            TEXT    COLLATE "C" NOT NULL,
    becomes        TEXT    COLLATE "C" NOT NULL,
    up             BOOLEAN NOT NULL,
    as_of          DATE    NOT NULL,
    first_on       DATE    NOT NULL,
    runs           BIGINT  NOT NULL,
    state          TEXT    COLLATE "C" NOT NULL,
    need           TEXT    COLLATE "C" NOT NULL,
    reason         TEXT    NOT NULL,
    current_minor  BIGINT  NOT NULL,
    expected_minor BIGINT  NOT NULL,
    objection      TEXT    NOT NULL,
    objector_id    BIGINT  REFERENCES users,
    objected_at    BIGINT  NOT NULL
);
CREATE UNIQUE INDEX evaluation_proposals_open ON evaluation_proposals (account_id, model) WHERE state = 'open';
CREATE INDEX evaluation_proposals_by_account ON evaluation_proposals (account_id, id);
CREATE INDEX evaluation_proposals_by_state ON evaluation_proposals (state, id);

CREATE TABLE evaluation_runs (
    id        BIGINT  NOT NULL PRIMARY KEY,
    as_of     DATE    NOT NULL,
    ended_at  BIGINT  NOT NULL,
    by_id     BIGINT  REFERENCES users,
    initial   BOOLEAN NOT NULL,
    config    BIGINT  NOT NULL,
    accounts  BIGINT  NOT NULL,
    entered   BIGINT  NOT NULL,
    proposed  BIGINT  NOT NULL,
    standing  BIGINT  NOT NULL,
    retracted BIGINT  NOT NULL,
    waiting   BIGINT  NOT NULL,
    held      BIGINT  NOT NULL,
    changed   BIGINT  NOT NULL,
    expired   BIGINT  NOT NULL
);

-- One row per version; the highest counts, before the first the defaults do.
CREATE TABLE evaluation_rules (
    version    BIGINT NOT NULL PRIMARY KEY,
    rules      TEXT   NOT NULL,
    reason     TEXT   NOT NULL,
    by_id      BIGINT REFERENCES users,
    approver_id BIGINT REFERENCES users,
    decided_on DATE   NOT NULL
);
