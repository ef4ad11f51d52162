-- What published texts say about a technology. Shared by all institutions: a text belongs to none of them.

create table measure
(
    id                     uuid    not null default uuidv7(),
    instrument             text    not null,
    title_en               text    not null,
    title_fr               text    not null,
    english_is_unofficial  boolean not null,
    type                   text    not null,
    binding                boolean not null,
    issuer                 text    not null,
    announced_by           text    not null,
    addressee              text    not null,
    subject                text    not null,
    technology             text    not null,
    product                text,
    status                 text    not null,
    reported_on            date    not null,
    additional_scope_units text,
    additional_scope_phase text,
    successor_instrument   text,
    contact_email          text,
    constraint pk_measure primary key (id),
    constraint ck_measure_type check (type in ('SUSPENSION', 'VOLUNTARY_MORATORIUM', 'LIMITED_USE_DISCLOSURE')),
    constraint ck_measure_status check (status in ('ACTIVE_AS_REPORTED')),
    constraint ck_measure_additional_scope
        check ((additional_scope_units is null) = (additional_scope_phase is null))
);

-- A date is registered even where the text is silent: then it has a role and a note, and no day.
create table measure_date
(
    measure_id uuid     not null,
    position   smallint not null,
    role       text     not null,
    day        date,
    precision  text,
    basis      text     not null,
    note_en    text     not null,
    note_fr    text     not null,
    paragraph  text,
    quote      text,
    constraint pk_measure_date primary key (measure_id, role),
    constraint fk_measure_date_measure foreign key (measure_id) references measure (id),
    constraint uq_measure_date_position unique (measure_id, position),
    constraint ck_measure_date_role check (role in ('ANNOUNCED', 'DISCLOSED', 'START', 'USE_START', 'END', 'IN_FORCE_FROM',
                                                    'IN_FORCE_NOT_LATER_THAN', 'CONCLUSIONS_COMMUNICATED', 'REPLACED')),
    constraint ck_measure_date_precision check (precision in ('DAY', 'MONTH_APPROX')),
    constraint ck_measure_date_basis check (basis in ('STATED', 'INFERRED', 'NOT_STATED')),
    constraint ck_measure_date_day check ((basis = 'NOT_STATED') = (day is null) and (day is null) = (precision is null)),
    constraint ck_measure_date_quote
        check ((paragraph is null) = (quote is null) and (basis = 'NOT_STATED' or quote is not null))
);

-- What the text says, in its order, never without its words.
create table measure_statement
(
    measure_id uuid     not null,
    position   smallint not null,
    kind       text     not null,
    code       text     not null,
    basis      text     not null,
    quantity   bigint,
    unit       text,
    period     text,
    message_en text     not null,
    message_fr text     not null,
    paragraph  text     not null,
    quote      text     not null,
    constraint pk_measure_statement primary key (measure_id, position),
    constraint fk_measure_statement_measure foreign key (measure_id) references measure (id),
    constraint uq_measure_statement_code unique (measure_id, code),
    constraint ck_measure_statement_kind
        check (kind in ('SCOPE', 'ADDITIONAL_SCOPE', 'REASON', 'PHASE', 'PERMITTED_USE', 'EXCEPTION', 'RECOMMENDATION',
                        'AUTHORIZED_USERS', 'QUANTITY', 'CONTEXT_FIGURE', 'COMMITMENT', 'END_CONDITION', 'ADDRESSEE_POSITION', 'OBSERVATION',
                        'PRINCIPLE', 'CONTACT')),
    constraint ck_measure_statement_basis check (basis in ('STATED', 'INFERRED')),
    constraint ck_measure_statement_quantity
        check ((quantity is not null) = (kind in ('QUANTITY', 'CONTEXT_FIGURE'))
            and (quantity is null) = (unit is null) and (period is null or quantity is not null)),
    constraint ck_measure_statement_quote check (quote <> '')
);

-- Later public news: a reason to check, never a citation.
create table measure_public_report
(
    measure_id  uuid not null,
    reported_on date not null,
    source      text not null,
    constraint pk_measure_public_report primary key (measure_id, reported_on, source),
    constraint fk_measure_public_report_measure foreign key (measure_id) references measure (id)
);

-- What a text says changes by a migration only: the application reads it.
revoke insert, update, delete on measure, measure_date, measure_statement, measure_public_report from "${app-role}";
