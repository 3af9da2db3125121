-- The tree of units. A unit without a parent stands directly below the root, which has no row and is given as "*".
create table unit (
    code varchar(200) primary key,
    name varchar(200) not null,
    parent varchar(200) references unit (code)
);

create index unit_by_parent on unit (parent);

-- Each unit with itself and with every unit above it: what is within a unit is a condition of a query, however many that are.
create table unit_within (
    within varchar(200) not null references unit (code),
    unit varchar(200) not null references unit (code),
    primary key (within, unit)
);

create index unit_within_upwards on unit_within (unit, within);

-- One row. Every change counts it up first, so that changes follow one another and other processes see that there was one.
create table unit_tree (
    revision bigint not null
);

insert into unit_tree (revision) values (1);
