-- Work that one replica at a time may do, such as what is done every hour. Only this server's clock counts. The application reaches
-- the table through the functions below only.
create table kit.lease
(
    name       text        not null,
    -- Who has it, for one turn; nobody, if null.
    holder     uuid,
    taken_at   timestamptz,
    expires_at timestamptz,
    -- Not to be taken before.
    due_at     timestamptz not null default '-infinity',
    constraint pk_lease primary key (name),
    constraint ck_lease_held check ((holder is null) = (taken_at is null) and (holder is null) = (expires_at is null))
);

-- Takes a lease that is due and free, or whose holder let it expire. Answers 0, or after how many milliseconds to ask again.
create function kit.take_lease(wanted text, taker uuid, duration interval) returns bigint
    language plpgsql security definer set search_path = pg_catalog, pg_temp as
$$
declare
    wait bigint;
begin
    insert into kit.lease (name) values (wanted) on conflict (name) do nothing;
    update kit.lease l
       set holder = taker, taken_at = clock_timestamp(), expires_at = clock_timestamp() + duration
      from (select f.name from kit.lease f
             where f.name = wanted and f.due_at <= clock_timestamp()
               and (f.holder is null or f.expires_at <= clock_timestamp())
               for update skip locked) free
     where l.name = free.name;
    if found then
        return 0;
    end if;
    select ceil(extract(epoch from greatest(l.due_at, l.expires_at) - clock_timestamp()) * 1000) into wait
      from kit.lease l where l.name = wanted and isfinite(greatest(l.due_at, l.expires_at));
    return greatest(coalesce(wait, 1), 1);
end
$$;

-- Keeps a lease for so long from now. Answers whether it was still the holder's.
create function kit.renew_lease(wanted text, renewer uuid, duration interval) returns boolean
    language plpgsql security definer set search_path = pg_catalog, pg_temp as
$$
begin
    update kit.lease set expires_at = clock_timestamp() + duration where name = wanted and holder = renewer;
    return found;
end
$$;

-- Gives a lease back; it is due again so long after it was taken.
create function kit.release_lease(wanted text, releaser uuid, rest interval) returns boolean
    language plpgsql security definer set search_path = pg_catalog, pg_temp as
$$
begin
    update kit.lease set due_at = taken_at + rest, holder = null, taken_at = null, expires_at = null
     where name = wanted and holder = releaser;
    return found;
end
$$;
