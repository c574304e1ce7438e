-- Where a name can stand. $n is the name quoted, $l it as a text, $i a number of its own.
-- Each block: the kind that differs when the object is gone; what makes it; what takes it away.
schema
create schema $n
drop schema $n

grant
create role $n; grant select on public.base to $n
revoke select on public.base from $n

table
create table h.$n (id int)
drop table h.$n

table
create table hw.$n ($n int default 1 primary key check ($n > 0), p int references hw.$n ($n), unique (p, $n)); create index on hw.$n ($n, (p + 1)) where $n > 3; comment on table hw.$n is $l; comment on column hw.$n.$n is $l
drop table hw.$n

column
create table hcol.c$i (id int, $n int)
alter table hcol.c$i drop column $n

column
create table hdef.d$i (id text default $l)
alter table hdef.d$i alter id drop default

column
create table hcom.d$i (id text); comment on column hcom.d$i.id is $l
comment on column hcom.d$i.id is null

primary_key
create table hkey.k$i (id int not null); alter table hkey.k$i add constraint $n primary key (id)
alter table hkey.k$i drop constraint $n

unique_constraint
create table huni.k$i (id int); alter table huni.k$i add constraint $n unique (id)
alter table huni.k$i drop constraint $n

check_constraint
create table hchk.k$i (id text); alter table hchk.k$i add constraint $n check (id <> $l)
alter table hchk.k$i drop constraint $n

foreign_key
create table hfor.k$i (id int); alter table hfor.k$i add constraint $n foreign key (id) references public.base (id)
alter table hfor.k$i drop constraint $n

exclusion_constraint
create table hexc.k$i (id int); alter table hexc.k$i add constraint $n exclude (id with =)
alter table hexc.k$i drop constraint $n

index
create table hind.k$i (id int); create index $n on hind.k$i (id)
drop index hind.$n

index
create table hinc.k$i ($n int); create index i$i on hinc.k$i (($n + 1), $n) where $n > 0
drop index hinc.i$i

view
create view hvie.$n as select id as $n from public.base
drop view hvie.$n

view
create table hvif.$n ($n text); create view hvif.w$i as select $n from hvif.$n where $n <> $l
drop view hvif.w$i

materialized_view
create materialized view hmat.$n as select id as $n from public.base
drop materialized view hmat.$n

sequence
create sequence hseq.$n
drop sequence hseq.$n

type
create type henu.$n as enum ($l, 'b')
drop type henu.$n

type
create domain hdom.$n as text constraint $n check (value <> $l) default $l
drop domain hdom.$n

type
create type hcmp.$n as ($n int)
drop type hcmp.$n

routine
create function hfun.$n ($n int) returns text language sql as $f$ select $l::text $f$
drop function hfun.$n

routine
create procedure hpro.$n () language plpgsql as $f$ begin perform $l; end $f$
drop procedure hpro.$n

routine
create type hagt.$n as enum ('a'); create function hagt.f$i (a hagt.$n) returns hagt.$n language sql as 'select $$1'
drop function hagt.f$i

trigger
create table htri.k$i (id int); create trigger $n before update on htri.k$i for each row execute function public.act($l)
drop trigger $n on htri.k$i

rule
create table hrul.k$i (id int); create rule $n as on delete to hrul.k$i do nothing
drop rule $n on hrul.k$i

policy
create table hpol.k$i (id text); create policy $n on hpol.k$i using (id <> $l)
drop policy $n on hpol.k$i

statistics
create table hsta.k$i (a int, $n int); create statistics hsta.$n on a, $n from hsta.k$i
drop statistics hsta.$n

collation
create collation hcol.$n (locale = 'C', provider = 'libc')
drop collation hcol.$n

text_search_configuration
create text search configuration htsc.$n (copy = pg_catalog.simple)
drop text search configuration htsc.$n

publication
create table hpub.$n (id int); create publication $n for table hpub.$n
drop publication $n

foreign_data_wrapper
create foreign data wrapper $n
drop foreign data wrapper $n

foreign_server
create server $n foreign data wrapper wrap options (host $l)
drop server $n

event_trigger
create event trigger $n on ddl_command_end execute function public.watch()
drop event trigger $n

grant
create table hgra.$n (id int, $n int); grant select on hgra.$n to some_role
revoke select on hgra.$n from some_role

grant
create table hgrc.$n (id int, $n int); grant select ($n) on hgrc.$n to some_role
revoke select ($n) on hgrc.$n from some_role
