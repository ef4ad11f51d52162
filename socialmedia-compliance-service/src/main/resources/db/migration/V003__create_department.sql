-- Departments and their sub-units, with the schedules of the Financial Administration Act that list them. The table belongs to
-- institutions. policy_department is null where it is not known.

create table department
(
    id                uuid   not null,
    institution       text   not null,
    name_en           text   not null,
    name_fr           text   not null,
    faa_schedules     text[] not null,
    policy_department boolean,
    parent_id         uuid,
    parent_basis      text,
    constraint pk_department primary key (id),
    constraint uq_department_institution unique (id, institution),
    -- The institution too, so that a sub-unit is never another institution's than its department.
    constraint fk_department_parent foreign key (parent_id, institution) references department (id, institution),
    constraint ck_department_institution check (institution <> ''),
    constraint ck_department_name check (name_en <> '' and name_fr <> ''),
    constraint ck_department_faa_schedules check (faa_schedules <@ array ['I', 'I_1', 'II', 'III', 'IV', 'V']),
    constraint ck_department_parent check (parent_id <> id and (parent_id is null) = (parent_basis is null))
);

create index ix_department_institution on department (institution, id);
create index ix_department_parent on department (parent_id);

select kit.isolate('department');
