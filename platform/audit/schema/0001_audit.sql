-- +goose Up
CREATE TABLE audit (
    seq       BIGINT NOT NULL PRIMARY KEY,
    at        BIGINT NOT NULL,
    actor     TEXT   NOT NULL,
    verb      TEXT   NOT NULL,
    object    TEXT   NOT NULL,
    object_id BIGINT,
    detail    TEXT   NOT NULL,
    hash      TEXT   NOT NULL
);
CREATE INDEX audit_by_object ON audit (object_id, seq);

-- one row: the end of the chain, locked by whoever adds to it
CREATE TABLE audit_head (
    id   BIGINT NOT NULL PRIMARY KEY,
    seq  BIGINT NOT NULL,
    hash TEXT   NOT NULL
);
INSERT INTO audit_head (id, seq, hash) VALUES (1, 0, '');
