-- +goose Up
-- Whose purchases earn points, from which day until which.
CREATE TABLE point_members (
    id         BIGINT NOT NULL PRIMARY KEY,
    account_id BIGINT NOT NULL UNIQUE REFERENCES accounts,
    since      DATE   NOT NULL,
    ended_on   DATE,
    by_id      BIGINT REFERENCES users,
    version    BIGINT NOT NULL
);

-- What was earned, used and taken back; nothing of it is ever changed. month is
-- 12 × year + month − 1 of what was earned; reverses is the use that did not happen.
CREATE TABLE points (
    id         BIGINT NOT NULL PRIMARY KEY,
    account_id BIGINT NOT NULL REFERENCES accounts,
    kind       TEXT   COLLATE "C" NOT NULL,
    points     BIGINT NOT NULL,
    booked_on  DATE   NOT NULL,
    expires_on DATE,
    month      BIGINT,
    reason     TEXT   NOT NULL,
    reverses   BIGINT UNIQUE REFERENCES points,
    by_id      BIGINT REFERENCES users,
    booked_at  BIGINT NOT NULL
);
CREATE INDEX points_by_account ON points (account_id, booked_on, id);
