-- +goose Up
-- What somebody judged of a customer, part by part, with where it comes from; value
-- is 0-100, of the hard stops 0 or 1. The latest of a part counts.
CREATE TABLE credit_judgements (
    id         BIGINT NOT NULL PRIMARY KEY,
    account_id BIGINT NOT NULL REFERENCES accounts,
    part       TEXT   COLLATE "C" NOT NULL,
    value      BIGINT NOT NULL,
    source     TEXT   NOT NULL,
    document   TEXT   NOT NULL,
    evidence   TEXT   NOT NULL,
    judged_on  DATE   NOT NULL,
    stale_on   DATE   NOT NULL,
    by_id      BIGINT REFERENCES users
);
CREATE INDEX credit_judgements_by_account ON credit_judgements (account_id, id);

-- Grades as they were given, with the scores that gave them, in millionths.
CREATE TABLE credit_grades (
    id         BIGINT NOT NULL PRIMARY KEY,
    account_id BIGINT NOT NULL REFERENCES accounts,
    grade      TEXT   COLLATE "C" NOT NULL,
    rule       TEXT   COLLATE "C" NOT NULL,
    score      BIGINT,
    finance    BIGINT,
    reputation BIGINT,
    payment    BIGINT,
    other      BIGINT,
    days_late  BIGINT,
    claims     BIGINT NOT NULL,
    worst      BIGINT NOT NULL,
    given_on   DATE   NOT NULL,
    review_on  DATE   NOT NULL,
    by_id      BIGINT REFERENCES users
);
CREATE INDEX credit_grades_by_account ON credit_grades (account_id, id);
CREATE INDEX credit_grades_by_review ON credit_grades (review_on, id);

-- Limits: of the company alone, of all below it, or on top for a while; basis is the
-- arithmetic that was shown when it was proposed.
CREATE TABLE credit_limits (
    id          BIGINT NOT NULL PRIMARY KEY,
    account_id  BIGINT NOT NULL REFERENCES accounts,
    kind        TEXT   COLLATE "C" NOT NULL,
    amount      BIGINT NOT NULL,
    before      BIGINT,
    from_on     DATE   NOT NULL,
    until_on    DATE,
    state       TEXT   COLLATE "C" NOT NULL,
    decision    TEXT   COLLATE "C" NOT NULL,
    basis       TEXT   NOT NULL,
    reason      TEXT   NOT NULL,
    approval_id BIGINT REFERENCES approvals,
    by_id       BIGINT REFERENCES users,
    made_on     DATE   NOT NULL,
    version     BIGINT NOT NULL
);
CREATE INDEX credit_limits_by_account ON credit_limits (account_id, state, from_on);

-- Orders that were checked, in minor units of the base currency, with what the
-- check said. One number is one order; delivered is what shipments and invoices that
-- name it come to.
CREATE TABLE credit_orders (
    id          BIGINT NOT NULL PRIMARY KEY,
    account_id  BIGINT NOT NULL REFERENCES accounts,
    number      TEXT   COLLATE "C" NOT NULL,
    amount      BIGINT NOT NULL,
    delivered   BIGINT NOT NULL,
    original    BIGINT NOT NULL,
    currency    TEXT   COLLATE "C" NOT NULL,
    ordered_on  DATE   NOT NULL,
    state       TEXT   COLLATE "C" NOT NULL,
    reasons     TEXT   COLLATE "C" NOT NULL,
    excess      BIGINT NOT NULL,
    exposure    BIGINT NOT NULL,
    whole_limit BIGINT NOT NULL,
    worst       BIGINT NOT NULL,
    reason      TEXT   NOT NULL,
    approval_id BIGINT REFERENCES approvals,
    checked_at  BIGINT NOT NULL,
    by_id       BIGINT REFERENCES users,
    version     BIGINT NOT NULL
);
CREATE UNIQUE INDEX credit_orders_by_number ON credit_orders (number);
CREATE INDEX credit_orders_by_account ON credit_orders (account_id, state, amount, delivered);
CREATE INDEX credit_orders_by_state ON credit_orders (state, id);
