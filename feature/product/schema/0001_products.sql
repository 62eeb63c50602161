-- +goose Up
CREATE TABLE products (
    id         BIGINT NOT NULL PRIMARY KEY,
    code       TEXT   COLLATE "C" NOT NULL UNIQUE,
    name       TEXT   NOT NULL,
    sort_key   TEXT   COLLATE "C" NOT NULL,
    line       TEXT   COLLATE "C" NOT NULL,
    unit       TEXT   NOT NULL,
    list_price BIGINT,
    cost       BIGINT,
    version    BIGINT NOT NULL
);
CREATE INDEX products_by_name ON products (sort_key, id);
CREATE INDEX products_by_line ON products (line, sort_key, id);
