-- +goose Up
-- What we offer to an account beside what others offer; all amounts of an offer
-- are in one unit: yuan or points, in hundredths.
CREATE TABLE offers (
    id         BIGINT NOT NULL PRIMARY KEY,
    account_id BIGINT NOT NULL REFERENCES accounts,
    name       TEXT   NOT NULL,
    unit       TEXT   COLLATE "C" NOT NULL,
    by_id      BIGINT REFERENCES users,
    by_name    TEXT   NOT NULL,
    made_on    DATE   NOT NULL,
    version    BIGINT NOT NULL
);
CREATE INDEX offers_by_account ON offers (account_id, id);

-- Whose offers stand side by side; place 0 is ours.
CREATE TABLE offer_sides (
    offer_id BIGINT NOT NULL REFERENCES offers ON DELETE CASCADE,
    place    BIGINT NOT NULL,
    name     TEXT   NOT NULL,
    PRIMARY KEY (offer_id, place)
);

-- What a component of an offer is worth; never written over, latest marks the
-- one that counts.
CREATE TABLE offer_values (
    id        BIGINT  NOT NULL PRIMARY KEY,
    offer_id  BIGINT  NOT NULL REFERENCES offers ON DELETE CASCADE,
    place     BIGINT  NOT NULL,
    component TEXT    COLLATE "C" NOT NULL,
    version   BIGINT  NOT NULL,
    amount    BIGINT  NOT NULL,
    evidence  TEXT    NOT NULL,
    by_id     BIGINT  REFERENCES users,
    by_name   TEXT    NOT NULL,
    said_on   DATE    NOT NULL,
    latest    BOOLEAN NOT NULL,
    UNIQUE (offer_id, place, component, version)
);
