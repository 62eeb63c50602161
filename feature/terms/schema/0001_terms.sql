-- +goose Up
-- What was agreed with an account on when it pays, from a day on: for all of its
-- purchases, or for those of one contract. agreed is the wording as JSON. What has
-- begun is never changed: other terms begin on another day.
CREATE TABLE payment_terms (
    id         BIGINT NOT NULL PRIMARY KEY,
    account_id BIGINT NOT NULL REFERENCES accounts,
    contract   TEXT   COLLATE "C" NOT NULL,
    since_on   DATE   NOT NULL,
    agreed     TEXT   NOT NULL,
    basis      TEXT   NOT NULL,
    by_id      BIGINT REFERENCES users,
    made_on    DATE   NOT NULL,
    version    BIGINT NOT NULL
);
CREATE INDEX payment_terms_by_account ON payment_terms (account_id, contract, since_on);

-- Days on which nobody works although the week says so, and days on which they make up for it.
-- What somebody set has the instant of that, in microseconds: by it a change shows.
CREATE TABLE days_off (
    on_day  DATE    NOT NULL PRIMARY KEY,
    working BOOLEAN NOT NULL,
    name    TEXT    NOT NULL,
    set_at  BIGINT  NOT NULL DEFAULT 0
);

-- The statutory holidays of China in 2026, with the days that make up for them.
INSERT INTO days_off (on_day, working, name) VALUES
    ('2026-01-01', FALSE, '元旦'),
    ('2026-01-02', FALSE, '元旦'),
    ('2026-01-03', FALSE, '元旦'),
    ('2026-01-04', TRUE, '元旦调休'),
    ('2026-02-14', TRUE, '春节调休'),
    ('2026-02-15', FALSE, '春节'),
    ('2026-02-16', FALSE, '春节'),
    ('2026-02-17', FALSE, '春节'),
    ('2026-02-18', FALSE, '春节'),
    ('2026-02-19', FALSE, '春节'),
    ('2026-02-20', FALSE, '春节'),
    ('2026-02-21', FALSE, '春节'),
    ('2026-02-22', FALSE, '春节'),
    ('2026-02-23', FALSE, '春节'),
    ('2026-02-28', TRUE, '春节调休'),
    ('2026-04-04', FALSE, '清明节'),
    ('2026-04-05', FALSE, '清明节'),
    ('2026-04-06', FALSE, '清明节'),
    ('2026-05-01', FALSE, '劳动节'),
    ('2026-05-02', FALSE, '劳动节'),
    ('2026-05-03', FALSE, '劳动节'),
    ('2026-05-04', FALSE, '劳动节'),
    ('2026-05-05', FALSE, '劳动节'),
    ('2026-05-09', TRUE, '劳动节调休'),
    ('2026-06-19', FALSE, '端午节'),
    ('2026-06-20', FALSE, '端午节'),
    ('2026-06-21', FALSE, '端午节'),
    ('2026-09-20', TRUE, '国庆节调休'),
    ('2026-09-25', FALSE, '中秋节'),
    ('2026-09-26', FALSE, '中秋节'),
    ('2026-09-27', FALSE, '中秋节'),
    ('2026-10-01', FALSE, '国庆节'),
    ('2026-10-02', FALSE, '国庆节'),
    ('2026-10-03', FALSE, '国庆节'),
    ('2026-10-04', FALSE, '国庆节'),
    ('2026-10-05', FALSE, '国庆节'),
    ('2026-10-06', FALSE, '国庆节'),
    ('2026-10-07', FALSE, '国庆节'),
    ('2026-10-10', TRUE, '国庆节调休');
