-- What each process on this database says it has loaded. Nothing is decided by it: it is there to be looked at.
create table release_replica (
    id varchar(300) primary key,
    revision bigint not null,
    releases varchar(100000) not null,
    since timestamp(6) with time zone not null,
    errors varchar(100000) not null,
    heard timestamp(6) with time zone not null
);
