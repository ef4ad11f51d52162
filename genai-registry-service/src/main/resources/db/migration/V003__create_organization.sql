-- Public bodies and their categories under article 2 of the LGGRI. Both tables belong to institutions.

create table organization
(
    id          uuid not null,
    institution text not null,
    name_fr     text not null,
    name_en     text,
    constraint pk_organization primary key (id),
    constraint uq_organization_institution unique (id, institution),
    constraint ck_organization_institution check (institution <> ''),
    constraint ck_organization_name check (name_fr <> '' and name_en <> '')
);

create index ix_organization_institution on organization (institution, id);

select kit.isolate('organization');

-- valid_until is the first day after the period; none, and it lasts. subject_to_article2 is null where it is not known.
create table organization_category
(
    organization_id     uuid not null,
    institution         text not null,
    kind                text not null,
    subject_to_article2 boolean,
    valid_from          date not null,
    valid_until         date,
    proof_document      text not null,
    proof_issuer        text not null,
    proof_issued_on     date,
    proof_address       text,
    constraint pk_organization_category primary key (organization_id, valid_from),
    -- The institution too, so that a category is never another institution's than its body.
    constraint fk_organization_category_organization
        foreign key (organization_id, institution) references organization (id, institution),
    constraint ck_organization_category_kind
        check (kind in ('MINISTRY', 'BUDGET_BODY', 'NON_BUDGET_BODY', 'SCHOOL_BODY', 'CEGEP', 'UNIVERSITY', 'HEALTH_BODY',
                        'GOVERNMENT_ENTERPRISE', 'MUNICIPALITY', 'FEDERAL_INSTITUTION', 'OTHER')),
    constraint ck_organization_category_period check (valid_from < valid_until),
    constraint ck_organization_category_proof check (proof_document <> '' and proof_issuer <> '')
);

select kit.isolate('organization_category');
