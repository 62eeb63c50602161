-- +goose Up
ALTER TABLE row_shares ADD COLUMN reason TEXT NOT NULL DEFAULT '';
-- none: he who is away has said so himself
ALTER TABLE delegations ADD COLUMN set_by BIGINT REFERENCES users;
