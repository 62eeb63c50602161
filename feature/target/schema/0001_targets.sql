-- +goose Up
-- A fiscal year as somebody has set it; years that nobody has set follow from the
-- nearest one. Old versions stay.
CREATE TABLE fiscal_years (
    id        BIGINT  NOT NULL PRIMARY KEY,
    year      BIGINT  NOT NULL,
    version   BIGINT  NOT NULL,
    latest    BOOLEAN NOT NULL,
    dropped   BOOLEAN NOT NULL,
    author_id BIGINT  REFERENCES users,
    set_on    DATE    NOT NULL,
    UNIQUE (year, version)
);

CREATE TABLE fiscal_months (
    year_id BIGINT NOT NULL REFERENCES fiscal_years ON DELETE CASCADE,
    month   BIGINT NOT NULL,
    from_on DATE   NOT NULL,
    to_on   DATE   NOT NULL,
    PRIMARY KEY (year_id, month)
);

-- What somebody, his whole line, or a product line is to sell or collect in a
-- fiscal year.
CREATE TABLE targets (
    id           BIGINT NOT NULL PRIMARY KEY,
    year         BIGINT NOT NULL,
    measure      TEXT   COLLATE "C" NOT NULL,
    kind         TEXT   COLLATE "C" NOT NULL,
    user_id      BIGINT REFERENCES users,
    product_line TEXT   COLLATE "C" NOT NULL,
    author_id    BIGINT REFERENCES users,
    set_on       DATE   NOT NULL,
    version      BIGINT NOT NULL
);
CREATE UNIQUE INDEX targets_of_people ON targets (year, measure, kind, user_id) WHERE user_id IS NOT NULL;
CREATE UNIQUE INDEX targets_of_lines ON targets (year, measure, kind, product_line) WHERE user_id IS NULL;

CREATE TABLE target_months (
    target_id BIGINT NOT NULL REFERENCES targets ON DELETE CASCADE,
    month     BIGINT NOT NULL,
    amount    BIGINT NOT NULL,
    PRIMARY KEY (target_id, month)
);
