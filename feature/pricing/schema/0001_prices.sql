-- +goose Up
-- Lists of prices: for everybody, or for a region, an industry or a tier, from a day
-- on. Prices are in millionths of a major unit of the base currency, net.
CREATE TABLE price_lists (
    id       BIGINT NOT NULL PRIMARY KEY,
    name     TEXT   NOT NULL,
    scope    TEXT   COLLATE "C" NOT NULL,
    place    TEXT   COLLATE "C" NOT NULL,
    from_on  DATE   NOT NULL,
    until_on DATE,
    note     TEXT   NOT NULL,
    by_id    BIGINT REFERENCES users,
    made_on  DATE   NOT NULL,
    version  BIGINT NOT NULL
);
CREATE INDEX price_lists_by_day ON price_lists (from_on, id);

CREATE TABLE price_entries (
    list_id    BIGINT NOT NULL REFERENCES price_lists ON DELETE CASCADE,
    product_id BIGINT NOT NULL REFERENCES products ON DELETE CASCADE,
    list_price BIGINT NOT NULL,
    PRIMARY KEY (list_id, product_id)
);
CREATE INDEX price_entries_by_product ON price_entries (product_id, list_id);

-- What was agreed with a customer for a while; told: its end was announced.
CREATE TABLE framework_prices (
    id           BIGINT  NOT NULL PRIMARY KEY,
    account_id   BIGINT  NOT NULL REFERENCES accounts,
    product_id   BIGINT  NOT NULL REFERENCES products ON DELETE CASCADE,
    agreed_price BIGINT  NOT NULL,
    from_on      DATE    NOT NULL,
    until_on     DATE    NOT NULL,
    basis        TEXT    NOT NULL,
    told         BOOLEAN NOT NULL,
    by_id        BIGINT  REFERENCES users,
    made_on      DATE    NOT NULL,
    version      BIGINT  NOT NULL
);
CREATE INDEX framework_prices_by_account ON framework_prices (account_id, product_id, until_on);
CREATE INDEX framework_prices_by_end ON framework_prices (until_on, id);

-- Below which price nobody sells a product without consent, and what it costs us,
-- from a day on. Only for those who may see margins.
CREATE TABLE price_floors (
    product_id  BIGINT NOT NULL REFERENCES products ON DELETE CASCADE,
    from_on     DATE   NOT NULL,
    floor_price BIGINT NOT NULL,
    unit_cost   BIGINT,
    by_id       BIGINT REFERENCES users,
    made_on     DATE   NOT NULL,
    PRIMARY KEY (product_id, from_on)
);

-- Prices that somebody asks for, of one product in one deal.
CREATE TABLE special_prices (
    id             BIGINT NOT NULL PRIMARY KEY,
    opportunity_id BIGINT NOT NULL REFERENCES opportunities ON DELETE CASCADE,
    product_id     BIGINT NOT NULL REFERENCES products ON DELETE CASCADE,
    quantity       BIGINT NOT NULL,
    wanted_price   BIGINT NOT NULL,
    known_price    BIGINT,
    from_on        DATE   NOT NULL,
    until_on       DATE   NOT NULL,
    reason         TEXT   NOT NULL,
    state          TEXT   COLLATE "C" NOT NULL,
    approval_id    BIGINT REFERENCES approvals,
    by_id          BIGINT REFERENCES users,
    made_on        DATE   NOT NULL,
    version        BIGINT NOT NULL
);
CREATE INDEX special_prices_by_opportunity ON special_prices (opportunity_id, product_id);
CREATE INDEX special_prices_by_state ON special_prices (state, id);
