-- +goose Up
-- Deals. Who sees the row row_id sees the deal: its account, or, of a deal without
-- one, the deal itself, of which the owner is a member.
CREATE TABLE opportunities (
    id                BIGINT NOT NULL PRIMARY KEY,
    row_id            BIGINT NOT NULL,
    account_id        BIGINT REFERENCES accounts,
    code              TEXT   COLLATE "C" NOT NULL UNIQUE,
    name              TEXT   NOT NULL,
    owner_id          BIGINT REFERENCES users,
    owner_name        TEXT   NOT NULL,
    source            TEXT   COLLATE "C" NOT NULL,
    process           TEXT   COLLATE "C" NOT NULL,
    stage             TEXT   COLLATE "C" NOT NULL,
    state             TEXT   COLLATE "C" NOT NULL,
    opened_on         DATE   NOT NULL,
    entered_on        DATE   NOT NULL,
    expected_on       DATE,
    first_expected_on DATE,
    closed_on         DATE,
    wake_on           DATE,
    slips             BIGINT NOT NULL,
    amount_minor      BIGINT,
    currency          TEXT   COLLATE "C" NOT NULL,
    original_minor    BIGINT,
    category          TEXT   COLLATE "C" NOT NULL,
    reason            TEXT   COLLATE "C" NOT NULL,
    outcome           TEXT   NOT NULL,
    lesson            TEXT   NOT NULL,
    winner_id         BIGINT,
    purchase          TEXT   COLLATE "C" NOT NULL,
    product           TEXT   NOT NULL,
    next_step         TEXT   NOT NULL,
    next_on           DATE,
    contact_id        BIGINT REFERENCES contacts ON DELETE SET NULL,
    batch_id          BIGINT,
    author_id         BIGINT REFERENCES users,
    made_on           DATE   NOT NULL,
    version           BIGINT NOT NULL
);
CREATE INDEX opportunities_by_account ON opportunities (account_id, id) WHERE account_id IS NOT NULL;
CREATE INDEX opportunities_by_row ON opportunities (row_id, state, id);
CREATE INDEX opportunities_by_state ON opportunities (state, expected_on, id);
CREATE INDEX opportunities_by_owner ON opportunities (owner_id, state, expected_on) WHERE owner_id IS NOT NULL;
CREATE INDEX opportunities_by_closing ON opportunities (closed_on, id) WHERE closed_on IS NOT NULL;
CREATE INDEX opportunities_by_batch ON opportunities (batch_id) WHERE batch_id IS NOT NULL;

-- From which step to which a deal went, and in which state it was then.
CREATE TABLE opportunity_moves (
    id             BIGINT NOT NULL PRIMARY KEY,
    opportunity_id BIGINT NOT NULL REFERENCES opportunities ON DELETE CASCADE,
    from_stage     TEXT   COLLATE "C" NOT NULL,
    to_stage       TEXT   COLLATE "C" NOT NULL,
    state          TEXT   COLLATE "C" NOT NULL,
    moved_on       DATE   NOT NULL,
    reason         TEXT   NOT NULL,
    by_id          BIGINT REFERENCES users
);
CREATE INDEX opportunity_moves_by_opportunity ON opportunity_moves (opportunity_id, id);

-- Milestones that were reached, and what shows it.
CREATE TABLE opportunity_milestones (
    opportunity_id BIGINT NOT NULL REFERENCES opportunities ON DELETE CASCADE,
    milestone      TEXT   COLLATE "C" NOT NULL,
    reached_on     DATE   NOT NULL,
    evidence       TEXT   NOT NULL,
    by_id          BIGINT REFERENCES users,
    PRIMARY KEY (opportunity_id, milestone)
);

-- How the day on which the order is expected was moved.
CREATE TABLE opportunity_dates (
    id             BIGINT NOT NULL PRIMARY KEY,
    opportunity_id BIGINT NOT NULL REFERENCES opportunities ON DELETE CASCADE,
    was_on         DATE,
    becomes_on     DATE,
    reason         TEXT   NOT NULL,
    by_id          BIGINT REFERENCES users,
    made_on        DATE   NOT NULL
);
CREATE INDEX opportunity_dates_by_opportunity ON opportunity_dates (opportunity_id, id);

-- What is offered: quantities and prices in millionths of a major unit of the base
-- currency. The floor is the price below which nobody sells without being allowed to.
CREATE TABLE opportunity_lines (
    id             BIGINT NOT NULL PRIMARY KEY,
    opportunity_id BIGINT NOT NULL REFERENCES opportunities ON DELETE CASCADE,
    product_id     BIGINT REFERENCES products ON DELETE SET NULL,
    words          TEXT   NOT NULL,
    quantity       BIGINT NOT NULL,
    list_price     BIGINT,
    asked_price    BIGINT NOT NULL,
    floor_price    BIGINT,
    unit_cost      BIGINT,
    priced_from    TEXT   COLLATE "C" NOT NULL,
    amount_minor   BIGINT NOT NULL
);
CREATE INDEX opportunity_lines_by_opportunity ON opportunity_lines (opportunity_id, id);
CREATE INDEX opportunity_lines_by_product ON opportunity_lines (product_id) WHERE product_id IS NOT NULL;

-- Who shares a deal, in percent; nobody named: its owner has all of it.
CREATE TABLE opportunity_splits (
    opportunity_id BIGINT NOT NULL REFERENCES opportunities ON DELETE CASCADE,
    user_id        BIGINT NOT NULL REFERENCES users,
    percent        BIGINT NOT NULL,
    PRIMARY KEY (opportunity_id, user_id)
);
CREATE INDEX opportunity_splits_by_user ON opportunity_splits (user_id);

-- Papers of a deal, by their content.
CREATE TABLE opportunity_files (
    id             BIGINT NOT NULL PRIMARY KEY,
    opportunity_id BIGINT NOT NULL REFERENCES opportunities ON DELETE CASCADE,
    name           TEXT   NOT NULL,
    kind           TEXT   COLLATE "C" NOT NULL,
    size           BIGINT NOT NULL,
    sum            TEXT   COLLATE "C" NOT NULL,
    body           BYTEA  NOT NULL,
    by_id          BIGINT REFERENCES users,
    made_on        DATE   NOT NULL
);
CREATE UNIQUE INDEX opportunity_files_by_sum ON opportunity_files (opportunity_id, sum);
