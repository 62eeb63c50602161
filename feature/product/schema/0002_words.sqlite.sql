-- +goose Up
CREATE VIRTUAL TABLE product_words USING fts5 (words, content = '', contentless_delete = 1, detail = none, prefix = '1 2 3');
