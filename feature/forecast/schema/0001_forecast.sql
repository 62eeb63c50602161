-- +goose Up
-- How every deal stood that was open on a day: what somebody could have said of it
-- then. Who sees the deal today sees how it stood.
CREATE TABLE forecast_deals (
    taken_on       DATE   NOT NULL,
    opportunity_id BIGINT NOT NULL REFERENCES opportunities ON DELETE CASCADE,
    owner_id       BIGINT REFERENCES users,
    process        TEXT   COLLATE "C" NOT NULL,
    stage          TEXT   COLLATE "C" NOT NULL,
    percent        BIGINT NOT NULL,
    category       TEXT   COLLATE "C" NOT NULL,
    amount_minor   BIGINT NOT NULL,
    expected_on    DATE,
    PRIMARY KEY (taken_on, opportunity_id)
);
CREATE INDEX forecast_deals_by_opportunity ON forecast_deals (opportunity_id, taken_on);
