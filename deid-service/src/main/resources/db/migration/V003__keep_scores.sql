-- Scores that nobody waited for: counts and names of columns, sealed with the service's key, never a value of any data. One never
-- changes, and is forgotten with the job that made it.
create table score (
    id          uuid  not null,
    institution text  not null,
    job         uuid  not null,
    sealed      bytea not null,
    constraint pk_score primary key (id),
    constraint fk_score_job foreign key (job) references job on delete cascade
);

create index ix_score_job on score (job);

select kit.isolate('score');

revoke update, delete on score from "${app-role}";
