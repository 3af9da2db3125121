-- Who did what: rows are added and never changed. The id holds the time, so newest first is the order of the key.
create table trace (
    id uuid primary key,
    at timestamp(6) with time zone not null,
    kind varchar(20) not null,
    -- Null if nobody proved who they are.
    person varchar(200),
    cadre varchar(200),
    evaluation uuid,
    what varchar(500) not null,
    why varchar(1000),
    address varchar(100) not null,
    -- Of what repeats, the first is a row at once, and all others of the same hour are a second row.
    times integer not null
);

create index trace_by_person on trace (person, id);
create index trace_by_cadre on trace (cadre, id);
create index trace_by_kind on trace (kind, id);
