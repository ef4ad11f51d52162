-- The catalogue of platforms. Shared by all institutions: a review is done once for every department.

create table platform
(
    id   uuid not null default uuidv7(),
    code text not null,
    name text not null,
    constraint pk_platform primary key (id),
    constraint uq_platform_code unique (code),
    constraint uq_platform_name unique (name)
);

create table platform_former_name
(
    platform_id uuid not null,
    name        text not null,
    constraint pk_platform_former_name primary key (platform_id, name),
    constraint fk_platform_former_name_platform foreign key (platform_id) references platform (id)
);

create table platform_review
(
    platform_id   uuid   not null,
    reviewed_name text   not null,
    reviewed_on   date,
    date_note_en  text   not null,
    date_note_fr  text   not null,
    subjects      text[] not null,
    covered_uses  text[] not null,
    instrument    text   not null,
    paragraph     text   not null,
    quote         text   not null,
    constraint pk_platform_review primary key (platform_id, instrument),
    constraint fk_platform_review_platform foreign key (platform_id) references platform (id),
    constraint ck_platform_review_subjects
        check (subjects <@ array ['THREATS_AND_RISKS', 'TERMS_OF_USE', 'PRIVACY_POLICIES'] and cardinality(subjects) > 0),
    constraint ck_platform_review_covered_uses
        check (covered_uses <@ array ['DISSEMINATION', 'INTERACTION', 'ACCOUNT_MANAGEMENT', 'ACCOUNT_ANALYTICS']),
    constraint ck_platform_review_quote check (quote <> '')
);

-- The catalogue changes by a migration only: the application reads it.
revoke insert, update, delete on platform, platform_former_name, platform_review from "${app-role}";
