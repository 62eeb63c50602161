-- +goose Up
-- What was approved, one row per version; version 1 is the default, which is in
-- no table. The id is that of the draft it came from.
CREATE TABLE method_settings (
    id           BIGINT NOT NULL PRIMARY KEY,
    model        TEXT   COLLATE "C" NOT NULL,
    version      BIGINT NOT NULL,
    config       TEXT   NOT NULL,
    reason       TEXT   NOT NULL,
    author_id    BIGINT REFERENCES users,
    author       TEXT   NOT NULL,
    approver_id  BIGINT REFERENCES users,
    approver     TEXT   NOT NULL,
    decided_on   DATE   NOT NULL,
    effective_on DATE   NOT NULL,
    UNIQUE (model, version)
);

-- One draft of a method at a time; base is the version that it was made from.
CREATE TABLE method_drafts (
    model     TEXT   COLLATE "C" NOT NULL PRIMARY KEY,
    id        BIGINT NOT NULL UNIQUE,
    base      BIGINT NOT NULL,
    config    TEXT   NOT NULL,
    author_id BIGINT REFERENCES users,
    author    TEXT   NOT NULL,
    saved_at  BIGINT NOT NULL,
    version   BIGINT NOT NULL
);
