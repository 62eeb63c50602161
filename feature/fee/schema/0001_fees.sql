-- +goose Up
-- What somebody wants to spend on a customer, in minor units of the company's
-- currency: how much was asked for (amount), how much was granted (agreed).
CREATE TABLE fees (
    id           BIGINT NOT NULL PRIMARY KEY,
    account_id   BIGINT NOT NULL REFERENCES accounts,
    type         TEXT   COLLATE "C" NOT NULL,
    name         TEXT   NOT NULL,
    purpose      TEXT   NOT NULL,
    from_on      DATE   NOT NULL,
    until_on     DATE   NOT NULL,
    amount       BIGINT NOT NULL,
    agreed       BIGINT NOT NULL,
    baseline     BIGINT,
    expected     BIGINT,
    promotion_id BIGINT,
    state        TEXT   COLLATE "C" NOT NULL,
    override     TEXT   NOT NULL,
    override_id  BIGINT REFERENCES users,
    approval_id  BIGINT REFERENCES approvals,
    by_id        BIGINT REFERENCES users,
    made_on      DATE   NOT NULL,
    done_on      DATE,
    actual       BIGINT,
    lesson       TEXT   NOT NULL,
    version      BIGINT NOT NULL
);
CREATE INDEX fees_by_account ON fees (account_id, from_on, id);
CREATE INDEX fees_by_day ON fees (from_on, id);
CREATE INDEX fees_by_promotion ON fees (promotion_id);

-- Papers that show that it was done, by their content.
CREATE TABLE fee_papers (
    id      BIGINT NOT NULL PRIMARY KEY,
    fee_id  BIGINT NOT NULL REFERENCES fees ON DELETE CASCADE,
    name    TEXT   NOT NULL,
    kind    TEXT   COLLATE "C" NOT NULL,
    size    BIGINT NOT NULL,
    sum     TEXT   COLLATE "C" NOT NULL,
    body    BYTEA  NOT NULL,
    by_id   BIGINT REFERENCES users,
    made_on DATE   NOT NULL
);
CREATE UNIQUE INDEX fee_papers_by_sum ON fee_papers (fee_id, sum);

-- Looks at shops, with their photos, that show it.
CREATE TABLE fee_checks (
    fee_id   BIGINT NOT NULL REFERENCES fees ON DELETE CASCADE,
    check_id BIGINT NOT NULL REFERENCES store_checks ON DELETE CASCADE,
    PRIMARY KEY (fee_id, check_id)
);

-- What was paid outside the invoice. Rows are never changed: turn counts what
-- happened to a number (0 booked, 1 reversed, 2 booked anew …). A merge moves a row
-- to another account; its home is the one for which it was booked. A merge moves a row
-- to another account; its home is the one for which it was booked.
CREATE TABLE fee_bookings (
    account_id BIGINT NOT NULL,
    id         BIGINT NOT NULL,
    home_id    BIGINT NOT NULL,
    fee_id     BIGINT,
    type       TEXT   COLLATE "C" NOT NULL,
    booked_on  DATE   NOT NULL,
    amount     BIGINT NOT NULL,
    currency   TEXT   COLLATE "C" NOT NULL,
    original   BIGINT NOT NULL,
    number     TEXT   NOT NULL,
    turn       BIGINT NOT NULL,
    note       TEXT   NOT NULL,
    booked_at  BIGINT NOT NULL,
    by_id      BIGINT,
    reverses   BIGINT,
    PRIMARY KEY (account_id, id)
);
CREATE UNIQUE INDEX fee_bookings_by_number ON fee_bookings (home_id, number, turn);
CREATE INDEX fee_bookings_by_day ON fee_bookings (booked_on, account_id);
CREATE INDEX fee_bookings_by_fee ON fee_bookings (fee_id);

-- How much may be spent in some days, on a type of fee, by somebody; no type is
-- all of them, nobody is everybody.
CREATE TABLE fee_budgets (
    id       BIGINT NOT NULL PRIMARY KEY,
    from_on  DATE   NOT NULL,
    until_on DATE   NOT NULL,
    type     TEXT   COLLATE "C" NOT NULL,
    owner_id BIGINT REFERENCES users,
    amount   BIGINT NOT NULL,
    note     TEXT   NOT NULL,
    by_id    BIGINT REFERENCES users,
    made_on  DATE   NOT NULL,
    version  BIGINT NOT NULL
);
