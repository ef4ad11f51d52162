-- The record of every change: a chain of events, each of whose hashes covers the event before it. The application appends through one
-- function and reads; it neither changes nor removes what was appended. An event that was changed, removed or slipped in behind its
-- back breaks the chain, and the break is found (ChainWalk).

-- Everything that is said of an event stands in content, canonical JSON (RFC 8785), and is what the hash covers. The columns after
-- the hash are read from it by PostgreSQL, so that they cannot say anything else.
create table kit.audit_event
(
    sequence      bigint not null,
    content       text   not null,
    previous_hash bytea  not null,
    hash          bytea  not null,
    id            uuid   not null generated always as ((content::jsonb ->> 'id')::uuid) stored,
    -- An empty text: the event belongs to no institution and is for all to see.
    institution   text   not null generated always as (content::jsonb ->> 'institution') stored,
    actor         text   not null generated always as (content::jsonb -> 'actor' ->> 'subject') stored,
    action        text   not null generated always as (content::jsonb ->> 'action') stored,
    entity_type   text   not null generated always as (content::jsonb -> 'entity' ->> 'type') stored,
    entity_id     text   not null generated always as (content::jsonb -> 'entity' ->> 'id') stored,
    -- Always as many digits, so that the order of the texts is that of the instants.
    at            text collate "C" not null generated always as (content::jsonb ->> 'at') stored,
    constraint pk_audit_event primary key (sequence),
    constraint uq_audit_event_id unique (id),
    constraint ck_audit_event_hash check (octet_length(previous_hash) = 32 and octet_length(hash) = 32)
);

create index ix_audit_event_institution on kit.audit_event (institution, sequence);
create index ix_audit_event_entity on kit.audit_event (entity_type, entity_id, sequence);
create index ix_audit_event_actor on kit.audit_event (actor, sequence);

-- The last event appended. Its row is locked from there to the end of the commit: no number is skipped, and the order of the numbers
-- is that of the commits, so that who reads on after a number misses nothing.
create table kit.audit_head
(
    only_row boolean not null default true,
    sequence bigint  not null,
    hash     bytea   not null,
    constraint pk_audit_head primary key (only_row),
    constraint ck_audit_head_only_row check (only_row)
) with (fillfactor = 10);

-- The last event retired: the chain goes on from its hash.
create table kit.audit_checkpoint
(
    only_row boolean not null default true,
    sequence bigint  not null,
    hash     bytea   not null,
    constraint pk_audit_checkpoint primary key (only_row),
    constraint ck_audit_checkpoint_only_row check (only_row)
);

insert into kit.audit_head (sequence, hash) values (0, decode(repeat('00', 32), 'hex'));
insert into kit.audit_checkpoint (sequence, hash) values (0, decode(repeat('00', 32), 'hex'));

alter table kit.audit_event enable row level security;
alter table kit.audit_event force row level security;
create policy reading on kit.audit_event for select
    using (institution = '' and current_setting('app.entered', true) = 'true' or kit.sees(institution));
-- Holds in the functions below too, which work as the owner: the table is under the rule by force.
create policy appending on kit.audit_event for insert
    with check (institution = '' and current_setting('app.entered', true) = 'true' or kit.writes(institution));
-- The functions below work as the owner, and retire every institution's.
create policy reading_all on kit.audit_event for select to current_user using (true);
create policy retiring on kit.audit_event for delete to current_user using (true);

grant select on kit.audit_event, kit.audit_head, kit.audit_checkpoint to "${app-role}";

-- What a transaction will append when it commits: never seen by another one, and gone with the commit. Not logged, since nothing of it
-- outlives a crash.
create unlogged table kit.audit_pending
(
    id       bigint generated always as identity,
    contents text[] not null,
    constraint pk_audit_pending primary key (id)
) with (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 5000);

-- Appends events at the end of the transaction, the last statement of which this is.
create function kit.append_audit(contents text[]) returns void
    language sql security definer set search_path = pg_catalog, pg_temp
    begin atomic
        insert into kit.audit_pending (contents) values (contents);
    end;

-- Runs within the commit: the head is locked while PostgreSQL appends and writes to the disk, and not while it waits for a client.
create function kit.append_pending() returns trigger
    language plpgsql security definer set search_path = pg_catalog, pg_temp as
$$
declare
    head     kit.audit_head;
    appended text;
    fresh    bytea;
begin
    delete from kit.audit_pending where id = new.id;
    select * into strict head from kit.audit_head for update;
    foreach appended in array new.contents
        loop
            head.sequence := head.sequence + 1;
            -- int8send is the number as eight bytes, the highest first.
            fresh := sha256(head.hash || int8send(head.sequence) || convert_to(appended, 'UTF8'));
            insert into kit.audit_event (sequence, content, previous_hash, hash)
            values (head.sequence, appended, head.hash, fresh);
            head.hash := fresh;
        end loop;
    update kit.audit_head set sequence = head.sequence, hash = head.hash;
    return null;
end
$$;

create constraint trigger append after insert on kit.audit_pending
    deferrable initially deferred for each row execute function kit.append_pending();

-- Retires the oldest events, as many as there are from before an instant and at most so many; answers with the last one retired, or
-- with nothing. It goes no further than a chain that is whole: a break stays to be found.
create function kit.retire_audit(older_than timestamptz, most integer)
    returns table (events bigint, through bigint, hash text)
    language plpgsql security definer set search_path = pg_catalog, pg_temp as
$$
declare
    checkpoint kit.audit_checkpoint;
    oldest     record;
    limit_text text := to_char(older_than at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"');
begin
    -- Whatever the setting says: two years is what section 4 of the Privacy Regulations (SOR/83-508) asks for at least, and a
    -- service that was taken over must not be able to wipe out what it did.
    if older_than > now() - interval '2 years' then
        raise exception 'an event is kept for two years at least';
    end if;
    select * into strict checkpoint from kit.audit_checkpoint for update;
    events := 0;
    for oldest in select e.sequence, e.content, e.previous_hash, e.hash, e.at
                    from kit.audit_event e order by e.sequence limit most
        loop
            exit when oldest.at >= limit_text;
            if oldest.sequence <> checkpoint.sequence + 1
                or oldest.previous_hash <> checkpoint.hash
                or oldest.hash <> sha256(checkpoint.hash || int8send(oldest.sequence)
                                             || convert_to(oldest.content, 'UTF8')) then
                raise exception 'the chain is broken at %', checkpoint.sequence + 1;
            end if;
            checkpoint.sequence := oldest.sequence;
            checkpoint.hash := oldest.hash;
            events := events + 1;
        end loop;
    if events = 0 then
        return;
    end if;
    delete from kit.audit_event e where e.sequence <= checkpoint.sequence;
    update kit.audit_checkpoint c set sequence = checkpoint.sequence, hash = checkpoint.hash;
    through := checkpoint.sequence;
    hash := encode(checkpoint.hash, 'hex');
    return next;
end
$$;

revoke all on function kit.append_audit(text[]), kit.append_pending(), kit.retire_audit(timestamptz, integer) from public;
grant execute on function kit.append_audit(text[]), kit.retire_audit(timestamptz, integer) to "${app-role}";
