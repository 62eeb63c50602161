-- +goose Up
-- What somebody knows of a deal that decides how it can be fought for: yes, no or
-- unknown. part_ratio is in hundredths.
CREATE TABLE strategy_facts (
    opportunity_id   BIGINT NOT NULL PRIMARY KEY REFERENCES opportunities ON DELETE CASCADE,
    incumbent        TEXT   COLLATE "C" NOT NULL,
    changeable       TEXT   COLLATE "C" NOT NULL,
    changeable_until DATE,
    divisible        TEXT   COLLATE "C" NOT NULL,
    part             TEXT   NOT NULL,
    part_ratio       BIGINT,
    evidence         TEXT   NOT NULL,
    by_id            BIGINT REFERENCES users,
    by_name          TEXT   NOT NULL,
    said_on          DATE   NOT NULL,
    version          BIGINT NOT NULL
);

-- With which strategy a deal is fought for, since when, what was advised, and why
-- another one was chosen. The last one counts; config is the version of the rules.
CREATE TABLE strategy_choices (
    id             BIGINT NOT NULL PRIMARY KEY,
    opportunity_id BIGINT NOT NULL REFERENCES opportunities ON DELETE CASCADE,
    number         BIGINT NOT NULL,
    strategy       TEXT   COLLATE "C" NOT NULL,
    advised        TEXT   COLLATE "C" NOT NULL,
    reason         TEXT   NOT NULL,
    ratio          BIGINT,
    gate           BIGINT,
    config         BIGINT NOT NULL,
    by_id          BIGINT REFERENCES users,
    by_name        TEXT   NOT NULL,
    chosen_on      DATE   NOT NULL,
    UNIQUE (opportunity_id, number)
);
