-- +goose Up
-- What is owed and paid beside what the ledger imports: gross, in minor units of the
-- base currency; original is the amount in the currency of the document, NULL where
-- that is the base currency; pair_id is the other side of a set-off. No row is ever changed: what was wrong is taken back by
-- a row of its own that names it (kind reversal), and booked anew. turn tells apart
-- documents of one number, of which all but the last were taken back.
CREATE TABLE receivable_documents (
    account_id BIGINT NOT NULL,
    id         BIGINT NOT NULL,
    kind       TEXT   NOT NULL,
    number     TEXT   COLLATE "C" NOT NULL,
    turn       BIGINT NOT NULL,
    party      TEXT   NOT NULL,
    on_day     DATE   NOT NULL,
    due_on     DATE,
    amount     BIGINT NOT NULL,
    currency   TEXT   NOT NULL,
    original   BIGINT,
    reference  TEXT   NOT NULL,
    contract   TEXT   NOT NULL,
    method     TEXT   NOT NULL,
    matures_on DATE,
    recourse   BOOLEAN NOT NULL,
    accepted   BOOLEAN NOT NULL,
    note       TEXT   NOT NULL,
    pair_id    BIGINT,
    reverses   BIGINT,
    batch_id   BIGINT,
    booked_at  BIGINT NOT NULL,
    booked_by  BIGINT,
    PRIMARY KEY (account_id, id)
);
CREATE UNIQUE INDEX receivable_documents_by_number ON receivable_documents (account_id, kind, number, turn);
CREATE INDEX receivable_documents_by_reference ON receivable_documents (number, account_id);
CREATE INDEX receivable_documents_by_party ON receivable_documents (party, account_id) WHERE party <> '';
CREATE INDEX receivable_documents_by_booking ON receivable_documents (booked_at);

-- So much of a document pays a claim, because somebody said so. It is taken back by
-- a row that names it.
CREATE TABLE receivable_allocations (
    account_id BIGINT NOT NULL,
    id         BIGINT NOT NULL,
    from_id    BIGINT NOT NULL,
    to_id      BIGINT NOT NULL,
    amount     BIGINT NOT NULL,
    reverses   BIGINT,
    note       TEXT   NOT NULL,
    booked_at  BIGINT NOT NULL,
    booked_by  BIGINT,
    PRIMARY KEY (account_id, id)
);
CREATE UNIQUE INDEX receivable_allocations_by_reversal ON receivable_allocations (account_id, reverses);
CREATE INDEX receivable_allocations_by_booking ON receivable_allocations (booked_at);
