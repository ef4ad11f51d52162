-- By what a list calls a department: its number in the Government of Canada's list of organizations (gc_orgID of gc-org-info), its
-- abbreviations, and other names that people write. imported_version is the version that the last import of departments left: a later
-- one is a person's change, which no import overwrites.

alter table department
    add column org_number       integer,
    add column abbreviation_en  text,
    add column abbreviation_fr  text,
    add column other_names      text[] not null default '{}',
    add column imported_version integer,
    add constraint ck_department_org_number check (org_number between 1 and 999999),
    add constraint ck_department_abbreviation check (abbreviation_en <> '' and abbreviation_fr <> '');

-- Of all institutions: a number names one body.
create unique index uq_department_org_number on department (org_number);
