-- Row-level security by institution. A transaction says first for whom it works; a row of another institution is not there for it.
-- A transaction that says nothing sees nothing.

create schema kit;
grant usage on schema kit to "${app-role}";

-- Says for whom the transaction works, and keeps to it: a use case called inside another one joins its transaction, and may
-- neither change the institution nor make the transaction of its caller read-only.
create function kit.enter(institution text, sees_all boolean, writes_all boolean, read_only boolean) returns void
    language plpgsql as
$$
begin
    if current_setting('app.entered', true) = 'true' then
        if (current_setting('app.institution'), current_setting('app.sees_all'), current_setting('app.writes_all'))
            is distinct from (coalesce(institution, ''), sees_all::text, writes_all::text) then
            raise exception 'a transaction keeps the institution it began with';
        end if;
        return;
    end if;
    -- Local to the transaction. Afterwards a connection remembers empty strings, not nulls: the functions
    -- below know both.
    perform set_config('app.entered', 'true', true),
            set_config('app.institution', coalesce(institution, ''), true),
            set_config('app.sees_all', sees_all::text, true),
            set_config('app.writes_all', writes_all::text, true);
    if read_only then
        perform set_config('transaction_read_only', 'on', true);
    end if;
end
$$;

-- Whether the transaction may see a row of this institution.
create function kit.sees(institution text) returns boolean
    language sql stable parallel safe
    return coalesce(
        institution = nullif(current_setting('app.institution', true), '')
            or current_setting('app.sees_all', true) = 'true',
        false);

-- Whether the transaction may write one. To see all is not to write all.
create function kit.writes(institution text) returns boolean
    language sql stable parallel safe
    return coalesce(
        institution = nullif(current_setting('app.institution', true), '')
            or current_setting('app.writes_all', true) = 'true',
        false);

-- Puts a table under the rule, in one line of its migration: select kit.isolate('initiative');
-- Forced, so that the owner is bound too: a migration that touches rows calls kit.enter first.
create function kit.isolate(isolated regclass) returns void
    language plpgsql as
$$
begin
    execute format('alter table %s enable row level security', isolated);
    execute format('alter table %s force row level security', isolated);
    execute format('create policy reading on %s for select using (kit.sees(institution))', isolated);
    execute format('create policy adding on %s for insert with check (kit.writes(institution))', isolated);
    -- The row as it was, too: otherwise who sees a row could take it over, or delete it.
    execute format(
        'create policy changing on %s for update using (kit.writes(institution)) with check (kit.writes(institution))',
        isolated);
    execute format('create policy removing on %s for delete using (kit.writes(institution))', isolated);
end
$$;
