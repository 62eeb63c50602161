-- +goose Up
-- Changes of who leads an account. The pack is what was handed over, as it stood
-- when the successor accepted it.
CREATE TABLE handovers (
    id          BIGINT NOT NULL PRIMARY KEY,
    account_id  BIGINT NOT NULL REFERENCES accounts,
    from_id     BIGINT NOT NULL REFERENCES users,
    to_id       BIGINT NOT NULL REFERENCES users,
    by_id       BIGINT REFERENCES users,
    made_on     DATE   NOT NULL,
    until_on    DATE,
    state       TEXT   COLLATE "C" NOT NULL,
    note        TEXT   NOT NULL,
    questions   TEXT   NOT NULL,
    accepted_on DATE,
    pack        TEXT   NOT NULL,
    version     BIGINT NOT NULL
);
CREATE INDEX handovers_by_account ON handovers (account_id, id);
CREATE INDEX handovers_by_successor ON handovers (to_id, id);
CREATE INDEX handovers_by_predecessor ON handovers (from_id, id);
CREATE INDEX handovers_waiting ON handovers (made_on) WHERE state = 'waiting';
