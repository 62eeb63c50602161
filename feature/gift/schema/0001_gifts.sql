-- +goose Up
-- What was given to whom at a customer, in minor units of the company's currency.
-- A gift above a limit waits until somebody has agreed (approval_id).
CREATE TABLE gifts (
    id          BIGINT  NOT NULL PRIMARY KEY,
    account_id  BIGINT  NOT NULL REFERENCES accounts,
    contact_id  BIGINT  REFERENCES contacts ON DELETE SET NULL,
    item        TEXT    NOT NULL,
    value       BIGINT  NOT NULL,
    given_on    DATE    NOT NULL,
    occasion    TEXT    COLLATE "C" NOT NULL,
    personal    BOOLEAN NOT NULL,
    reason      TEXT    NOT NULL,
    state       TEXT    COLLATE "C" NOT NULL,
    approval_id BIGINT  REFERENCES approvals,
    by_id       BIGINT  REFERENCES users,
    made_on     DATE    NOT NULL,
    version     BIGINT  NOT NULL
);
CREATE INDEX gifts_by_account ON gifts (account_id, given_on, id);
CREATE INDEX gifts_by_contact ON gifts (contact_id, given_on);
CREATE INDEX gifts_by_day ON gifts (given_on, id);
