-- +goose Up
-- What all customers together tell of their orders, by what is counted: the
-- latest only, worked out when the ledger has changed.
CREATE TABLE lifetime_fits (
    basis     TEXT   COLLATE "C" NOT NULL PRIMARY KEY,
    id        BIGINT NOT NULL,
    as_of     DATE   NOT NULL,
    revision  BIGINT NOT NULL,
    config    BIGINT NOT NULL,
    fitted_at BIGINT NOT NULL,
    fit       TEXT   NOT NULL
);
