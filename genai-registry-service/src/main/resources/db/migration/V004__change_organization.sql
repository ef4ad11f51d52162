-- A body can change, and each change counts.
alter table organization add column version integer not null default 0;

-- The list in the order of the names.
create index ix_organization_name on organization (name_fr, id);
