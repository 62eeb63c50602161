-- +goose Up
-- What is known of a customer, block by block, and the four boxes of a plan for him.
-- expected_minor is what we expect him to buy next year.
CREATE TABLE application_sheets (
    id             BIGINT NOT NULL PRIMARY KEY,
    account_id     BIGINT NOT NULL UNIQUE REFERENCES accounts,
    industry       TEXT   NOT NULL,
    level          TEXT   NOT NULL,
    uses           TEXT   NOT NULL,
    strengths      TEXT   NOT NULL,
    weakness       TEXT   NOT NULL,
    chances        TEXT   NOT NULL,
    threats        TEXT   NOT NULL,
    expected_minor BIGINT,
    reason         TEXT   NOT NULL,
    by_id          BIGINT REFERENCES users,
    by_name        TEXT   NOT NULL,
    said_on        DATE   NOT NULL,
    version        BIGINT NOT NULL
);

-- Projects for which a customer may buy.
CREATE TABLE application_projects (
    id           BIGINT NOT NULL PRIMARY KEY,
    account_id   BIGINT NOT NULL REFERENCES accounts,
    name         TEXT   NOT NULL,
    budget_minor BIGINT,
    funding      TEXT   COLLATE "C" NOT NULL,
    purchase     TEXT   COLLATE "C" NOT NULL,
    buys_on      DATE,
    chance       BIGINT,
    by_id        BIGINT REFERENCES users,
    by_name      TEXT   NOT NULL,
    said_on      DATE   NOT NULL,
    version      BIGINT NOT NULL
);
CREATE INDEX application_projects_by_account ON application_projects (account_id, buys_on, id);
