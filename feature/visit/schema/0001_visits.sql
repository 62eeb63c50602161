-- +goose Up
-- Visits: a day, perhaps a time of it as the clocks of a zone show it, and the
-- instants that this is. Ready are the ticked items of the preparation.
CREATE TABLE visits (
    id           BIGINT  NOT NULL PRIMARY KEY,
    account_id   BIGINT  NOT NULL REFERENCES accounts,
    owner_id     BIGINT  REFERENCES users,
    state        TEXT    COLLATE "C" NOT NULL,
    channel      TEXT    COLLATE "C" NOT NULL,
    day_on       DATE    NOT NULL,
    start_minute BIGINT,
    minutes      BIGINT  NOT NULL,
    zone         TEXT    COLLATE "C" NOT NULL,
    from_at      BIGINT  NOT NULL,
    until_at     BIGINT  NOT NULL,
    purpose      TEXT    NOT NULL,
    place        TEXT    NOT NULL,
    ready        TEXT    COLLATE "C" NOT NULL,
    result       TEXT    NOT NULL,
    voice        TEXT    NOT NULL,
    voice_id     BIGINT  REFERENCES contacts ON DELETE SET NULL,
    topics       TEXT    COLLATE "C" NOT NULL,
    next_step    TEXT    NOT NULL,
    next_on      DATE,
    executed_on  DATE,
    judge_on     DATE,
    promised     BIGINT  NOT NULL,
    met          BIGINT  NOT NULL,
    rating       BIGINT,
    verdict      TEXT    NOT NULL,
    replan       BOOLEAN,
    judged_on    DATE,
    reason       TEXT    NOT NULL,
    report_key   TEXT    COLLATE "C" NOT NULL,
    made_by      BIGINT  REFERENCES users,
    made_on      DATE    NOT NULL,
    version      BIGINT  NOT NULL
);
CREATE INDEX visits_by_account ON visits (account_id, day_on, id);
CREATE INDEX visits_by_day ON visits (day_on, id);
CREATE INDEX visits_by_owner ON visits (owner_id, day_on, id);
CREATE INDEX visits_to_judge ON visits (judge_on) WHERE state = 'executed';
CREATE UNIQUE INDEX visits_by_report ON visits (report_key) WHERE report_key <> '';

-- Who of us goes, the owner among them, with the days and instants of the visit:
-- so that a diary and a meeting of two visits are looked up at once.
CREATE TABLE visit_users (
    visit_id BIGINT NOT NULL REFERENCES visits ON DELETE CASCADE,
    user_id  BIGINT NOT NULL REFERENCES users,
    day_on   DATE   NOT NULL,
    from_at  BIGINT NOT NULL,
    until_at BIGINT NOT NULL,
    PRIMARY KEY (visit_id, user_id)
);
CREATE INDEX visit_users_by_day ON visit_users (user_id, day_on, visit_id);
CREATE INDEX visit_users_by_time ON visit_users (user_id, until_at);

-- Whom of them we meet. A person who is forgotten leaves his place.
CREATE TABLE visit_people (
    visit_id   BIGINT NOT NULL REFERENCES visits ON DELETE CASCADE,
    contact_id BIGINT NOT NULL REFERENCES contacts ON DELETE CASCADE,
    PRIMARY KEY (visit_id, contact_id)
);
CREATE INDEX visit_people_by_contact ON visit_people (contact_id);

-- What is to be reached, and what was. Target and actual are millionths.
CREATE TABLE visit_objectives (
    id          BIGINT  NOT NULL PRIMARY KEY,
    visit_id    BIGINT  NOT NULL REFERENCES visits ON DELETE CASCADE,
    place       BIGINT  NOT NULL,
    text        TEXT    NOT NULL,
    metric      TEXT    NOT NULL,
    target      BIGINT,
    unit        TEXT    NOT NULL,
    confidence  BIGINT,
    link        TEXT    COLLATE "C" NOT NULL,
    goal_year   BIGINT  NOT NULL,
    product_id  BIGINT  REFERENCES products,
    deadline_on DATE,
    confirmed   BOOLEAN NOT NULL,
    actual      BIGINT
);
CREATE INDEX visit_objectives_by_visit ON visit_objectives (visit_id, place);

-- Where a visit stood before it was moved, and why it was.
CREATE TABLE visit_moves (
    id          BIGINT NOT NULL PRIMARY KEY,
    visit_id    BIGINT NOT NULL REFERENCES visits ON DELETE CASCADE,
    was_on      DATE   NOT NULL,
    was_minute  BIGINT,
    becomes_on  DATE   NOT NULL,
    becomes_min BIGINT,
    reason      TEXT   NOT NULL,
    by_id       BIGINT REFERENCES users,
    at          BIGINT NOT NULL
);
CREATE INDEX visit_moves_by_visit ON visit_moves (visit_id, id);

-- Of every account that was visited or will be: when last, when called last, and
-- when next. Revision counts the changes, so that who keeps this in memory reads
-- only what is new.
CREATE TABLE visit_rounds (
    account_id BIGINT NOT NULL PRIMARY KEY REFERENCES accounts ON DELETE CASCADE,
    last_on    DATE,
    called_on  DATE,
    next_on    DATE,
    next_id    BIGINT,
    revision   BIGINT NOT NULL
);
CREATE INDEX visit_rounds_by_revision ON visit_rounds (revision);
CREATE TABLE visit_state (
    id       BIGINT NOT NULL PRIMARY KEY,
    revision BIGINT NOT NULL,
    classes  BIGINT NOT NULL
);
INSERT INTO visit_state (id, revision, classes) VALUES (1, 1, 1);
