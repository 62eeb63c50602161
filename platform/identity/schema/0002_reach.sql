-- +goose Up
ALTER TABLE row_members ADD COLUMN team_role TEXT NOT NULL DEFAULT '';
-- empty: open to that side
ALTER TABLE row_members ADD COLUMN from_on DATE;
ALTER TABLE row_members ADD COLUMN until_on DATE;
DROP INDEX row_members_by_user;
CREATE INDEX row_members_by_user ON row_members (user_id, row_id, owner, from_on, until_on);
CREATE INDEX row_members_by_row ON row_members (row_id, user_id, owner, from_on, until_on);

-- a row that is shown to somebody who does not work on it
CREATE TABLE row_shares (
    row_id     BIGINT NOT NULL,
    user_id    BIGINT NOT NULL REFERENCES users,
    from_on    DATE   NOT NULL,
    until_on   DATE   NOT NULL,
    granted_by BIGINT NOT NULL REFERENCES users,
    PRIMARY KEY (row_id, user_id)
);
CREATE INDEX row_shares_by_user ON row_shares (user_id, until_on, row_id);

-- who does whose work while he is away
CREATE TABLE delegations (
    user_id     BIGINT NOT NULL REFERENCES users,
    stand_in_id BIGINT NOT NULL REFERENCES users,
    from_on     DATE   NOT NULL,
    until_on    DATE   NOT NULL,
    PRIMARY KEY (user_id, stand_in_id, from_on)
);
CREATE INDEX delegations_by_stand_in ON delegations (stand_in_id, until_on);

CREATE TABLE user_regions (
    user_id BIGINT NOT NULL REFERENCES users,
    region  TEXT   NOT NULL,
    PRIMARY KEY (user_id, region)
);

-- where a row lies; a closed one is not opened by that alone
CREATE TABLE row_places (
    row_id BIGINT  NOT NULL PRIMARY KEY,
    region TEXT    NOT NULL,
    closed BOOLEAN NOT NULL
);
CREATE INDEX row_places_by_region ON row_places (region, closed, row_id);

CREATE TABLE row_flags (
    row_id BIGINT NOT NULL,
    flag   TEXT   NOT NULL,
    PRIMARY KEY (row_id, flag)
);
CREATE INDEX row_flags_by_flag ON row_flags (flag, row_id);
