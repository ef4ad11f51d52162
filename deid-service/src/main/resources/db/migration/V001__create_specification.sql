-- Descriptions of data sets, named by raw-body scores. No value of any data set is ever in here.
create table specification (
    id          uuid        not null,
    institution text        not null,
    created_at  timestamptz not null,
    body        text        not null,
    constraint pk_specification primary key (id)
);

create index ix_specification_institution on specification (institution, id);

select kit.isolate('specification');
