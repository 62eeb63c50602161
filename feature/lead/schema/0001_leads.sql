-- +goose Up
-- A company that may become a customer. It is a row of its own, whose owner is its
-- member; amounts are in minor units of the base currency. signs are what is known
-- of it. wake_on is when one that was put aside is looked at again.
CREATE TABLE leads (
    id            BIGINT NOT NULL PRIMARY KEY,
    name          TEXT   NOT NULL,
    city          TEXT   NOT NULL,
    industry      TEXT   NOT NULL,
    need          TEXT   NOT NULL,
    speaks_to     TEXT   NOT NULL,
    source        TEXT   COLLATE "C" NOT NULL,
    source_detail TEXT   NOT NULL,
    signs         TEXT   COLLATE "C" NOT NULL,
    amount        BIGINT,
    percent       BIGINT,
    potential     BIGINT,
    strength      BIGINT,
    effort        BIGINT,
    state         TEXT   COLLATE "C" NOT NULL,
    reason        TEXT   NOT NULL,
    next_on       DATE,
    wake_on       DATE,
    owner_id      BIGINT NOT NULL REFERENCES users,
    account_id    BIGINT REFERENCES accounts,
    deal_id       BIGINT REFERENCES opportunities ON DELETE SET NULL,
    made_on       DATE   NOT NULL,
    moved_on      DATE   NOT NULL,
    version       BIGINT NOT NULL
);
CREATE INDEX leads_by_state ON leads (state, next_on);
CREATE INDEX leads_by_deal ON leads (deal_id);

CREATE TABLE lead_moves (
    id       BIGINT NOT NULL PRIMARY KEY,
    lead_id  BIGINT NOT NULL REFERENCES leads ON DELETE CASCADE,
    was      TEXT   COLLATE "C" NOT NULL,
    is_now   TEXT   COLLATE "C" NOT NULL,
    reason   TEXT   NOT NULL,
    moved_on DATE   NOT NULL,
    by_id    BIGINT REFERENCES users
);
CREATE INDEX lead_moves_by_lead ON lead_moves (lead_id, id);

-- A company that we want and do not have. Once somebody was in touch it is an account.
CREATE TABLE lead_wishes (
    id           BIGINT NOT NULL PRIMARY KEY,
    name         TEXT   NOT NULL,
    why          TEXT   NOT NULL,
    idea         TEXT   NOT NULL,
    owner_id     BIGINT NOT NULL REFERENCES users,
    review_on    DATE   NOT NULL,
    account_id   BIGINT REFERENCES accounts,
    contacted_on DATE,
    ended_on     DATE,
    made_on      DATE   NOT NULL,
    version      BIGINT NOT NULL
);
CREATE INDEX lead_wishes_by_account ON lead_wishes (account_id);

-- The seven steps of a quarter (4 × year + quarter − 1): what was found at each.
CREATE TABLE lead_rounds (
    quarter BIGINT NOT NULL,
    step    TEXT   COLLATE "C" NOT NULL,
    note    TEXT   NOT NULL,
    done_on DATE,
    by_id   BIGINT REFERENCES users,
    version BIGINT NOT NULL,
    PRIMARY KEY (quarter, step)
);
