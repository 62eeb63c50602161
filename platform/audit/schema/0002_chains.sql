-- +goose Up
-- A row is written with its transaction, without a number: writers wait for
-- nobody. The sealer numbers and chains rows as it finds them committed.
CREATE TABLE audit_rows (
    id         BIGINT NOT NULL PRIMARY KEY,
    log        TEXT   NOT NULL CHECK (log IN ('change', 'access', 'security', 'rights')),
    seq        BIGINT,
    at         BIGINT NOT NULL,
    actor      TEXT   NOT NULL,
    verb       TEXT   NOT NULL,
    object     TEXT   NOT NULL,
    object_id  BIGINT,
    account_id BIGINT,
    detail     TEXT   NOT NULL,
    salt       TEXT   NOT NULL,
    digest     TEXT   NOT NULL,
    sealed_at  BIGINT,
    hash       TEXT   NOT NULL
);

-- what was written before is one chain, and stays as it was hashed
INSERT INTO audit_rows (id, log, seq, at, actor, verb, object, object_id, account_id, detail, salt, digest, sealed_at, hash)
SELECT (at / 1000 - 1735689600000) * 4194304 + seq % 4194304, 'change', seq, at, actor, verb, object, object_id,
    CASE WHEN object = 'account' THEN object_id END, detail, '', '', at, hash FROM audit;
DROP TABLE audit;
ALTER TABLE audit_rows RENAME TO audit;

CREATE UNIQUE INDEX audit_by_seq ON audit (log, seq);
CREATE INDEX audit_by_log ON audit (log, id);
CREATE INDEX audit_by_object ON audit (object_id, log, id);
CREATE INDEX audit_by_account ON audit (account_id, log, id);
CREATE INDEX audit_by_actor ON audit (actor, log, id);
CREATE INDEX audit_unsealed ON audit (id) WHERE seq IS NULL;

-- where each log's chain ends, and up to where retention has cut it
CREATE TABLE audit_chains (
    log      TEXT   NOT NULL PRIMARY KEY,
    seq      BIGINT NOT NULL,
    hash     TEXT   NOT NULL,
    cut_seq  BIGINT NOT NULL,
    cut_hash TEXT   NOT NULL
);
INSERT INTO audit_chains (log, seq, hash, cut_seq, cut_hash) SELECT 'change', seq, hash, 0, '' FROM audit_head;
INSERT INTO audit_chains (log, seq, hash, cut_seq, cut_hash) VALUES
    ('access', 0, '', 0, ''), ('security', 0, '', 0, ''), ('rights', 0, '', 0, '');
DROP TABLE audit_head;

-- one row: for how many months logs are kept
CREATE TABLE audit_retention (
    id       BIGINT NOT NULL PRIMARY KEY,
    security BIGINT NOT NULL,
    access   BIGINT NOT NULL,
    version  BIGINT NOT NULL
);
INSERT INTO audit_retention (id, security, access, version) VALUES (1, 6, 36, 1);
