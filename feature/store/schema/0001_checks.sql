-- +goose Up
-- Looks at the shops of accounts: what was asked for and found, and photos.
CREATE TABLE store_checks (
    id         BIGINT NOT NULL PRIMARY KEY,
    account_id BIGINT NOT NULL REFERENCES accounts,
    shop       TEXT   COLLATE "C" NOT NULL,
    day_on     DATE   NOT NULL,
    note       TEXT   NOT NULL,
    by_id      BIGINT REFERENCES users,
    by_name    TEXT   NOT NULL,
    config     BIGINT NOT NULL,
    total      BIGINT,
    bottleneck TEXT   COLLATE "C" NOT NULL,
    version    BIGINT NOT NULL
);
CREATE INDEX store_checks_by_account ON store_checks (account_id, shop, day_on, id);
CREATE INDEX store_checks_by_total ON store_checks (total, id);

CREATE TABLE store_answers (
    check_id BIGINT  NOT NULL REFERENCES store_checks ON DELETE CASCADE,
    stage    TEXT    COLLATE "C" NOT NULL,
    tool     TEXT    COLLATE "C" NOT NULL,
    present  BOOLEAN NOT NULL,
    PRIMARY KEY (check_id, stage, tool)
);

CREATE TABLE store_photos (
    id       BIGINT NOT NULL PRIMARY KEY,
    check_id BIGINT NOT NULL REFERENCES store_checks ON DELETE CASCADE,
    tool     TEXT   NOT NULL,
    width    BIGINT NOT NULL,
    height   BIGINT NOT NULL,
    small    BYTEA  NOT NULL,
    body     BYTEA  NOT NULL
);
CREATE INDEX store_photos_by_check ON store_photos (check_id, id);
