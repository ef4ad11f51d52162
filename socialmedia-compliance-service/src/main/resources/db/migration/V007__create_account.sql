-- Official accounts. A table of institutions; an account of which the department is not known is held by the principal publisher until
-- one is named, and belongs to the publisher's institution until then.

create table account
(
    id                   uuid        not null,
    version              integer     not null default 0,
    institution          text        not null,
    department_id        uuid,
    -- As the last list wrote it, where no department was found under it.
    stated_department    text,
    platform             text        not null,
    platform_account_key text,
    name                 text        not null,
    handle               text,
    url                  text        not null,
    address_since        timestamptz not null,
    language             text,
    paired_account_id    uuid,
    owner_roles          text[]      not null default '{}',
    entry                text        not null,
    status               text        not null,
    wikidata_item        text,
    added_on             date,
    registered_at        timestamptz not null,
    -- Whether the last list of accounts has it, and the version that a list left: a later one is a person's change.
    listed               boolean     not null default false,
    imported_version     integer,
    constraint pk_account primary key (id),
    constraint uq_account_institution unique (id, institution),
    -- The institution too, so that an account is never another institution's than its department or its pair. Checked at the end: an
    -- account and its pair move together.
    constraint fk_account_department foreign key (department_id, institution) references department (id, institution),
    constraint fk_account_pair foreign key (paired_account_id, institution) references account (id, institution)
        deferrable initially deferred,
    constraint fk_account_platform foreign key (platform) references platform (code),
    constraint ck_account_institution check (institution <> ''),
    constraint ck_account_name check (name <> ''),
    constraint ck_account_url check (url like 'https://%'),
    constraint ck_account_language check (language in ('ENGLISH', 'FRENCH', 'BILINGUAL')),
    constraint ck_account_entry check (entry in ('NEW', 'EXISTING')),
    constraint ck_account_pair check (paired_account_id <> id),
    constraint ck_account_status
        check (status in ('DRAFT', 'ATIP_CONSULTED', 'SUBMITTED', 'PERMITTED', 'ACTIVE', 'CLOSING', 'CLOSED'))
);

-- One live account an address, and one an id of the platform's, whosever it is: who registers another is told.
create unique index uq_account_url on account (url) where status <> 'CLOSED';
create unique index uq_account_key on account (platform, platform_account_key) where status <> 'CLOSED';
create index ix_account_institution on account (institution, id);
create index ix_account_department on account (department_id);
create index ix_account_url on account (url);

select kit.isolate('account');

-- Addresses that an account had before, so that a renamed handle stays findable, and one that somebody else took is told apart.
create table account_former_address
(
    id          uuid        not null,
    account_id  uuid        not null,
    institution text        not null,
    url         text        not null,
    handle      text,
    since       timestamptz not null,
    until       timestamptz not null,
    constraint pk_account_former_address primary key (id),
    constraint fk_account_former_address_account foreign key (account_id, institution)
        references account (id, institution) on update cascade
);

create index ix_account_former_address_account on account_former_address (account_id);
create index ix_account_former_address_url on account_former_address (url);

select kit.isolate('account_former_address');

-- Each step of an account on its way. Who took it stands in the audit; here, in which role.
create table account_status_change
(
    id          uuid        not null,
    account_id  uuid        not null,
    institution text        not null,
    from_status text,
    to_status   text        not null,
    changed_at  timestamptz not null,
    -- Null: a list brought it.
    role        text,
    constraint pk_account_status_change primary key (id),
    constraint fk_account_status_change_account foreign key (account_id, institution)
        references account (id, institution) on update cascade
);

create index ix_account_status_change_account on account_status_change (account_id);

select kit.isolate('account_status_change');
