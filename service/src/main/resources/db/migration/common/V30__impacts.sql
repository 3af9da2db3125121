-- Jobs that learn what a candidate would make of evaluations that are stored. What a job has added up so far is committed with
-- the last evaluation that it has added, so that whoever takes it up again goes on behind that one.
create table impact (
    id uuid primary key,
    candidate varchar(71) not null,
    version varchar(200) not null,
    person varchar(200) not null,
    created timestamp(6) with time zone not null,
    unit varchar(200),
    edition varchar(200),
    grade varchar(200),
    period_from date,
    period_to date,
    share numeric(9, 8) not null,
    seed varchar(200) not null,
    -- The last evaluation that belongs to the population; later ones do not, nor does what they supersede leave it.
    last_evaluation uuid,
    evaluations bigint not null,
    status varchar(20) not null,
    -- The evaluation up to which all are added, and how many were looked at.
    reached uuid,
    looked_at bigint not null,
    left_out bigint not null,
    state document,
    report_digest varchar(71),
    report document,
    failure varchar(2000),
    finished timestamp(6) with time zone,
    -- Which process works at it, and until when the others leave it alone.
    holder uuid,
    leased_until timestamp(6) with time zone
);

create index impact_by_candidate on impact (candidate, id);
create index impact_by_status on impact (status, id);

create table impact_mover (
    impact uuid not null,
    evaluation uuid not null,
    unit varchar(200) not null,
    cadre varchar(200) not null,
    mover document not null,
    primary key (impact, evaluation)
);
