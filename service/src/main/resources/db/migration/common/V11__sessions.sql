-- Logins from browsers: like tokens, only the hash of what proves one is kept.
create table access_session (
    hash varchar(64) primary key,
    person varchar(200) not null references account (person),
    -- The account's when the session began; another one now ends it.
    era integer not null,
    seen timestamp(6) with time zone not null,
    expires timestamp(6) with time zone not null
);

create index access_session_by_person on access_session (person);
