-- +goose Up
-- What was decided about accounts on which we lose; never overwritten, the
-- latest counts. contribution is what it was then, in minor units.
CREATE TABLE loss_decisions (
    id           BIGINT NOT NULL PRIMARY KEY,
    account_id   BIGINT NOT NULL REFERENCES accounts,
    handling     TEXT   COLLATE "C" NOT NULL,
    class        TEXT   COLLATE "C" NOT NULL,
    steps        TEXT   NOT NULL,
    reason       TEXT   NOT NULL,
    contribution BIGINT NOT NULL,
    by_id        BIGINT REFERENCES users,
    by_name      TEXT   NOT NULL,
    decided_on   DATE   NOT NULL
);
CREATE INDEX loss_decisions_by_account ON loss_decisions (account_id, id);
