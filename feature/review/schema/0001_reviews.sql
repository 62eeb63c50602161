-- +goose Up
-- What somebody and whoever leads him say of a month; figures are those of the day
-- on which it was signed.
CREATE TABLE reviews (
    id        BIGINT NOT NULL PRIMARY KEY,
    user_id   BIGINT NOT NULL REFERENCES users,
    month_on  DATE   NOT NULL,
    comment   TEXT   NOT NULL,
    verdict   TEXT   NOT NULL,
    signed_by BIGINT REFERENCES users,
    signed_on DATE,
    figures   TEXT   NOT NULL,
    version   BIGINT NOT NULL,
    UNIQUE (user_id, month_on)
);
CREATE INDEX reviews_by_month ON reviews (month_on, user_id);
