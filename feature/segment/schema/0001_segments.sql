-- +goose Up
CREATE TABLE segments (
    id         BIGINT  NOT NULL PRIMARY KEY,
    author_id  BIGINT  REFERENCES users,
    author     TEXT    NOT NULL,
    name       TEXT    NOT NULL,
    note       TEXT    NOT NULL,
    shared     BOOLEAN NOT NULL,
    definition TEXT    NOT NULL,
    changed_at BIGINT  NOT NULL,
    version    BIGINT  NOT NULL
);
CREATE INDEX segments_by_author ON segments (author_id);

-- Who belonged on a day, as somebody saw it who kept it.
CREATE TABLE segment_snapshots (
    id         BIGINT NOT NULL PRIMARY KEY,
    segment_id BIGINT NOT NULL REFERENCES segments ON DELETE CASCADE,
    as_of      DATE   NOT NULL,
    author_id  BIGINT REFERENCES users,
    author     TEXT   NOT NULL,
    definition TEXT   NOT NULL
);
CREATE INDEX segment_snapshots_by_segment ON segment_snapshots (segment_id, id);

CREATE TABLE segment_members (
    snapshot_id BIGINT NOT NULL REFERENCES segment_snapshots ON DELETE CASCADE,
    account_id  BIGINT NOT NULL REFERENCES accounts,
    band        BIGINT NOT NULL,
    PRIMARY KEY (snapshot_id, account_id)
);
