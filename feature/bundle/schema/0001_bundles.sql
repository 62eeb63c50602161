-- +goose Up
CREATE TABLE bundle_partners (
    id      BIGINT NOT NULL PRIMARY KEY,
    name    TEXT   NOT NULL,
    note    TEXT   NOT NULL,
    by_id   BIGINT REFERENCES users,
    version BIGINT NOT NULL
);
CREATE UNIQUE INDEX bundle_partners_by_name ON bundle_partners (name);

-- The ways to work with a partner that were weighed: one row a way.
CREATE TABLE bundle_ways (
    partner_id BIGINT  NOT NULL REFERENCES bundle_partners,
    way        TEXT    COLLATE "C" NOT NULL,
    pros       TEXT    NOT NULL,
    cons       TEXT    NOT NULL,
    cost       BIGINT,
    chosen     BOOLEAN NOT NULL,
    PRIMARY KEY (partner_id, way)
);

-- What is sold together, in minor units of the base currency, for one package.
CREATE TABLE bundles (
    id       BIGINT NOT NULL PRIMARY KEY,
    name     TEXT   NOT NULL,
    note     TEXT   NOT NULL,
    price    BIGINT NOT NULL,
    ended_on DATE,
    by_id    BIGINT REFERENCES users,
    made_on  DATE   NOT NULL,
    version  BIGINT NOT NULL
);
CREATE TABLE bundle_items (
    bundle_id  BIGINT NOT NULL REFERENCES bundles,
    place      BIGINT NOT NULL,
    name       TEXT   NOT NULL,
    partner_id BIGINT REFERENCES bundle_partners,
    cost       BIGINT NOT NULL,
    PRIMARY KEY (bundle_id, place)
);

-- What a partner may be told of customers, once the privacy officer has agreed.
CREATE TABLE sharing_agreements (
    id          BIGINT NOT NULL PRIMARY KEY,
    partner_id  BIGINT NOT NULL REFERENCES bundle_partners,
    purpose     TEXT   NOT NULL,
    fields      TEXT   NOT NULL,
    basis       TEXT   NOT NULL,
    from_on     DATE   NOT NULL,
    until_on    DATE   NOT NULL,
    state       TEXT   COLLATE "C" NOT NULL,
    approval_id BIGINT REFERENCES approvals,
    by_id       BIGINT REFERENCES users,
    made_on     DATE   NOT NULL,
    version     BIGINT NOT NULL
);

-- Which customer agreed that which partner is told of it; withdrawn, never deleted.
CREATE TABLE sharing_consents (
    id           BIGINT NOT NULL PRIMARY KEY,
    account_id   BIGINT NOT NULL REFERENCES accounts,
    partner_id   BIGINT NOT NULL REFERENCES bundle_partners,
    given_on     DATE   NOT NULL,
    until_on     DATE   NOT NULL,
    proof        TEXT   NOT NULL,
    withdrawn_on DATE,
    by_id        BIGINT REFERENCES users,
    version      BIGINT NOT NULL
);
CREATE INDEX sharing_consents_by_account ON sharing_consents (account_id);
CREATE INDEX sharing_consents_by_partner ON sharing_consents (partner_id);

-- The ledger of sharing: which list was made for whom, of how many, and who was on
-- it. Nothing of it is ever changed.
CREATE TABLE sharing_lists (
    id           BIGINT NOT NULL PRIMARY KEY,
    agreement_id BIGINT NOT NULL REFERENCES sharing_agreements,
    region       TEXT   NOT NULL,
    industry     TEXT   NOT NULL,
    selected     BIGINT NOT NULL,
    shared       BIGINT NOT NULL,
    by_id        BIGINT REFERENCES users,
    made_on      DATE   NOT NULL,
    made_at      BIGINT NOT NULL
);
CREATE TABLE sharing_listed (
    list_id    BIGINT NOT NULL REFERENCES sharing_lists,
    account_id BIGINT NOT NULL,
    PRIMARY KEY (list_id, account_id)
);
