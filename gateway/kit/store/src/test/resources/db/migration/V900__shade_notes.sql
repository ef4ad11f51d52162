-- For sorting by what not every row has, and for changes that overtake each other.
alter table note add column shade text;

create table draft
(
    id          uuid    not null,
    institution text    not null,
    version     integer not null default 0,
    words       text    not null,
    constraint pk_draft primary key (id)
);
select kit.isolate('draft');
