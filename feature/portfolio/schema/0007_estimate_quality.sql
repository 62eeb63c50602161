-- +goose Up
-- How well founded an estimate is; empty: nobody has said.
ALTER TABLE portfolio_estimates ADD COLUMN quality TEXT COLLATE "C" NOT NULL DEFAULT '';
