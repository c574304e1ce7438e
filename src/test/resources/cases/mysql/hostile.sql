-- Where a name can stand. $n is the name quoted, $l it as a text, $i a number of its own; $u the account.
-- Each block: the kind that differs when the object is gone; what makes it; what takes it away.
table
create table $n (id int)
drop table $n

column
create table col$i (id int, $n int)
alter table col$i drop column $n

column
create table def$i (id varchar(100) default $l)
alter table def$i alter id drop default

column
create table com$i (id int comment $l)
alter table com$i modify id int

table
create table tco$i (id int) comment = $l
alter table tco$i comment = ''

column
create table enu$i (id enum('a', $l))
alter table enu$i modify id enum('a')

column
create table gen$i ($n int, twice int as ($n * 2) stored)
alter table gen$i drop column twice

column
create table ged$i (id int, g varchar(200) as (concat($l, id)) virtual)
alter table ged$i drop column g

unique_constraint
create table uni$i (id int, unique key $n (id))
alter table uni$i drop key $n

index
create table ind$i (id int, key $n (id))
alter table ind$i drop key $n

index
create table inc$i ($n int, key k ($n))
alter table inc$i drop key k

primary_key
create table pri$i ($n int not null, primary key ($n))
alter table pri$i drop primary key

foreign_key
create table ref$i (id int primary key); create table for$i (id int, key (id), constraint $n foreign key (id) references ref$i (id))
alter table for$i drop foreign key $n

foreign_key
create table rfc$i ($n int primary key); create table fcc$i ($n int, key ($n), constraint fcc$i foreign key ($n) references rfc$i ($n))
alter table fcc$i drop foreign key fcc$i

view
create view vie$i as select 1 as $n, $l as b
drop view vie$i

view
create table vbt$i ($n int); create view vib$i as select $n from vbt$i where $n > 3
drop view vib$i

routine
create procedure $n () select $l
drop procedure $n

routine
create function fun$i ($n int) returns varchar(100) deterministic return $l
drop function fun$i

trigger
create table tri$i (id int); create trigger $n before insert on tri$i for each row set new.id = length($l)
drop trigger $n

event
create event $n on schedule every 1 day starts '2030-01-01 00:00:00' disable comment $l do select $l
drop event $n

role
create user $u
drop user $u

grant
create table gra$i (id int); create user $g; grant select on gra$i to $g
revoke select on gra$i from $g

grant
create table grc$i ($n int); grant select ($n) on grc$i to some_user
revoke select ($n) on grc$i from some_user
