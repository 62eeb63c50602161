-- +goose Up
-- Who has other hours for accounts than the method says.
CREATE TABLE coverage_capacities (
    user_id BIGINT NOT NULL PRIMARY KEY REFERENCES users,
    hours   BIGINT NOT NULL,
    reason  TEXT   NOT NULL,
    by_id   BIGINT REFERENCES users,
    version BIGINT NOT NULL
);

-- Accounts of which somebody has said that a team covers them, or that no rule counts them.
CREATE TABLE coverage_marks (
    account_id BIGINT  NOT NULL PRIMARY KEY REFERENCES accounts,
    strategic  BOOLEAN NOT NULL,
    exempt     BOOLEAN NOT NULL,
    reason     TEXT    NOT NULL,
    by_id      BIGINT  REFERENCES users,
    version    BIGINT  NOT NULL
);

-- Trials of another coverage, and what became of them.
CREATE TABLE coverage_trials (
    id          BIGINT NOT NULL PRIMARY KEY,
    name        TEXT   NOT NULL,
    by_id       BIGINT NOT NULL REFERENCES users,
    state       TEXT   COLLATE "C" NOT NULL,
    begun_on    DATE   NOT NULL,
    applied_by  BIGINT REFERENCES users,
    handover_on DATE,
    version     BIGINT NOT NULL
);
CREATE INDEX coverage_trials_by_state ON coverage_trials (state, id);

CREATE TABLE coverage_moves (
    trial_id   BIGINT NOT NULL REFERENCES coverage_trials ON DELETE CASCADE,
    account_id BIGINT NOT NULL,
    from_id    BIGINT REFERENCES users,
    to_id      BIGINT NOT NULL REFERENCES users,
    reason     TEXT   COLLATE "C" NOT NULL,
    state      TEXT   COLLATE "C" NOT NULL,
    PRIMARY KEY (trial_id, account_id)
);
CREATE INDEX coverage_moves_by_account ON coverage_moves (account_id, trial_id);
CREATE INDEX coverage_moves_by_state ON coverage_moves (state, trial_id);

-- Budgets of money or hours, in hundredths, and how they are laid out over accounts.
CREATE TABLE coverage_plans (
    id       BIGINT NOT NULL PRIMARY KEY,
    name     TEXT   NOT NULL,
    unit     TEXT   COLLATE "C" NOT NULL,
    from_on  DATE   NOT NULL,
    until_on DATE   NOT NULL,
    budget   BIGINT NOT NULL,
    least    BIGINT NOT NULL,
    ahead    BIGINT NOT NULL,
    config   BIGINT NOT NULL,
    by_id    BIGINT NOT NULL REFERENCES users,
    version  BIGINT NOT NULL
);
CREATE INDEX coverage_plans_by_day ON coverage_plans (until_on, id);

CREATE TABLE coverage_shares (
    plan_id    BIGINT NOT NULL REFERENCES coverage_plans ON DELETE CASCADE,
    account_id BIGINT NOT NULL,
    place      BIGINT NOT NULL,
    tier       TEXT   COLLATE "C" NOT NULL,
    weight     BIGINT NOT NULL,
    planned    BIGINT NOT NULL,
    PRIMARY KEY (plan_id, account_id)
);
CREATE INDEX coverage_shares_by_account ON coverage_shares (account_id, plan_id);
