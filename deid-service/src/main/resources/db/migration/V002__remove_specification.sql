-- What can be removed has a version, by which the caller says what it saw.
alter table specification add column version integer not null default 0;
