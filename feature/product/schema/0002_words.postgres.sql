-- +goose Up
CREATE TABLE product_words (
    id    BIGINT   NOT NULL PRIMARY KEY,
    words TSVECTOR NOT NULL
);
CREATE INDEX product_words_by_word ON product_words USING gin (words);
