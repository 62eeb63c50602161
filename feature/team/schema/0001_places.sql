-- +goose Up
-- accounts of before lie in their regions, too, and key accounts are closed
INSERT INTO row_places (row_id, region, closed)
SELECT a.id, a.region, EXISTS (SELECT 1 FROM portfolio_keys k WHERE k.account_id = a.id) FROM accounts a
WHERE NOT EXISTS (SELECT 1 FROM row_places p WHERE p.row_id = a.id);
