-- +goose Up
CREATE TABLE jobs (
    id         BIGINT  NOT NULL PRIMARY KEY,
    kind       TEXT    NOT NULL,
    state      TEXT    NOT NULL,
    user_id    BIGINT,
    args       TEXT    NOT NULL,
    kept       TEXT    NOT NULL,
    result     TEXT    NOT NULL,
    fault      TEXT    NOT NULL,
    done       BIGINT  NOT NULL,
    total      BIGINT  NOT NULL,
    tries      BIGINT  NOT NULL,
    cancel     BOOLEAN NOT NULL,
    due_at     BIGINT  NOT NULL,
    beat_at    BIGINT  NOT NULL,
    created_at BIGINT  NOT NULL,
    started_at BIGINT  NOT NULL,
    ended_at   BIGINT  NOT NULL
);
CREATE INDEX jobs_by_state ON jobs (state, due_at);
