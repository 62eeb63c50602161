-- +goose Up
-- One import: nothing of it counts before it is published.
CREATE TABLE batches (
    id           BIGINT NOT NULL PRIMARY KEY,
    source       TEXT   NOT NULL,
    kind         TEXT   NOT NULL,
    file         TEXT   NOT NULL,
    state        TEXT   NOT NULL,
    booked_by    TEXT   NOT NULL,
    inserted     BIGINT NOT NULL,
    updated      BIGINT NOT NULL,
    duplicates   BIGINT NOT NULL,
    reversed     BIGINT NOT NULL,
    revision     BIGINT NOT NULL,
    created_at   BIGINT NOT NULL,
    published_at BIGINT NOT NULL
);
CREATE INDEX batches_by_state ON batches (state);

-- The accounts whose rows a batch touched.
CREATE TABLE batch_accounts (
    batch_id   BIGINT NOT NULL,
    account_id BIGINT NOT NULL,
    PRIMARY KEY (batch_id, account_id)
);

-- Which batch or merge made a revision of the roll-up.
CREATE TABLE ledger_revisions (
    revision BIGINT NOT NULL PRIMARY KEY,
    batch_id BIGINT NOT NULL
);

-- The one row of the ledger's own state. publisher is the batch that is
-- deriving the next revision, beat_at when it last said so.
CREATE TABLE ledger_state (
    id        BIGINT NOT NULL PRIMARY KEY,
    currency  TEXT   NOT NULL,
    revision  BIGINT NOT NULL,
    publisher BIGINT,
    beat_at   BIGINT NOT NULL
);
INSERT INTO ledger_state (id, currency, revision, publisher, beat_at) VALUES (1, 'CNY', 0, NULL, 0);

-- Amounts are net in minor units of the base currency, quantity and price in
-- millionths; original is the net amount in the currency of the document, NULL
-- where that is the base currency. A row with ended_by was reversed by that batch.
CREATE TABLE order_lines (
    account_id  BIGINT NOT NULL,
    id          BIGINT NOT NULL,
    batch_id    BIGINT NOT NULL,
    ended_by    BIGINT,
    order_no    TEXT   NOT NULL,
    line_no     TEXT   NOT NULL,
    product     TEXT   NOT NULL,
    occurrence  BIGINT NOT NULL,
    ordered_on  DATE   NOT NULL,
    quantity    BIGINT NOT NULL,
    price       BIGINT NOT NULL,
    amount      BIGINT NOT NULL,
    tax         BIGINT NOT NULL,
    cost        BIGINT,
    currency    TEXT,
    original    BIGINT,
    end_account TEXT   NOT NULL,
    ship_to     TEXT   NOT NULL,
    company     TEXT   NOT NULL,
    PRIMARY KEY (account_id, id)
);
CREATE INDEX order_lines_by_day ON order_lines (ordered_on, account_id);

-- Gross, because receivables are. A credit note is a negative invoice.
CREATE TABLE invoices (
    account_id BIGINT NOT NULL,
    id         BIGINT NOT NULL,
    batch_id   BIGINT NOT NULL,
    ended_by   BIGINT,
    number     TEXT   NOT NULL,
    occurrence BIGINT NOT NULL,
    issued_on  DATE   NOT NULL,
    due_on     DATE,
    settled_on DATE,
    amount     BIGINT NOT NULL,
    currency   TEXT,
    original   BIGINT,
    PRIMARY KEY (account_id, id)
);

CREATE TABLE receipts (
    account_id  BIGINT NOT NULL,
    id          BIGINT NOT NULL,
    batch_id    BIGINT NOT NULL,
    ended_by    BIGINT,
    number      TEXT   NOT NULL,
    occurrence  BIGINT NOT NULL,
    received_on DATE   NOT NULL,
    invoice_no  TEXT   NOT NULL,
    amount      BIGINT NOT NULL,
    currency    TEXT,
    original    BIGINT,
    PRIMARY KEY (account_id, id)
);

-- month is 12 × year + month − 1. The current row of an account and month is
-- that of the highest revision up to the ledger's; lines 0 means none is left.
CREATE TABLE account_months (
    account_id   BIGINT NOT NULL,
    month        BIGINT NOT NULL,
    revision     BIGINT NOT NULL,
    sales        BIGINT NOT NULL,
    returns      BIGINT NOT NULL,
    cost         BIGINT NOT NULL,
    returns_cost BIGINT NOT NULL,
    uncosted     BIGINT NOT NULL,
    lines        BIGINT NOT NULL,
    orders       BIGINT NOT NULL,
    first_day    BIGINT NOT NULL,
    last_day     BIGINT NOT NULL,
    carried      BIGINT NOT NULL,
    PRIMARY KEY (account_id, month, revision)
);

-- Orders whose lines of one month do not tell whether they count in it: with
-- counts 0 they count in an earlier month, with counts 1 here, because of lines
-- of a later one. There are few, but without them the edge of a window is wrong.
CREATE TABLE carried_orders (
    account_id BIGINT NOT NULL,
    month      BIGINT NOT NULL,
    revision   BIGINT NOT NULL,
    order_key  BIGINT NOT NULL,
    counts     BIGINT NOT NULL,
    PRIMARY KEY (account_id, month, revision, order_key)
);
CREATE INDEX carried_orders_by_month ON carried_orders (month);

-- What a merge of accounts moved, so that parting them is exact.
CREATE TABLE moved_rows (
    account_id     BIGINT NOT NULL,
    merge_id       BIGINT NOT NULL,
    kind           TEXT   NOT NULL,
    id             BIGINT NOT NULL,
    old_occurrence BIGINT NOT NULL,
    PRIMARY KEY (account_id, merge_id, kind, id)
);

-- One unit of a currency in the base currency, from a day on, in millionths.
CREATE TABLE rates (
    currency TEXT   NOT NULL,
    since    DATE   NOT NULL,
    rate     BIGINT NOT NULL,
    PRIMARY KEY (currency, since)
);
