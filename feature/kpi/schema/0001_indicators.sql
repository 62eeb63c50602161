-- +goose Up
-- What is aimed at, and who answers for it. Shares and ratios are in millionths,
-- amounts in minor units; no target: nothing is aimed at.
CREATE TABLE indicator_targets (
    name     TEXT   COLLATE "C" NOT NULL PRIMARY KEY,
    target   BIGINT,
    owner_id BIGINT REFERENCES users,
    by_id    BIGINT REFERENCES users,
    set_on   DATE   NOT NULL,
    version  BIGINT NOT NULL
);

-- What was spent on winning and on keeping customers, by month, with its source;
-- what was entered by mistake is taken back, and stays.
CREATE TABLE indicator_inputs (
    id           BIGINT NOT NULL PRIMARY KEY,
    kind         TEXT   COLLATE "C" NOT NULL,
    month_on     DATE   NOT NULL,
    amount_minor BIGINT NOT NULL,
    source       TEXT   NOT NULL,
    by_id        BIGINT REFERENCES users,
    entered_on   DATE   NOT NULL,
    back_on      DATE,
    back_id      BIGINT REFERENCES users
);
CREATE INDEX indicator_inputs_by_month ON indicator_inputs (month_on, kind) WHERE back_on IS NULL;
