-- What is there first; after an empty line one change a line, each of which is undone.
alter default privileges for role app_owner revoke execute on functions from public;
alter default privileges for role app_owner in schema shop grant select on tables to reader;
create procedure public.here(text) language plpgsql as $$ begin execute format($1, current_database()); end $$;
call public.here('alter database %I set work_mem to ''16MB''');
call public.here('alter role reader in database %I set datestyle to ''ISO, DMY''');
call public.here('grant create on database %I to reader with grant option');
create function shop.back(int) returns int language sql as 'select 1';
revoke execute on function shop.back(int) from public; grant execute on function shop.back(int) to reader;
create type shop.gone as enum ('a'); revoke usage on type shop.gone from public;
create sequence shop.lost; create schema away;
alter default privileges grant execute on functions to app_user;
alter default privileges grant usage on types to app_user;
alter default privileges grant usage on sequences to app_user, public;
alter default privileges grant usage on schemas to app_user;
alter table shop.booking enable always rule note_rule; alter statistics shop.ext_stat set statistics 50;
alter table shop.part_2024 alter column id set default 5;
create table shop.part_2030 (id int not null, region text not null, at date not null);
create unique index ix_booking on shop.booking (during);

alter table shop.part_2024 alter column id drop default
alter table shop.orders drop constraint orders_customer_id_created_key; create unique index orders_customer_id_created_key on shop.orders (customer_id, created)
drop index shop.ix_booking; alter table shop.booking add constraint ix_booking unique (during)
alter table shop.part attach partition shop.part_2030 for values from ('2030-01-01') to ('2031-01-01')
alter table shop.orders drop constraint orders_customer_id_fkey, add constraint orders_customer_id_fkey foreign key (customer_id) references shop.customer on delete restrict not valid
drop rule note_rule on shop.booking
alter table shop.booking disable rule note_rule
drop statistics shop.ext_stat
alter statistics shop.ext_stat set statistics 70
alter statistics shop.ext_stat set statistics -1
drop function shop.back(int)
drop type shop.gone
drop sequence shop.lost
drop schema away
drop function shop.back(int); create function shop.back(int) returns bigint language sql as 'select 2::bigint'
drop function shop.back(int); create function shop.back(int) returns bigint language sql as 'select 2::bigint'; revoke all on function shop.back(int) from public, app_user; grant execute on function shop.back(int) to reader
alter default privileges for role app_owner grant execute on functions to public
alter default privileges for role app_owner revoke usage on types from public
alter default privileges for role app_owner revoke all on tables from app_owner
alter default privileges for role app_owner revoke insert, truncate on tables from app_owner
alter default privileges for role app_owner grant all on tables to app_owner with grant option
alter default privileges for role app_owner grant update on sequences to public; alter default privileges for role app_owner grant usage on sequences to reader with grant option
alter default privileges for role app_owner in schema shop revoke select on tables from reader
alter default privileges for role app_owner in schema shop grant select, insert on tables to reader with grant option
alter default privileges for role app_user in schema shop grant usage on types to app_owner
alter default privileges for role app_owner grant create on schemas to reader
call public.here('alter database %I set search_path to shop, "a ""b"')
call public.here('alter database %I set my.own to ''it''''s 100%% \ $do$''')
call public.here('alter database %I reset all')
call public.here('alter database %I connection limit 7')
call public.here('alter database %I is_template true')
call public.here('alter database %I owner to app_owner')
call public.here('comment on database %I is ''100%% it''''s''')
call public.here('grant connect on database %I to app_owner')
call public.here('revoke temporary on database %I from public')
call public.here('revoke all on database %I from reader')
call public.here('revoke grant option for create on database %I from reader')
call public.here('alter role reader in database %I set search_path to shop, public')
call public.here('alter role reader in database %I reset all')
call public.here('alter role app_owner in database %I set statement_timeout to ''3s''')
alter role all set lock_timeout = '2s'
