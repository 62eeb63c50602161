-- +goose Up
-- where somebody stands at his account: whom he reports to, how high, in which matters he speaks, since when he is gone
ALTER TABLE contacts ADD COLUMN reports_id BIGINT REFERENCES contacts ON DELETE SET NULL;
ALTER TABLE contacts ADD COLUMN rank BIGINT NOT NULL DEFAULT 0;
ALTER TABLE contacts ADD COLUMN scope TEXT NOT NULL DEFAULT '';
ALTER TABLE contacts ADD COLUMN gone_on DATE;
CREATE INDEX contacts_by_manager ON contacts (reports_id) WHERE reports_id IS NOT NULL;

-- the jobs of one person, at one account after another; nothing: he has had but one
ALTER TABLE contacts ADD COLUMN person_id BIGINT;
CREATE INDEX contacts_by_person ON contacts (person_id) WHERE person_id IS NOT NULL;
