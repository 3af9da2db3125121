-- Not even the service's own user changes what was recorded. H2 has no triggers in SQL; there the file is the operator's.
create function trace_stays() returns trigger language plpgsql as $$
begin
    raise exception 'traces are added and never changed';
end $$;

create trigger trace_stays before update or delete or truncate on trace for each statement execute function trace_stays();
