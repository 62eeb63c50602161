-- +goose Up
-- What somebody was told. An account is named, not owned: it may have gone.
CREATE TABLE notices (
    id         BIGINT NOT NULL PRIMARY KEY,
    user_id    BIGINT NOT NULL REFERENCES users,
    kind       TEXT   NOT NULL,
    args       TEXT   NOT NULL,
    account_id BIGINT,
    path       TEXT   NOT NULL,
    made_at    BIGINT NOT NULL,
    read_at    BIGINT NOT NULL,
    due_at     BIGINT NOT NULL,
    mailed_at  BIGINT NOT NULL,
    tries      BIGINT NOT NULL
);
CREATE INDEX notices_by_user ON notices (user_id, id);
CREATE INDEX notices_unread ON notices (user_id) WHERE read_at = 0;
CREATE INDEX notices_due ON notices (user_id, due_at) WHERE due_at > 0 AND mailed_at = 0;
CREATE INDEX notices_by_account ON notices (account_id) WHERE account_id IS NOT NULL;

-- How and when somebody wants to be told.
CREATE TABLE notice_wishes (
    user_id     BIGINT  NOT NULL PRIMARY KEY REFERENCES users,
    mail        TEXT    NOT NULL,
    confirmed   BOOLEAN NOT NULL,
    zone        TEXT    NOT NULL,
    quiet_from  BIGINT  NOT NULL,
    quiet_until BIGINT  NOT NULL,
    digest_at   BIGINT  NOT NULL,
    weekend     BOOLEAN NOT NULL,
    code        TEXT    NOT NULL,
    code_at     BIGINT  NOT NULL,
    wrong       BIGINT  NOT NULL,
    version     BIGINT  NOT NULL
);

CREATE TABLE notice_ways (
    user_id BIGINT NOT NULL REFERENCES users,
    kind    TEXT   NOT NULL,
    way     TEXT   NOT NULL,
    PRIMARY KEY (user_id, kind)
);
