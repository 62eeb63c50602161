-- +goose Up
-- Which quarters an account has from one that was merged into it, so that it can
-- be undone.
CREATE TABLE portfolio_moved_quarters (
    merge_id BIGINT NOT NULL,
    quarter  TEXT   COLLATE "C" NOT NULL,
    PRIMARY KEY (merge_id, quarter)
);
