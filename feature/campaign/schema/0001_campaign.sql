-- +goose Up
-- How far the work on a deal has come, and what was asked and found out: situation,
-- problem, what follows from it, what solving it is worth. attitudes are six digits,
-- 0: not marked. Amounts are what the customer gains a year, spends a year, invests.
CREATE TABLE campaign_sheets (
    opportunity_id BIGINT NOT NULL PRIMARY KEY REFERENCES opportunities ON DELETE CASCADE,
    phase          TEXT   COLLATE "C" NOT NULL,
    entered_on     DATE   NOT NULL,
    situation      TEXT   NOT NULL,
    problem        TEXT   NOT NULL,
    implication    TEXT   NOT NULL,
    payoff         TEXT   NOT NULL,
    confirmed      TEXT   NOT NULL,
    solution       TEXT   NOT NULL,
    benefit_minor  BIGINT,
    running_minor  BIGINT,
    invested_minor BIGINT,
    attitudes      TEXT   COLLATE "C" NOT NULL,
    by_id          BIGINT REFERENCES users,
    by_name        TEXT   NOT NULL,
    said_on        DATE   NOT NULL,
    version        BIGINT NOT NULL
);

-- What the customer decides by: how important it is to who influences and to who
-- decides, and how we do, 1–5; 0: nobody has said.
CREATE TABLE campaign_factors (
    opportunity_id BIGINT NOT NULL REFERENCES opportunities ON DELETE CASCADE,
    factor         TEXT   COLLATE "C" NOT NULL,
    influencer     BIGINT NOT NULL,
    decider        BIGINT NOT NULL,
    ours           BIGINT NOT NULL,
    PRIMARY KEY (opportunity_id, factor)
);

-- How a competitor does.
CREATE TABLE campaign_marks (
    opportunity_id BIGINT NOT NULL REFERENCES opportunities ON DELETE CASCADE,
    factor         TEXT   COLLATE "C" NOT NULL,
    competitor_id  BIGINT NOT NULL REFERENCES competitors,
    mark           BIGINT NOT NULL,
    PRIMARY KEY (opportunity_id, factor, competitor_id)
);

-- What is done next with somebody who counts, and what is talked about with him.
CREATE TABLE campaign_steps (
    opportunity_id BIGINT NOT NULL REFERENCES opportunities ON DELETE CASCADE,
    contact_id     BIGINT NOT NULL REFERENCES contacts ON DELETE CASCADE,
    topic          TEXT   NOT NULL,
    step           TEXT   NOT NULL,
    step_on        DATE,
    PRIMARY KEY (opportunity_id, contact_id)
);
CREATE INDEX campaign_steps_by_contact ON campaign_steps (contact_id);

-- What was learned.
CREATE TABLE campaign_lessons (
    id             BIGINT NOT NULL PRIMARY KEY,
    opportunity_id BIGINT NOT NULL REFERENCES opportunities ON DELETE CASCADE,
    lesson         TEXT   NOT NULL,
    by_id          BIGINT REFERENCES users,
    by_name        TEXT   NOT NULL,
    said_on        DATE   NOT NULL
);
CREATE INDEX campaign_lessons_by_deal ON campaign_lessons (opportunity_id, id);
