-- +goose Up
-- When we were in touch with an account: a visit, a call, a message, an event,
-- from us (out) or from them (in). waits: it asks for an answer of ours that has
-- not been given; such a row is no contact of ours yet. A visit stands here once.
CREATE TABLE interactions (
    id          BIGINT  NOT NULL PRIMARY KEY,
    account_id  BIGINT  NOT NULL REFERENCES accounts,
    held_on     DATE    NOT NULL,
    held_at     BIGINT  NOT NULL,
    channel     TEXT    COLLATE "C" NOT NULL,
    direction   TEXT    COLLATE "C" NOT NULL,
    subject     TEXT    NOT NULL,
    visit_id    BIGINT,
    waits       BOOLEAN NOT NULL,
    answered_at BIGINT  NOT NULL,
    by_id       BIGINT  REFERENCES users,
    version     BIGINT  NOT NULL
);
CREATE INDEX interactions_by_account ON interactions (account_id, held_on, held_at, id);
CREATE INDEX interactions_touched ON interactions (account_id, held_on) WHERE NOT waits;
CREATE INDEX interactions_by_day ON interactions (held_on, account_id) WHERE NOT waits;
CREATE INDEX interactions_waiting ON interactions (held_at, id) WHERE waits;
CREATE UNIQUE INDEX interactions_by_visit ON interactions (visit_id) WHERE visit_id IS NOT NULL;

-- Who of them took part.
CREATE TABLE interaction_people (
    interaction_id BIGINT NOT NULL REFERENCES interactions ON DELETE CASCADE,
    contact_id     BIGINT NOT NULL REFERENCES contacts ON DELETE CASCADE,
    PRIMARY KEY (interaction_id, contact_id)
);
CREATE INDEX interaction_people_by_contact ON interaction_people (contact_id);

-- Who of us took part.
CREATE TABLE interaction_users (
    interaction_id BIGINT NOT NULL REFERENCES interactions ON DELETE CASCADE,
    user_id        BIGINT NOT NULL REFERENCES users,
    PRIMARY KEY (interaction_id, user_id)
);
CREATE INDEX interaction_users_by_user ON interaction_users (user_id, interaction_id);
