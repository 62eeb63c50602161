-- +goose Up
-- The addresses from which calendars fetch somebody's visits. The word of an
-- address is kept as its hash alone; one that was ended is never used again.
CREATE TABLE calendar_feeds (
    id       BIGINT NOT NULL PRIMARY KEY,
    user_id  BIGINT NOT NULL REFERENCES users,
    name     TEXT   NOT NULL,
    detail   TEXT   NOT NULL,
    sealed   TEXT   COLLATE "C" NOT NULL UNIQUE,
    made_at  BIGINT NOT NULL,
    used_at  BIGINT NOT NULL,
    ended_at BIGINT NOT NULL
);
CREATE INDEX calendar_feeds_by_user ON calendar_feeds (user_id, id) WHERE ended_at = 0;
