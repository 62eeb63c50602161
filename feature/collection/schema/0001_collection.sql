-- +goose Up
-- What a customer will not pay of an invoice, and why. It stays owed.
CREATE TABLE disputes (
    id         BIGINT NOT NULL PRIMARY KEY,
    account_id BIGINT NOT NULL REFERENCES accounts,
    number     TEXT   COLLATE "C" NOT NULL,
    reason     TEXT   COLLATE "C" NOT NULL,
    amount     BIGINT NOT NULL,
    says       TEXT   NOT NULL,
    owner_id   BIGINT REFERENCES users,
    state      TEXT   COLLATE "C" NOT NULL,
    opened_on  DATE   NOT NULL,
    due_on     DATE,
    settled_on DATE,
    result     TEXT   NOT NULL,
    by_id      BIGINT REFERENCES users,
    version    BIGINT NOT NULL
);
CREATE INDEX disputes_by_account ON disputes (account_id, state, number);

-- So much money that somebody at a customer said would come by a day; whether it
-- did is worked out from what came. told: it was announced that it did not.
CREATE TABLE payment_promises (
    id           BIGINT  NOT NULL PRIMARY KEY,
    account_id   BIGINT  NOT NULL REFERENCES accounts,
    number       TEXT    COLLATE "C" NOT NULL,
    amount       BIGINT  NOT NULL,
    promised_on  DATE    NOT NULL,
    due_on       DATE    NOT NULL,
    who          TEXT    NOT NULL,
    says         TEXT    NOT NULL,
    withdrawn_on DATE,
    told         BOOLEAN NOT NULL,
    by_id        BIGINT  REFERENCES users,
    version      BIGINT  NOT NULL
);
CREATE INDEX payment_promises_by_account ON payment_promises (account_id, due_on, id);
CREATE INDEX payment_promises_by_day ON payment_promises (due_on, id);

-- What is given up of an invoice, once somebody else has agreed.
CREATE TABLE write_offs (
    id          BIGINT NOT NULL PRIMARY KEY,
    account_id  BIGINT NOT NULL REFERENCES accounts,
    number      TEXT   COLLATE "C" NOT NULL,
    amount      BIGINT NOT NULL,
    reason      TEXT   NOT NULL,
    state       TEXT   COLLATE "C" NOT NULL,
    approval_id BIGINT REFERENCES approvals,
    document_id BIGINT,
    by_id       BIGINT REFERENCES users,
    made_on     DATE   NOT NULL,
    version     BIGINT NOT NULL
);
CREATE INDEX write_offs_by_account ON write_offs (account_id, id);

-- What was done to be paid: letters with their text and what became of them, calls,
-- and the rest.
CREATE TABLE dunnings (
    id         BIGINT NOT NULL PRIMARY KEY,
    account_id BIGINT NOT NULL REFERENCES accounts,
    number     TEXT   COLLATE "C" NOT NULL,
    does       TEXT   COLLATE "C" NOT NULL,
    channel    TEXT   COLLATE "C" NOT NULL,
    language   TEXT   COLLATE "C" NOT NULL,
    recipient  TEXT   NOT NULL,
    title      TEXT   NOT NULL,
    body       TEXT   NOT NULL,
    says       TEXT   NOT NULL,
    state      TEXT   COLLATE "C" NOT NULL,
    fault      TEXT   NOT NULL,
    tries      BIGINT NOT NULL,
    amount     BIGINT NOT NULL,
    by_id      BIGINT REFERENCES users,
    made_on    DATE   NOT NULL,
    sent_at    BIGINT,
    version    BIGINT NOT NULL
);
CREATE INDEX dunnings_by_account ON dunnings (account_id, id);

-- From when until when nothing is delivered on credit; number is the invoice that
-- made the program stop it, empty if somebody did.
CREATE TABLE delivery_stops (
    id         BIGINT NOT NULL PRIMARY KEY,
    account_id BIGINT NOT NULL REFERENCES accounts,
    number     TEXT   COLLATE "C" NOT NULL,
    reason     TEXT   NOT NULL,
    since_on   DATE   NOT NULL,
    lifted_on  DATE,
    lifting    TEXT   NOT NULL,
    lifted_by  BIGINT REFERENCES users,
    by_id      BIGINT REFERENCES users,
    version    BIGINT NOT NULL
);
CREATE INDEX delivery_stops_by_account ON delivery_stops (account_id, lifted_on);

-- On which days after the due date an account, or those under a contract, are asked
-- for what they owe, as agreed; the last row of a contract holds.
CREATE TABLE agreed_steps (
    id         BIGINT NOT NULL PRIMARY KEY,
    account_id BIGINT NOT NULL REFERENCES accounts,
    contract   TEXT   COLLATE "C" NOT NULL,
    steps      TEXT   COLLATE "C" NOT NULL,
    by_id      BIGINT REFERENCES users,
    made_on    DATE   NOT NULL,
    version    BIGINT NOT NULL
);
CREATE INDEX agreed_steps_by_account ON agreed_steps (account_id, id);
