-- The answers to requests that carried an Idempotency-Key, for as long as the same request may come again. Nothing of a request or of
-- an answer is readable here: the key and the request are keyed hashes, the answer is sealed.

create table kit.idempotency_key
(
    -- Keyed hash of who asked for which operation with which key.
    lookup      text        not null,
    -- An empty text: who asked has no institution.
    institution text        not null,
    -- Keyed hash of the request.
    digest      text        not null,
    answer      bytea       not null,
    expires_at  timestamptz not null,
    constraint pk_idempotency_key primary key (lookup)
);

create index ix_idempotency_key_expires_at on kit.idempotency_key (expires_at);

alter table kit.idempotency_key enable row level security;
alter table kit.idempotency_key force row level security;
-- The institution's own, and nobody else's: to see all institutions' records is not to be answered in their place.
create policy answering on kit.idempotency_key
    using (current_setting('app.entered', true) = 'true' and institution = current_setting('app.institution', true))
    with check (current_setting('app.entered', true) = 'true' and institution = current_setting('app.institution', true));
-- The function below works as the owner, and forgets every institution's.
create policy reading_all on kit.idempotency_key for select to current_user using (true);
create policy forgetting on kit.idempotency_key for delete to current_user using (true);

grant select, insert, update on kit.idempotency_key to "${app-role}";

-- Forgets answers whose time is over, at most so many; answers with how many.
create function kit.forget_idempotency_keys(most integer) returns bigint
    language sql security definer set search_path = pg_catalog, pg_temp as
$$
    with expired as (
        select lookup from kit.idempotency_key where expires_at <= now() order by expires_at limit most),
    forgotten as (
        -- Asked again: meanwhile a new answer may have taken the place of the old one.
        delete from kit.idempotency_key k using expired
         where k.lookup = expired.lookup and k.expires_at <= now() returning 1)
    select count(*) from forgotten
$$;

revoke all on function kit.forget_idempotency_keys(integer) from public;
grant execute on function kit.forget_idempotency_keys(integer) to "${app-role}";
