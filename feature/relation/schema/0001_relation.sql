-- +goose Up
-- The version of an account's map: whoever saves has seen one.
CREATE TABLE relation_maps (
    account_id BIGINT NOT NULL PRIMARY KEY,
    version    BIGINT NOT NULL
);

-- What somebody judges of a person at a customer. It stands until somebody judges
-- anew; what has been judged stays as history. Without a subject it is about the
-- account as a whole.
CREATE TABLE relation_judgements (
    id         BIGINT NOT NULL PRIMARY KEY,
    contact_id BIGINT NOT NULL REFERENCES contacts ON DELETE CASCADE,
    subject_id BIGINT,
    field      TEXT   COLLATE "C" NOT NULL,
    value      TEXT   NOT NULL,
    evidence   TEXT   NOT NULL,
    answers    TEXT   NOT NULL,
    source     TEXT   COLLATE "C" NOT NULL,
    by_id      BIGINT REFERENCES users,
    judged_on  DATE   NOT NULL,
    until_on   DATE   NOT NULL,
    ended_on   DATE,
    version    BIGINT NOT NULL
);
CREATE INDEX relation_judgements_by_contact ON relation_judgements (contact_id, field, judged_on, id);
CREATE INDEX relation_judgements_now ON relation_judgements (contact_id) WHERE ended_on IS NULL;

-- How two people of a customer stand to each other, beside who reports to whom.
CREATE TABLE relation_lines (
    id            BIGINT NOT NULL PRIMARY KEY,
    from_id       BIGINT NOT NULL REFERENCES contacts ON DELETE CASCADE,
    to_id         BIGINT NOT NULL REFERENCES contacts ON DELETE CASCADE,
    kind          TEXT   COLLATE "C" NOT NULL,
    says          TEXT   NOT NULL,
    by_id         BIGINT REFERENCES users,
    drawn_on      DATE   NOT NULL,
    ended_on      DATE,
    version       BIGINT NOT NULL,
    ended_version BIGINT NOT NULL
);
CREATE INDEX relation_lines_by_from ON relation_lines (from_id, id);
CREATE INDEX relation_lines_by_to ON relation_lines (to_id, id);

-- Who reported to whom before somebody dragged him.
CREATE TABLE relation_moves (
    id         BIGINT NOT NULL PRIMARY KEY,
    contact_id BIGINT NOT NULL REFERENCES contacts ON DELETE CASCADE,
    was_id     BIGINT REFERENCES contacts ON DELETE SET NULL,
    is_id      BIGINT REFERENCES contacts ON DELETE SET NULL,
    by_id      BIGINT REFERENCES users,
    moved_on   DATE   NOT NULL,
    version    BIGINT NOT NULL
);
CREATE INDEX relation_moves_by_contact ON relation_moves (contact_id, id);
CREATE INDEX relation_moves_by_was ON relation_moves (was_id) WHERE was_id IS NOT NULL;
CREATE INDEX relation_moves_by_is ON relation_moves (is_id) WHERE is_id IS NOT NULL;

-- Where somebody dragged people on the canvas.
CREATE TABLE relation_places (
    contact_id BIGINT NOT NULL PRIMARY KEY REFERENCES contacts ON DELETE CASCADE,
    x          BIGINT NOT NULL,
    y          BIGINT NOT NULL
);
