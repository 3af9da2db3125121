-- Approved releases that a process has loaded already, so that they can be in force at once.
alter table release_replica add column prepared varchar(100000) default '[]' not null;
