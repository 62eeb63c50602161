-- +goose Up
-- what people asked for. Who it was is sealed, and goes when he is forgotten.
CREATE TABLE privacy_requests (
    id          BIGINT NOT NULL PRIMARY KEY,
    kind        TEXT   NOT NULL,
    state       TEXT   NOT NULL,
    received_on DATE   NOT NULL,
    due_on      DATE   NOT NULL,
    channel     TEXT   NOT NULL,
    label       TEXT   NOT NULL,
    sealed      TEXT   NOT NULL,
    records     TEXT   NOT NULL,
    answer      TEXT   NOT NULL,
    handler     TEXT   NOT NULL,
    closed_at   BIGINT,
    version     BIGINT NOT NULL
);
CREATE INDEX privacy_requests_by_state ON privacy_requests (state, due_on, id);

CREATE TABLE privacy_erasures (
    id         BIGINT NOT NULL PRIMARY KEY,
    request_id BIGINT,
    records    TEXT   NOT NULL,
    actor      TEXT   NOT NULL,
    erased_at  BIGINT NOT NULL
);

-- by what somebody would be known who asked to be forgotten: keyed hashes
CREATE TABLE privacy_marks (
    hash       TEXT   NOT NULL PRIMARY KEY,
    erasure_id BIGINT NOT NULL REFERENCES privacy_erasures
);
CREATE INDEX privacy_marks_by_erasure ON privacy_marks (erasure_id);

CREATE TABLE privacy_exports (
    id        BIGINT NOT NULL PRIMARY KEY,
    at        BIGINT NOT NULL,
    actor     TEXT   NOT NULL,
    route     TEXT   NOT NULL,
    file      TEXT   NOT NULL,
    recipient TEXT   NOT NULL,
    purpose   TEXT   NOT NULL,
    version   BIGINT NOT NULL
);
CREATE INDEX privacy_exports_by_at ON privacy_exports (at);

-- one row: who is responsible, as the notice names him
CREATE TABLE privacy_settings (
    id      BIGINT NOT NULL PRIMARY KEY,
    company TEXT   NOT NULL,
    officer TEXT   NOT NULL,
    reach   TEXT   NOT NULL,
    version BIGINT NOT NULL
);
INSERT INTO privacy_settings (id, company, officer, reach, version) VALUES (1, '', '', '', 1);
