-- +goose Up
-- Which models have been evaluated: of one that comes later the first evaluation
-- enters what it finds, as it did of the others.
CREATE TABLE evaluation_begun (
    model    TEXT COLLATE "C" NOT NULL PRIMARY KEY,
    begun_on DATE NOT NULL
);
INSERT INTO evaluation_begun (model, begun_on)
    SELECT m.model, r.as_of FROM (SELECT 'tier' AS model UNION ALL SELECT 'key' UNION ALL SELECT 'vip') m,
        (SELECT min(as_of) AS as_of FROM evaluation_runs) r WHERE r.as_of IS NOT NULL;
