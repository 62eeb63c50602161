-- +goose Up
-- What we have promised a customer ('us'), or he us ('customer'). Reminded counts
-- who has been told: 1 that it will be due, 2 that it is late.
CREATE TABLE commitments (
    id         BIGINT NOT NULL PRIMARY KEY,
    account_id BIGINT NOT NULL REFERENCES accounts,
    visit_id   BIGINT,
    contact_id BIGINT REFERENCES contacts ON DELETE SET NULL,
    user_id    BIGINT REFERENCES users,
    by_side    TEXT   COLLATE "C" NOT NULL,
    words      TEXT   NOT NULL,
    due_on     DATE   NOT NULL,
    first_on   DATE   NOT NULL,
    state      TEXT   COLLATE "C" NOT NULL,
    reason     TEXT   NOT NULL,
    ended_on   DATE,
    author_id  BIGINT REFERENCES users,
    made_on    DATE   NOT NULL,
    reminded   BIGINT NOT NULL,
    version    BIGINT NOT NULL
);
CREATE INDEX commitments_by_account ON commitments (account_id, due_on, id);
CREATE INDEX commitments_pending ON commitments (due_on, id) WHERE state = 'pending';
CREATE INDEX commitments_by_day ON commitments (due_on, by_side, user_id);
CREATE INDEX commitments_by_visit ON commitments (visit_id) WHERE visit_id IS NOT NULL;

-- How often a day was put off, by whom and why.
CREATE TABLE commitment_extensions (
    id            BIGINT NOT NULL PRIMARY KEY,
    commitment_id BIGINT NOT NULL REFERENCES commitments ON DELETE CASCADE,
    was_on        DATE   NOT NULL,
    becomes_on    DATE   NOT NULL,
    reason        TEXT   NOT NULL,
    by_id         BIGINT REFERENCES users,
    made_on       DATE   NOT NULL
);
CREATE INDEX commitment_extensions_by_commitment ON commitment_extensions (commitment_id, id);
