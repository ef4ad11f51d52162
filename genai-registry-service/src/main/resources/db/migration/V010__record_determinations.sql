-- Determinations that are kept: what was known, the rules it was judged by, and what they said. A row is never changed and never removed;
-- a new judgment is a new row.

create table recorded_determination
(
    id              uuid        not null,
    institution     text        not null,
    as_of           date        not null,
    known_at        timestamptz not null,
    ruleset_version text        not null,
    status          text        not null,
    reason_code     text        not null,
    -- The facts, sealed: they may hold open text of the institution's.
    facts           bytea       not null,
    -- Of the facts and the day, under a key: equal for equal cases, and proof of no guess.
    input_hash      text        not null,
    -- The answer as it was given, every word of it: the rules of then are not there for ever. No open text is in it.
    answer          text        not null,
    decided_at      timestamptz not null,
    constraint pk_recorded_determination primary key (id),
    constraint ck_recorded_determination_institution check (institution <> ''),
    constraint ck_recorded_determination_status
        check (status in ('NOT_COVERED', 'NOT_IN_FORCE', 'LIFTED', 'EXCEPTED', 'SUSPENDED', 'INDETERMINATE'))
);

create index ix_recorded_determination_institution on recorded_determination (institution, id);

select kit.isolate('recorded_determination');
revoke update, delete on recorded_determination from "${app-role}";
