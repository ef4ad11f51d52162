-- Long work, as every replica sees it: what it is, how far it is, how it ended. No value of the data it works on is ever in here.

-- A process that works on jobs. When it was last there is said by this server's clock alone. The application reaches it through
-- the functions below only.
create table kit.replica
(
    id      uuid        not null,
    seen_at timestamptz not null default clock_timestamp(),
    constraint pk_replica primary key (id)
);

create table job
(
    id               uuid             not null,
    institution      text             not null,
    kind             text             not null,
    status           text             not null default 'QUEUED',
    progress         double precision not null default 0,
    created_at       timestamptz      not null default clock_timestamp(),
    started_at       timestamptz,
    finished_at      timestamptz,
    -- JSON: links and figures.
    result           text,
    -- The code of a catalogue, and what it says in both languages as JSON; the texts of the kit's own codes are not repeated here.
    problem          text,
    explanation      text,
    cancel_requested boolean          not null default false,
    -- How often what a reader sees has changed.
    revision         integer          not null default 1,
    -- Whose it is, and the how-manieth owner that is: only that one may say how it goes on.
    owner            uuid,
    attempt          integer          not null default 1,
    -- How many of its owners were lost.
    losses           integer          not null default 0,
    -- Of a job that another replica may take over, until it is finished: for whom, with what, and how far it came. JSON.
    caller           text,
    parameters       text,
    reached          text,
    constraint pk_job primary key (id),
    constraint fk_job_owner foreign key (owner) references kit.replica,
    constraint ck_job_kind check (kind ~ '^[A-Z][A-Z0-9_]{0,63}$'),
    constraint ck_job_status check (status in ('QUEUED', 'RUNNING', 'SUCCEEDED', 'FAILED', 'CANCELLED')),
    constraint ck_job_progress check (progress between 0 and 1),
    constraint ck_job_running_has_owner check (status <> 'RUNNING' or owner is not null),
    constraint ck_job_resumable check ((caller is null) = (parameters is null)),
    constraint ck_job_failed_says_why check ((status = 'FAILED') = (problem is not null)),
    constraint ck_job_finished check ((status in ('SUCCEEDED', 'FAILED', 'CANCELLED')) = (finished_at is not null)),
    constraint ck_job_finished_keeps_nobody check (finished_at is null or (owner is null and caller is null and reached is null))
);
create index ix_job_institution on job (institution, id);
create index ix_job_owner on job (owner) where owner is not null;
create index ix_job_up_for_taking on job (created_at) where owner is null and status = 'QUEUED';
create index ix_job_finished_at on job (finished_at) where finished_at is not null;
select kit.isolate('job');
-- Forgetting is kit.forget_jobs.
revoke delete on job from "${app-role}";

-- What holds of every change, whoever makes it.
create function kit.settle_job() returns trigger
    language plpgsql as
$$
begin
    if old.finished_at is not null then
        raise exception 'a finished job does not change';
    end if;
    new.progress := greatest(old.progress, new.progress);
    if new.status in ('SUCCEEDED', 'FAILED', 'CANCELLED') then
        new.finished_at := clock_timestamp();
        new.owner := null;
        new.caller := null;
        new.parameters := null;
        new.reached := null;
    end if;
    if new.status = 'SUCCEEDED' then
        new.progress := 1;
    end if;
    if (new.status, new.progress) is distinct from (old.status, old.progress) then
        new.revision := old.revision + 1;
    end if;
    return new;
end
$$;
create trigger settle_job before update on job for each row execute function kit.settle_job();

-- What follows works for a replica, and so across institutions. Each function does one thing and widens its sight for it, until its
-- end; to widen it is the owner's alone, so that the application cannot do it for anything else.

create function kit.widen() returns text[]
    language plpgsql as
$$
declare
    narrow text[] := array [current_setting('app.sees_all', true), current_setting('app.writes_all', true)];
begin
    perform set_config('app.sees_all', 'true', true), set_config('app.writes_all', 'true', true);
    return narrow;
end
$$;
revoke execute on function kit.widen() from public;

create function kit.narrow(again text[]) returns void
    language plpgsql as
$$
begin
    perform set_config('app.sees_all', coalesce(again[1], ''), true),
            set_config('app.writes_all', coalesce(again[2], ''), true);
end
$$;
revoke execute on function kit.narrow(text[]) from public;

-- Makes a replica known, for the job that names it as its owner.
create function kit.enlist(replica uuid) returns uuid
    language plpgsql security definer set search_path = pg_catalog, pg_temp as
$$
begin
    insert into kit.replica (id) values (replica) on conflict (id) do nothing;
    return replica;
end
$$;

-- Says that a replica is there, and tells it which unfinished jobs are its own.
create function kit.beat(replica uuid) returns table (job uuid, attempt integer, cancel_requested boolean)
    language plpgsql security definer set search_path = pg_catalog, pg_temp as
$$
declare
    narrow text[] := kit.widen();
begin
    insert into kit.replica (id) values (replica) on conflict (id) do update set seen_at = clock_timestamp();
    return query select j.id, j.attempt, j.cancel_requested from public.job j where j.owner = replica;
    perform kit.narrow(narrow);
end
$$;

-- Takes jobs from their owners. One that can be taken over waits for it, unless it has cost too many owners already; any other has
-- failed, for this reason.
create function kit.release_jobs(owners uuid[], only_these uuid[], reason text, most_losses integer) returns bigint
    language plpgsql security definer set search_path = pg_catalog, pg_temp as
$$
declare
    narrow   text[] := kit.widen();
    released bigint;
begin
    with taken as (
        select id, losses + case reason when 'REPLICA_LOST' then 1 else 0 end as losses, cancel_requested, parameters
          from public.job
         where owner = any (owners) and (only_these is null or id = any (only_these))
           for update),
    next as (
        select id, losses,
               case
                   when cancel_requested then 'CANCELLED'
                   when parameters is null or losses >= most_losses then 'FAILED'
                   else 'QUEUED' end as status
          from taken)
    update public.job j
       set status     = next.status,
           problem    = case next.status when 'FAILED' then reason end,
           started_at = case next.status when 'QUEUED' then null else j.started_at end,
           owner      = null,
           losses     = next.losses
      from next
     where next.id = j.id;
    get diagnostics released = row_count;
    perform kit.narrow(narrow);
    return released;
end
$$;

-- Takes the jobs of replicas that have not been seen for so long.
create function kit.release_lost_jobs(lost_after interval, most_losses integer) returns bigint
    language plpgsql security definer set search_path = pg_catalog, pg_temp as
$$
declare
    lost uuid[] := array(select id from kit.replica where seen_at < clock_timestamp() - lost_after);
begin
    return kit.release_jobs(lost, null, 'REPLICA_LOST', most_losses);
end
$$;

-- Gives jobs that wait for an owner to this replica, oldest first; none of them to two.
create function kit.claim_jobs(replica uuid, kinds text[], most integer) returns setof public.job
    language plpgsql security definer set search_path = pg_catalog, pg_temp as
$$
declare
    narrow text[] := kit.widen();
begin
    perform kit.enlist(replica);
    return query
        with free as (
            select id from public.job
             where owner is null and status = 'QUEUED' and kind = any (kinds)
             order by created_at limit most
               for update skip locked)
        update public.job j set owner = replica, attempt = j.attempt + 1 from free where j.id = free.id
        returning j.*;
    perform kit.narrow(narrow);
end
$$;

-- Forgets jobs finished so long ago, and replicas that nobody has heard of for a day. A part at a time, so that none takes long.
create function kit.forget_jobs(finished_for interval, most integer) returns bigint
    language plpgsql security definer set search_path = pg_catalog, pg_temp as
$$
declare
    narrow    text[] := kit.widen();
    forgotten bigint;
begin
    delete from kit.replica r
     where r.seen_at < clock_timestamp() - interval '1 day' and not exists (select from public.job j where j.owner = r.id);
    delete from public.job
     where id in (select id from public.job where finished_at < clock_timestamp() - finished_for limit most);
    get diagnostics forgotten = row_count;
    perform kit.narrow(narrow);
    return forgotten;
end
$$;
