-- +goose Up
-- One file on its way into the books. The texts are JSON.
CREATE TABLE imports (
    id           BIGINT NOT NULL PRIMARY KEY,
    kind         TEXT   NOT NULL,
    state        TEXT   NOT NULL,
    source       TEXT   NOT NULL,
    settings     TEXT   NOT NULL,
    shape        TEXT   NOT NULL,
    report       TEXT   NOT NULL,
    job_id       BIGINT,
    batch_id     BIGINT,
    actor        TEXT   NOT NULL,
    created_at   BIGINT NOT NULL,
    published_at BIGINT NOT NULL,
    beat_at      BIGINT NOT NULL
);
CREATE INDEX imports_by_source ON imports (source, kind);

-- An uploaded file in pieces, so that every replica and every backup has it.
CREATE TABLE import_parts (
    import_id BIGINT NOT NULL,
    part      BIGINT NOT NULL,
    data      BYTEA  NOT NULL,
    PRIMARY KEY (import_id, part)
);

-- Rows that could not be booked, for the error file. cells is a JSON list.
CREATE TABLE import_rejects (
    import_id BIGINT NOT NULL,
    row_no    BIGINT NOT NULL,
    column_name TEXT NOT NULL,
    value     TEXT   NOT NULL,
    reason    TEXT   NOT NULL,
    cells     TEXT   NOT NULL,
    PRIMARY KEY (import_id, row_no)
);

CREATE TABLE import_profiles (
    name     TEXT NOT NULL PRIMARY KEY,
    kind     TEXT NOT NULL,
    settings TEXT NOT NULL
);
