-- +goose Up
CREATE TABLE contacts (
    id         BIGINT NOT NULL PRIMARY KEY,
    account_id BIGINT NOT NULL REFERENCES accounts,
    name       TEXT   NOT NULL,
    sort_key   TEXT   COLLATE "C" NOT NULL,
    title      TEXT   NOT NULL,
    department TEXT   NOT NULL,
    phone      TEXT   NOT NULL,
    mail       TEXT   NOT NULL,
    version    BIGINT NOT NULL
);
CREATE INDEX contacts_by_account ON contacts (account_id, sort_key, id);

-- which contacts a merge of accounts moved, so that undoing it finds them
CREATE TABLE contact_moves (
    merge_id   BIGINT NOT NULL,
    contact_id BIGINT NOT NULL REFERENCES contacts,
    PRIMARY KEY (merge_id, contact_id)
);
CREATE INDEX contact_moves_by_contact ON contact_moves (contact_id);
