-- +goose Up
-- Which rows of other features came to their account by a merge, and how they
-- were before, so that it can be undone.
CREATE TABLE account_moves (
    merge_id BIGINT NOT NULL,
    kept     TEXT   COLLATE "C" NOT NULL,
    place    BIGINT NOT NULL,
    before   TEXT   NOT NULL,
    PRIMARY KEY (merge_id, kept, place)
);
