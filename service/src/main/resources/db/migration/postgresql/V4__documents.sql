-- Documents are written once and seldom read. PostgreSQL's own compression took more processor time than all else about storing
-- one: lz4 costs next to nothing, and a server that was built without it keeps them as they are.
do $$
begin
    alter table evaluation alter column case_file set compression lz4, alter column outcome set compression lz4;
exception
    when feature_not_supported or syntax_error then
        alter table evaluation alter column case_file set storage external, alter column outcome set storage external;
end
$$;
