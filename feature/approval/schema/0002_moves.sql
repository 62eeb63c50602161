-- +goose Up
-- which proposals came to their account by a merge, so that it can be undone
CREATE TABLE approval_moves (
    merge_id    BIGINT NOT NULL,
    approval_id BIGINT NOT NULL REFERENCES approvals,
    PRIMARY KEY (merge_id, approval_id)
);
