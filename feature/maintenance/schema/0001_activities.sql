-- +goose Up
-- What was done to keep a relationship; spend is in minor units, people are the
-- ids of contacts.
CREATE TABLE maintenance_activities (
    id         BIGINT NOT NULL PRIMARY KEY,
    account_id BIGINT NOT NULL REFERENCES accounts,
    form       TEXT   COLLATE "C" NOT NULL,
    held_on    DATE   NOT NULL,
    title      TEXT   NOT NULL,
    spend      BIGINT NOT NULL,
    reached    BIGINT NOT NULL,
    people     TEXT   NOT NULL,
    remark     TEXT   NOT NULL,
    by_id      BIGINT REFERENCES users,
    by_name    TEXT   NOT NULL,
    version    BIGINT NOT NULL
);
CREATE INDEX maintenance_activities_by_account ON maintenance_activities (account_id, held_on);
CREATE INDEX maintenance_activities_by_day ON maintenance_activities (held_on);

-- What sort of stakeholder an account is, and how good the relationship is, as
-- somebody has last rated it; an item of 0 was not rated.
CREATE TABLE maintenance_qualities (
    id            BIGINT NOT NULL PRIMARY KEY,
    account_id    BIGINT NOT NULL REFERENCES accounts,
    stakeholder   TEXT   COLLATE "C" NOT NULL,
    communication BIGINT NOT NULL,
    cooperation   BIGINT NOT NULL,
    win_win       BIGINT NOT NULL,
    closeness     BIGINT NOT NULL,
    control       BIGINT NOT NULL,
    evidence      TEXT   NOT NULL,
    by_id         BIGINT REFERENCES users,
    by_name       TEXT   NOT NULL,
    rated_on      DATE   NOT NULL,
    expires_on    DATE   NOT NULL,
    version       BIGINT NOT NULL
);
CREATE UNIQUE INDEX maintenance_qualities_by_account ON maintenance_qualities (account_id);
