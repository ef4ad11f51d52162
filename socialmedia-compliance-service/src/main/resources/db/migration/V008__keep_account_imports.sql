-- Each import of a list of accounts: what became of its rows, and what differed from the list before. Of the institution that imported.

create table account_import
(
    id          uuid        not null,
    institution text        not null,
    imported_at timestamptz not null,
    rows        integer     not null,
    accepted    integer     not null,
    flagged     integer     not null,
    rejected    integer     not null,
    added       integer     not null,
    removed     integer     not null,
    renamed     integer     not null,
    changed     integer     not null,
    unchanged   integer     not null,
    -- The issues and the differences, in full, as they were answered.
    report      jsonb       not null,
    constraint pk_account_import primary key (id),
    constraint ck_account_import_rows check (accepted + flagged + rejected = rows)
);

create index ix_account_import_institution on account_import (institution, id);

select kit.isolate('account_import');
