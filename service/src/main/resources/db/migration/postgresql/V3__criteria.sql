-- Entries of a GIN index for the criteria that fired cost far less than rows of their own.
alter table evaluation add column criteria text[] not null;
create index evaluation_by_criterion on evaluation using gin (criteria);
