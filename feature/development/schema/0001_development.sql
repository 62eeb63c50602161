-- +goose Up
-- What somebody says of how far a relationship has come: ratings of a kind, blanks
-- between. Judgements are never overwritten; latest marks the one that counts.
CREATE TABLE development_judgements (
    id         BIGINT  NOT NULL PRIMARY KEY,
    account_id BIGINT  NOT NULL REFERENCES accounts,
    kind       TEXT    COLLATE "C" NOT NULL,
    scores     TEXT    COLLATE "C" NOT NULL,
    evidence   TEXT    NOT NULL,
    author_id  BIGINT  REFERENCES users,
    author     TEXT    NOT NULL,
    judged_on  DATE    NOT NULL,
    expires_on DATE    NOT NULL,
    version    BIGINT  NOT NULL,
    latest     BOOLEAN NOT NULL
);
CREATE INDEX development_judgements_by_account ON development_judgements (account_id, kind, version);
CREATE INDEX development_judgements_latest ON development_judgements (account_id, kind) WHERE latest;

-- Meetings of joint teams.
CREATE TABLE development_meetings (
    id         BIGINT NOT NULL PRIMARY KEY,
    account_id BIGINT NOT NULL REFERENCES accounts,
    team       TEXT   COLLATE "C" NOT NULL,
    met_on     DATE   NOT NULL,
    subject    TEXT   NOT NULL,
    author_id  BIGINT REFERENCES users,
    author     TEXT   NOT NULL,
    version    BIGINT NOT NULL
);
CREATE INDEX development_meetings_by_account ON development_meetings (account_id, met_on);

-- On which stage an account stood since when: a row when it changes. Who has none
-- stands on the first. was is the stage before, 0 of the first row. orders … transparent is what it was judged by, share in
-- millionths; setting is the version of the configuration.
CREATE TABLE development_stages (
    id          BIGINT  NOT NULL PRIMARY KEY,
    account_id  BIGINT  NOT NULL REFERENCES accounts ON DELETE CASCADE,
    stage       BIGINT  NOT NULL,
    was         BIGINT  NOT NULL,
    since_on    DATE    NOT NULL,
    overridden  BOOLEAN NOT NULL,
    orders      BIGINT  NOT NULL,
    managed     BOOLEAN NOT NULL,
    share       BIGINT,
    levels      BIGINT  NOT NULL,
    departments BIGINT  NOT NULL,
    teams       BIGINT  NOT NULL,
    transparent BOOLEAN NOT NULL,
    setting     BIGINT  NOT NULL,
    latest      BOOLEAN NOT NULL
);
CREATE INDEX development_stages_by_account ON development_stages (account_id, since_on);
CREATE INDEX development_stages_latest ON development_stages (account_id) WHERE latest;

-- Relationships that are interrupted today; the register of risks says why.
CREATE TABLE development_breaks (
    id         BIGINT NOT NULL PRIMARY KEY,
    account_id BIGINT NOT NULL UNIQUE REFERENCES accounts,
    since_on   DATE   NOT NULL
);

-- Counts every change, so that whoever keeps a picture of all knows when it is old.
CREATE TABLE development_state (
    id       BIGINT NOT NULL PRIMARY KEY,
    revision BIGINT NOT NULL
);
INSERT INTO development_state (id, revision) VALUES (1, 1);
