-- The application role reads and writes rows. It makes no table, no temporary table and no function.
-- Run by the owner; the role itself is created beside the database, by whoever runs the server.

do $$
begin
    execute format('revoke all on database %I from public', current_database());
    execute format('grant connect on database %I to %I', current_database(), '${app-role}');
end
$$;

revoke all on schema public from public;
grant usage on schema public to "${app-role}";

-- Tables to come. Flyway's own history is there already, and stays out of reach.
alter default privileges in schema public grant select, insert, update, delete on tables to "${app-role}";
alter default privileges in schema public grant usage, select on sequences to "${app-role}";
