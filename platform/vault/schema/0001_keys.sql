-- +goose Up
-- which keys there were, never the keys: proof tells a file with the right ones
CREATE TABLE vault_keys (
    id      TEXT   NOT NULL PRIMARY KEY,
    proof   TEXT   NOT NULL,
    made_at BIGINT NOT NULL
);

-- one row, locked by whoever makes a key
CREATE TABLE vault_turn (
    id   BIGINT NOT NULL PRIMARY KEY,
    turn BIGINT NOT NULL
);
INSERT INTO vault_turn (id, turn) VALUES (1, 0);
