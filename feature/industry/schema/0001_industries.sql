-- +goose Up
-- What industries there are, and how the companies of each buy.
CREATE TABLE industries (
    id         BIGINT NOT NULL PRIMARY KEY,
    code       TEXT   COLLATE "C" NOT NULL UNIQUE,
    name       TEXT   NOT NULL,
    english    TEXT   NOT NULL,
    league     TEXT   NOT NULL,
    central    TEXT   NOT NULL,
    mode       TEXT   NOT NULL,
    department TEXT   NOT NULL,
    note       TEXT   NOT NULL,
    changed_at BIGINT NOT NULL,
    version    BIGINT NOT NULL
);

-- The words by which accounts name an industry, beside its code and its names.
CREATE TABLE industry_words (
    word        TEXT   COLLATE "C" NOT NULL PRIMARY KEY,
    industry_id BIGINT NOT NULL REFERENCES industries ON DELETE CASCADE
);

-- Answers are never overwritten; latest marks the one that counts.
CREATE TABLE industry_answers (
    id          BIGINT  NOT NULL PRIMARY KEY,
    industry_id BIGINT  NOT NULL REFERENCES industries ON DELETE CASCADE,
    criterion   TEXT    COLLATE "C" NOT NULL,
    version     BIGINT  NOT NULL,
    value       BIGINT  NOT NULL,
    evidence    TEXT    NOT NULL,
    author_id   BIGINT  REFERENCES users,
    author      TEXT    NOT NULL,
    rated_on    DATE    NOT NULL,
    expires_on  DATE    NOT NULL,
    latest      BOOLEAN NOT NULL,
    UNIQUE (industry_id, criterion, version)
);

-- The industries that the sources describe: five large ones, five small ones,
-- and five that are tracked.
INSERT INTO industries (id, code, name, english, league, central, mode, department, note, changed_at, version) VALUES
    (1,  'finance',       '金融', 'Finance',       'large',   'province',     'project', '科技处',                       '省一级行统一采购，随项目走',         0, 1),
    (2,  'taxation',      '财税', 'Taxation',      'large',   'headquarters', 'tender',  '信息中心',                     '总局招标批量采购，地方零星采购',     0, 1),
    (3,  'education',     '教育', 'Education',     'large',   'scattered',    'own',     '技术装备处、电教馆、教仪站', '采购分散',                           0, 1),
    (4,  'securities',    '证券', 'Securities',    'large',   'scattered',    'own',     '',                             '各公司分散采购，营业部可自行采购',   0, 1),
    (5,  'post',          '邮政', 'Post',          'large',   'province',     'project', '',                             '省级统一，随项目纵向采购',           0, 1),
    (6,  'telecom',       '电信', 'Telecom',       'small',   'province',     'project', '',                             '省级统一，随项目纵向采购',           0, 1),
    (7,  'police',        '公安', 'Police',        'small',   'local',        'project', '',                             '由金盾工程带动，地方采购',           0, 1),
    (8,  'transport',     '交通', 'Transport',     'small',   'headquarters', '',        '',                             '铁路、民航、公路、水运，集中采购',   0, 1),
    (9,  'military',      '军队', 'Military',      'small',   'province',     '',        '',                             '层级分明，按大军区采购',             0, 1),
    (10, 'insurance',     '保险', 'Insurance',     'small',   '',             '',        '',                             '处于成长期',                         0, 1),
    (11, 'power',         '电力', 'Power',         'tracked', '',             '',        '',                             '',                                   0, 1),
    (12, 'water',         '水利', 'Water',         'tracked', '',             '',        '',                             '',                                   0, 1),
    (13, 'tobacco',       '烟草', 'Tobacco',       'tracked', '',             '',        '',                             '',                                   0, 1),
    (14, 'health',        '卫生', 'Health',        'tracked', '',             '',        '',                             '',                                   0, 1),
    (15, 'manufacturing', '制造', 'Manufacturing', 'tracked', '',             '',        '',                             '',                                   0, 1);

INSERT INTO industry_words (word, industry_id) VALUES
    ('银行', 1), ('税务', 2), ('财政', 2), ('学校', 3), ('高校', 3), ('券商', 4), ('通信', 6), ('运营商', 6),
    ('交通运输', 8), ('电网', 11), ('医疗', 14), ('医院', 14), ('制造业', 15);
