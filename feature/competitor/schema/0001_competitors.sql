-- +goose Up
-- Who competes with us, and what to say when we meet him. Belongs to no account.
CREATE TABLE competitors (
    id         BIGINT NOT NULL PRIMARY KEY,
    name       TEXT   NOT NULL,
    name_key   TEXT   COLLATE "C" NOT NULL UNIQUE,
    strengths  TEXT   NOT NULL,
    weakness   TEXT   NOT NULL,
    says       TEXT   NOT NULL,
    evidence   TEXT   NOT NULL,
    by_id      BIGINT REFERENCES users,
    by_name    TEXT   NOT NULL,
    checked_on DATE   NOT NULL,
    expires_on DATE   NOT NULL,
    version    BIGINT NOT NULL
);

-- Who stands against us in a deal, and how we stand there ourselves. Who sees the
-- deal sees them. ratings are eight digits, 0: not rated.
CREATE TABLE competitor_rivals (
    id             BIGINT  NOT NULL PRIMARY KEY,
    opportunity_id BIGINT  NOT NULL REFERENCES opportunities ON DELETE CASCADE,
    kind           TEXT    COLLATE "C" NOT NULL,
    competitor_id  BIGINT  REFERENCES competitors,
    contact_id     BIGINT  REFERENCES contacts ON DELETE CASCADE,
    superior       TEXT    NOT NULL,
    ratings        TEXT    COLLATE "C" NOT NULL,
    power          BIGINT  NOT NULL,
    opposition     BIGINT  NOT NULL,
    active         BOOLEAN NOT NULL,
    incumbent      BOOLEAN NOT NULL,
    weakness       TEXT    NOT NULL,
    evidence       TEXT    NOT NULL,
    by_id          BIGINT  REFERENCES users,
    by_name        TEXT    NOT NULL,
    judged_on      DATE    NOT NULL,
    expires_on     DATE    NOT NULL,
    version        BIGINT  NOT NULL
);
CREATE INDEX competitor_rivals_by_opportunity ON competitor_rivals (opportunity_id, id);
CREATE INDEX competitor_rivals_by_competitor ON competitor_rivals (competitor_id, opportunity_id) WHERE competitor_id IS NOT NULL;
CREATE INDEX competitor_rivals_by_contact ON competitor_rivals (contact_id) WHERE contact_id IS NOT NULL;
CREATE UNIQUE INDEX competitor_rivals_once ON competitor_rivals (opportunity_id, competitor_id) WHERE competitor_id IS NOT NULL;
CREATE UNIQUE INDEX competitor_rivals_ours ON competitor_rivals (opportunity_id) WHERE kind = 'own';

-- How a supplier stands with a product: at an account, in a region or in an
-- industry. Without a competitor it is how we stand. scores are factor:rating words.
CREATE TABLE competitor_cells (
    id            BIGINT NOT NULL PRIMARY KEY,
    account_id    BIGINT REFERENCES accounts,
    scope         TEXT   COLLATE "C" NOT NULL,
    place         TEXT   NOT NULL,
    product       TEXT   NOT NULL,
    competitor_id BIGINT REFERENCES competitors,
    scores        TEXT   NOT NULL,
    evidence      TEXT   NOT NULL,
    by_id         BIGINT REFERENCES users,
    by_name       TEXT   NOT NULL,
    judged_on     DATE   NOT NULL,
    expires_on    DATE   NOT NULL,
    version       BIGINT NOT NULL
);
CREATE UNIQUE INDEX competitor_cells_of_account ON competitor_cells (account_id, product, coalesce(competitor_id, 0)) WHERE account_id IS NOT NULL;
CREATE UNIQUE INDEX competitor_cells_of_place ON competitor_cells (scope, place, product, coalesce(competitor_id, 0)) WHERE account_id IS NULL;
