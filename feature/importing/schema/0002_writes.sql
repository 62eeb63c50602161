-- +goose Up
-- Accounts, products and contacts that an import wrote: since then at this
-- version; before is the row as JSON, '' for a new one. Kept as long as the
-- import can be taken back.
CREATE TABLE import_writes (
    import_id BIGINT NOT NULL,
    row_id    BIGINT NOT NULL,
    version   BIGINT NOT NULL,
    before    TEXT   NOT NULL,
    PRIMARY KEY (import_id, row_id)
);
