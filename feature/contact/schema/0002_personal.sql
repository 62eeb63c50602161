-- +goose Up
ALTER TABLE contacts ADD COLUMN wechat TEXT NOT NULL DEFAULT '';
ALTER TABLE contacts ADD COLUMN duties TEXT NOT NULL DEFAULT '';
ALTER TABLE contacts ADD COLUMN goals TEXT NOT NULL DEFAULT '';
ALTER TABLE contacts ADD COLUMN manner TEXT NOT NULL DEFAULT '';
ALTER TABLE contacts ADD COLUMN results TEXT NOT NULL DEFAULT '';
ALTER TABLE contacts ADD COLUMN colleagues TEXT NOT NULL DEFAULT '';
ALTER TABLE contacts ADD COLUMN partners TEXT NOT NULL DEFAULT '';

-- private facts, one a row; blind is a keyed hash by which a whole number is found
CREATE TABLE contact_facts (
    id         BIGINT NOT NULL PRIMARY KEY,
    contact_id BIGINT NOT NULL REFERENCES contacts,
    field      TEXT   NOT NULL,
    sealed     TEXT   NOT NULL,
    blind      TEXT   NOT NULL,
    UNIQUE (contact_id, field)
);
CREATE INDEX contact_facts_by_blind ON contact_facts (blind) WHERE blind <> '';

-- what is written about somebody's private life, with his consent alone.
-- A note that was withdrawn or has expired keeps no text.
CREATE TABLE contact_notes (
    id           BIGINT NOT NULL PRIMARY KEY,
    contact_id   BIGINT NOT NULL REFERENCES contacts,
    kind         TEXT   NOT NULL,
    sealed       TEXT   NOT NULL,
    basis        TEXT   NOT NULL,
    consent_on   DATE   NOT NULL,
    consent_form TEXT   NOT NULL,
    proof        TEXT   NOT NULL,
    author_id    BIGINT NOT NULL REFERENCES users,
    written_at   BIGINT NOT NULL,
    expires_on   DATE   NOT NULL,
    ended_at     BIGINT,
    ended_by     TEXT   NOT NULL,
    version      BIGINT NOT NULL
);
CREATE INDEX contact_notes_by_contact ON contact_notes (contact_id, id);
CREATE INDEX contact_notes_by_expiry ON contact_notes (expires_on) WHERE ended_at IS NULL;

-- who may read a note beside its author and the account's manager
CREATE TABLE contact_note_readers (
    note_id BIGINT NOT NULL REFERENCES contact_notes,
    user_id BIGINT NOT NULL REFERENCES users,
    PRIMARY KEY (note_id, user_id)
);
CREATE INDEX contact_note_readers_by_user ON contact_note_readers (user_id, note_id);

-- whole numbers are looked for at work, too
CREATE INDEX contacts_by_phone ON contacts (phone) WHERE phone <> '';
CREATE INDEX contacts_by_mail ON contacts (lower(mail)) WHERE mail <> '';
CREATE INDEX contacts_by_wechat ON contacts (lower(wechat)) WHERE wechat <> '';
