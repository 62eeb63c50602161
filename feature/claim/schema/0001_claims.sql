-- +goose Up
-- Companies that somebody wants to win, and who has said so first. The rival is
-- whom it clashes with: an account that is there already, or an earlier claim.
CREATE TABLE claims (
    id               BIGINT  NOT NULL PRIMARY KEY,
    user_id          BIGINT  NOT NULL REFERENCES users,
    name             TEXT    NOT NULL,
    core             TEXT    COLLATE "C" NOT NULL,
    city             TEXT    NOT NULL,
    region           TEXT    NOT NULL,
    uscc             TEXT    NOT NULL,
    phone            TEXT    NOT NULL,
    domain           TEXT    NOT NULL,
    project          TEXT    NOT NULL,
    evidence         TEXT    NOT NULL,
    reason           TEXT    NOT NULL,
    state            TEXT    COLLATE "C" NOT NULL,
    asked_on         DATE    NOT NULL,
    until_on         DATE,
    renewals         BIGINT  NOT NULL,
    warned           BOOLEAN NOT NULL,
    account_id       BIGINT  REFERENCES accounts,
    rival_account_id BIGINT  REFERENCES accounts,
    rival_claim_id   BIGINT,
    rival_id         BIGINT  REFERENCES users,
    decider_id       BIGINT  REFERENCES users,
    decided_by_id    BIGINT  REFERENCES users,
    decided_on       DATE,
    decision         TEXT    NOT NULL,
    version          BIGINT  NOT NULL
);
CREATE INDEX claims_by_user ON claims (user_id, id);
CREATE INDEX claims_by_state ON claims (state, id);
CREATE INDEX claims_by_decider ON claims (decider_id, id) WHERE decided_on IS NULL;
-- who holds a company is asked for every page of the pool
CREATE INDEX claims_by_core ON claims (core) WHERE state = 'granted';
CREATE INDEX claims_by_uscc ON claims (uscc) WHERE state = 'granted' AND uscc <> '';
CREATE INDEX claims_by_account ON claims (account_id) WHERE account_id IS NOT NULL;

-- Who has asked when whether a company is taken: nobody asks for all of them.
CREATE TABLE claim_checks (
    id      BIGINT NOT NULL PRIMARY KEY,
    user_id BIGINT NOT NULL REFERENCES users,
    at      BIGINT NOT NULL
);
CREATE INDEX claim_checks_by_user ON claim_checks (user_id, at);

-- What somebody is told without having asked.
CREATE TABLE claim_notices (
    id      BIGINT  NOT NULL PRIMARY KEY,
    user_id BIGINT  NOT NULL REFERENCES users,
    what    TEXT    COLLATE "C" NOT NULL,
    company TEXT    NOT NULL,
    words   TEXT    NOT NULL,
    on_day  DATE    NOT NULL,
    seen    BOOLEAN NOT NULL
);
CREATE INDEX claim_notices_by_user ON claim_notices (user_id, id) WHERE NOT seen;

-- The rules, each version with who wanted it so and why; the latest counts.
CREATE TABLE claim_rules (
    version  BIGINT NOT NULL PRIMARY KEY,
    days     BIGINT NOT NULL,
    most     BIGINT NOT NULL,
    renewals BIGINT NOT NULL,
    warn     BIGINT NOT NULL,
    checks   BIGINT NOT NULL,
    reason   TEXT   NOT NULL,
    by_id    BIGINT REFERENCES users,
    at       BIGINT NOT NULL
);
