-- +goose Up
-- Every card that an account has held, with what it gives; what was decided
-- about the method later does not change a card that somebody holds.
CREATE TABLE cards (
    id          BIGINT  NOT NULL PRIMARY KEY,
    account_id  BIGINT  NOT NULL REFERENCES accounts,
    level       TEXT    COLLATE "C" NOT NULL,
    from_on     DATE    NOT NULL,
    until_on    DATE    NOT NULL,
    ended_on    DATE,
    by_id       BIGINT  REFERENCES users,
    approval_id BIGINT,
    response    BIGINT  NOT NULL,
    dedicated   BOOLEAN NOT NULL,
    credit      BIGINT  NOT NULL,
    events      BIGINT  NOT NULL,
    seats       BIGINT  NOT NULL,
    events_used BIGINT  NOT NULL,
    seats_used  BIGINT  NOT NULL
);
CREATE INDEX cards_by_account ON cards (account_id, id);
CREATE INDEX cards_by_end ON cards (until_on) WHERE ended_on IS NULL;

-- What was used of a card; what was noted by mistake is taken back, and stays.
CREATE TABLE card_uses (
    id       BIGINT NOT NULL PRIMARY KEY,
    card_id  BIGINT NOT NULL REFERENCES cards,
    benefit  TEXT   COLLATE "C" NOT NULL,
    number   BIGINT NOT NULL,
    used_on  DATE   NOT NULL,
    note     TEXT   NOT NULL,
    by_id    BIGINT REFERENCES users,
    back_on  DATE,
    back_id  BIGINT REFERENCES users
);
CREATE INDEX card_uses_by_card ON card_uses (card_id, id);

-- Which cards came to their account by a merge, so that it can be undone, and
-- which of them it ended.
CREATE TABLE card_moves (
    merge_id BIGINT  NOT NULL,
    card_id  BIGINT  NOT NULL,
    moved    BOOLEAN NOT NULL,
    ended    BOOLEAN NOT NULL,
    PRIMARY KEY (merge_id, card_id)
);
