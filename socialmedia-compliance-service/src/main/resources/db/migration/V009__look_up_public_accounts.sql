-- Whether an address is an official account's, for anybody: of every institution's accounts, and of each only what is public. One row an
-- account that has or had the address, those that have it first. An account that is not permitted yet is nobody's business.
create function public_account(asked text)
    returns table (status text, current boolean, platform text, name text, language text, url text, until timestamptz,
                   department_en text, department_fr text)
    language plpgsql security definer set search_path = public, pg_catalog, pg_temp as
$$
declare
    narrow text[] := kit.widen();
begin
    return query
        select a.status, a.url = asked, a.platform, a.name, a.language, a.url,
               (select max(f.until) from account_former_address f where f.account_id = a.id and f.url = asked),
               d.name_en, d.name_fr
          from account a
          left join department d on d.id = a.department_id
         where a.status in ('ACTIVE', 'CLOSING', 'CLOSED')
           and (a.url = asked or exists (select from account_former_address f where f.account_id = a.id and f.url = asked))
         order by a.url = asked desc, a.status = 'CLOSED', a.id desc
         limit 10;
    perform kit.narrow(narrow);
end
$$;

revoke execute on function public_account(text) from public;
grant execute on function public_account(text) to "${app-role}";
