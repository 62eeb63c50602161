-- +goose Up
-- The one row of how far the ledger has been read. revision is that of which every
-- history knows; while the next is being read, target is that, and after the last
-- account that is done. version rises with whatever was found.
CREATE TABLE latent_state (
    id       BIGINT NOT NULL PRIMARY KEY,
    revision BIGINT NOT NULL,
    target   BIGINT NOT NULL,
    after    BIGINT,
    version  BIGINT NOT NULL,
    as_of    DATE,
    orders   BIGINT NOT NULL,
    config   TEXT   NOT NULL,
    setting  BIGINT NOT NULL,
    mined_at BIGINT NOT NULL
);
INSERT INTO latent_state (id, revision, target, after, version, as_of, orders, config, setting, mined_at)
    VALUES (1, 0, 0, NULL, 0, NULL, 0, '', 0, 0);

-- Products and segments by their numbers, which never change.
CREATE TABLE latent_products (
    number BIGINT NOT NULL PRIMARY KEY,
    code   TEXT   COLLATE "C" NOT NULL UNIQUE
);
CREATE TABLE latent_segments (
    number   BIGINT NOT NULL PRIMARY KEY,
    industry TEXT   COLLATE "C" NOT NULL,
    size     TEXT   COLLATE "C" NOT NULL,
    UNIQUE (industry, size)
);

-- What an account has bought, order by order in few bytes, derived from its lines;
-- and what was found of it, NULL for nothing. NULL segment: too little is known of it.
CREATE TABLE latent_accounts (
    account_id BIGINT NOT NULL PRIMARY KEY,
    segment    BIGINT,
    history    BYTEA  NOT NULL,
    found      BYTEA
);

CREATE TABLE latent_pairs (
    one      BIGINT NOT NULL,
    other    BIGINT NOT NULL,
    together BIGINT NOT NULL,
    of_one   BIGINT NOT NULL,
    of_other BIGINT NOT NULL,
    PRIMARY KEY (one, other)
);

-- What a product means to a segment; segment -1 is everyone.
CREATE TABLE latent_norms (
    segment  BIGINT NOT NULL,
    product  BIGINT NOT NULL,
    buyers   BIGINT NOT NULL,
    accounts BIGINT NOT NULL,
    median   BIGINT NOT NULL,
    PRIMARY KEY (segment, product)
);

-- What is nothing for an account, and why somebody thinks so. again: it was
-- proposed to be bought again, else to be bought at last.
CREATE TABLE latent_declined (
    id          BIGINT  NOT NULL PRIMARY KEY,
    account_id  BIGINT  NOT NULL REFERENCES accounts,
    product     TEXT    COLLATE "C" NOT NULL,
    again       BOOLEAN NOT NULL,
    reason      TEXT    NOT NULL,
    by_id       BIGINT  REFERENCES users,
    declined_on DATE    NOT NULL
);
CREATE INDEX latent_declined_by_account ON latent_declined (account_id, id);
