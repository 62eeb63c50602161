-- +goose Up
-- A sheet of one card of a deal, for us or for a rival (rival_id), as it was judged
-- at one step; the latest round counts. outcome is what came of it, as JSON.
CREATE TABLE assessments (
    id        BIGINT NOT NULL PRIMARY KEY,
    deal_id   BIGINT NOT NULL REFERENCES opportunities ON DELETE CASCADE,
    rival_id  BIGINT,
    card      TEXT   COLLATE "C" NOT NULL,
    round     BIGINT NOT NULL,
    process   TEXT   COLLATE "C" NOT NULL,
    stage     TEXT   COLLATE "C" NOT NULL,
    judged_on DATE   NOT NULL,
    verdict   TEXT   COLLATE "C" NOT NULL,
    outcome   TEXT   NOT NULL,
    config    BIGINT NOT NULL,
    by_id     BIGINT REFERENCES users,
    by_name   TEXT   NOT NULL,
    version   BIGINT NOT NULL
);
CREATE UNIQUE INDEX assessments_by_deal ON assessments (deal_id, card, coalesce(rival_id, 0), round);

-- Answers of a sheet; what has no row has not been answered. Neither a rating nor
-- unknown: only words.
CREATE TABLE assessment_answers (
    assessment_id BIGINT  NOT NULL REFERENCES assessments ON DELETE CASCADE,
    question      TEXT    COLLATE "C" NOT NULL,
    rating        BIGINT,
    unknown       BOOLEAN NOT NULL,
    words         TEXT    NOT NULL,
    PRIMARY KEY (assessment_id, question)
);

-- Going after a deal although a gate does not open: somebody has to agree.
CREATE TABLE assessment_exceptions (
    id            BIGINT NOT NULL PRIMARY KEY,
    deal_id       BIGINT NOT NULL REFERENCES opportunities ON DELETE CASCADE,
    assessment_id BIGINT NOT NULL REFERENCES assessments ON DELETE CASCADE,
    verdict       TEXT   COLLATE "C" NOT NULL,
    step          TEXT   COLLATE "C" NOT NULL,
    reason        TEXT   NOT NULL,
    state         TEXT   COLLATE "C" NOT NULL,
    until_on      DATE   NOT NULL,
    by_id         BIGINT REFERENCES users,
    by_name       TEXT   NOT NULL,
    made_on       DATE   NOT NULL,
    approval_id   BIGINT,
    version       BIGINT NOT NULL
);
CREATE INDEX assessment_exceptions_by_deal ON assessment_exceptions (deal_id, id);

-- What it takes to bid: money in minor units, hours of people in millionths.
CREATE TABLE assessment_bids (
    deal_id BIGINT NOT NULL PRIMARY KEY REFERENCES opportunities ON DELETE CASCADE,
    spend   BIGINT,
    by_id   BIGINT REFERENCES users,
    version BIGINT NOT NULL
);

CREATE TABLE assessment_hours (
    deal_id BIGINT NOT NULL REFERENCES opportunities ON DELETE CASCADE,
    user_id BIGINT NOT NULL REFERENCES users,
    hours   BIGINT NOT NULL,
    PRIMARY KEY (deal_id, user_id)
);

-- By what the customer decides, who cares, and how we and rivals meet it in his eyes;
-- rival_id 0 is us.
CREATE TABLE assessment_criteria (
    id        BIGINT  NOT NULL PRIMARY KEY,
    deal_id   BIGINT  NOT NULL REFERENCES opportunities ON DELETE CASCADE,
    name      TEXT    NOT NULL,
    formal    BOOLEAN NOT NULL,
    mandatory BOOLEAN NOT NULL,
    milestone TEXT    NOT NULL,
    note      TEXT    NOT NULL,
    by_id     BIGINT  REFERENCES users,
    made_on   DATE    NOT NULL,
    version   BIGINT  NOT NULL
);
CREATE INDEX assessment_criteria_by_deal ON assessment_criteria (deal_id, id);

CREATE TABLE assessment_caring (
    criterion_id BIGINT NOT NULL REFERENCES assessment_criteria ON DELETE CASCADE,
    contact_id   BIGINT NOT NULL REFERENCES contacts ON DELETE CASCADE,
    PRIMARY KEY (criterion_id, contact_id)
);
CREATE INDEX assessment_caring_by_contact ON assessment_caring (contact_id);

CREATE TABLE assessment_fits (
    criterion_id BIGINT NOT NULL REFERENCES assessment_criteria ON DELETE CASCADE,
    rival_id     BIGINT NOT NULL,
    fit          TEXT   COLLATE "C" NOT NULL,
    PRIMARY KEY (criterion_id, rival_id)
);
