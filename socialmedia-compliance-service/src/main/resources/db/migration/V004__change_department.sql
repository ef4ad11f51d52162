-- A department can change, and each change counts.
alter table department add column version integer not null default 0;

-- The list in the order of the names, in either language.
create index ix_department_name_en on department (name_en, id);
create index ix_department_name_fr on department (name_fr, id);
