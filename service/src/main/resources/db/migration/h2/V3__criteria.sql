create table evaluation_criterion (
    criterion varchar(200) not null,
    evaluation uuid not null,
    primary key (criterion, evaluation)
);
