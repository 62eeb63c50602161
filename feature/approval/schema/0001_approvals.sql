-- +goose Up
-- what somebody wants done, and how far it has come
CREATE TABLE approvals (
    id              BIGINT NOT NULL PRIMARY KEY,
    kind            TEXT   COLLATE "C" NOT NULL,
    object          TEXT   COLLATE "C" NOT NULL,
    subject_id      BIGINT NOT NULL,
    account_id      BIGINT,
    payload         TEXT   NOT NULL,
    amount_minor    BIGINT NOT NULL,
    amount_currency TEXT   NOT NULL,
    args            TEXT   NOT NULL,
    link            TEXT   NOT NULL,
    reason          TEXT   NOT NULL,
    evidence        TEXT   NOT NULL,
    by_id           BIGINT NOT NULL REFERENCES users,
    for_id          BIGINT REFERENCES users,
    benefits_id     BIGINT REFERENCES users,
    proposed_at     BIGINT NOT NULL,
    due_at          BIGINT NOT NULL,
    effect_at       BIGINT NOT NULL,
    ended_at        BIGINT NOT NULL,
    undoable_until  BIGINT NOT NULL,
    state           TEXT   COLLATE "C" NOT NULL,
    steps           TEXT   NOT NULL,
    step            BIGINT NOT NULL,
    needs           TEXT   COLLATE "C" NOT NULL,
    subject_before  BIGINT NOT NULL,
    subject_after   BIGINT NOT NULL,
    version         BIGINT NOT NULL
);
-- one proposal of a kind about a subject at a time
CREATE UNIQUE INDEX approvals_open ON approvals (kind, subject_id) WHERE state = 'proposed';
CREATE INDEX approvals_by_need ON approvals (needs, id) WHERE state = 'proposed';
CREATE INDEX approvals_by_subject ON approvals (subject_id, id);
CREATE INDEX approvals_by_proposer ON approvals (by_id, id);
CREATE INDEX approvals_by_account ON approvals (account_id, id) WHERE account_id IS NOT NULL;

-- who said what about it
CREATE TABLE approval_decisions (
    id          BIGINT NOT NULL PRIMARY KEY,
    approval_id BIGINT NOT NULL REFERENCES approvals,
    verdict     TEXT   COLLATE "C" NOT NULL,
    by_id       BIGINT REFERENCES users,
    for_id      BIGINT REFERENCES users,
    reason      TEXT   NOT NULL,
    at          BIGINT NOT NULL
);
CREATE INDEX approval_decisions_by_approval ON approval_decisions (approval_id, id);
CREATE INDEX approval_decisions_by_user ON approval_decisions (by_id, id) WHERE by_id IS NOT NULL;

-- what users are told without asking
CREATE TABLE approval_notices (
    id          BIGINT  NOT NULL PRIMARY KEY,
    approval_id BIGINT  NOT NULL REFERENCES approvals,
    user_id     BIGINT  NOT NULL REFERENCES users,
    what        TEXT    COLLATE "C" NOT NULL,
    at          BIGINT  NOT NULL,
    seen        BOOLEAN NOT NULL,
    UNIQUE (approval_id, user_id, what)
);
CREATE INDEX approval_notices_by_user ON approval_notices (user_id, id) WHERE seen = FALSE;
