-- People who may ask. A person's name is never given to another, so accounts are closed and not deleted.
create table account (
    person varchar(200) primary key,
    -- Those who log in here have a login and a password, those whom an issuer vouches for have neither.
    login varchar(190) unique,
    password varchar(300),
    roles varchar(400) not null,
    cadre varchar(200),
    active boolean not null,
    -- Counted up by whatever must end the person's sessions.
    era integer not null,
    created timestamp(6) with time zone not null
);

create table account_unit (
    person varchar(200) not null references account (person),
    unit varchar(200) not null,
    primary key (person, unit)
);

create table access_token (
    id varchar(16) primary key,
    person varchar(200) not null references account (person),
    name varchar(200) not null,
    hash varchar(64) not null,
    roles varchar(400) not null,
    created timestamp(6) with time zone not null,
    expires timestamp(6) with time zone not null,
    revoked timestamp(6) with time zone,
    last_used timestamp(6) with time zone
);

create index access_token_by_person on access_token (person, id);
