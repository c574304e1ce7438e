# Statements in order, and what the diff says of each.
alter table customer add constraint positive check (price > 0)
  => unexpected check_constraint:.customer.positive
alter table customer alter check positive not enforced
  => changed check_constraint:.customer.positive enforced: true -> false
alter table customer alter check positive enforced
  => changed check_constraint:.customer.positive enforced: false -> true
alter table customer drop check positive, add constraint positive check (price >= 0 and (flag < 1 or flag = 2))
  => changed check_constraint:.customer.positive expression: `price` > 0 -> (`price` >= 0) and ((`flag` < 1) or (`flag` = 2))
alter table customer drop check positive
  => missing check_constraint:.customer.positive
alter table customer modify price decimal(10,2) default 1.5 check (price > 1)
  => unexpected check_constraint:.customer.customer_chk_1
alter table customer drop check customer_chk_1
  => missing check_constraint:.customer.customer_chk_1
alter table customer alter column word set invisible
  => changed column:.customer.word invisible: false -> true
alter table customer alter column word set visible
  => changed column:.customer.word invisible: true -> false
alter table customer add hidden int invisible default 5
  => unexpected column:.customer.hidden
alter table customer drop hidden
  => missing column:.customer.hidden
alter table customer modify txt text default ('abc')
  => changed column:.customer.txt default: null -> ('abc')
alter table customer modify txt text
  => changed column:.customer.txt default: ('abc') -> null
alter table customer modify path varchar(20) default (concat('a', '''b'))
  => changed column:.customer.path default: 'a\\b' -> (concat('a','\'b'))
alter table customer modify path varchar(20) default 'a\\b'
  => changed column:.customer.path default: (concat('a','\'b')) -> 'a\\b'
create table keyed (a int, my_row_id bigint unsigned not null auto_increment invisible primary key)
  => unexpected table:.keyed (and 4 parts)
alter table keyed modify my_row_id bigint unsigned not null auto_increment visible
  => changed column:.keyed.my_row_id invisible: true -> false
drop table keyed
  => missing table:.keyed (and 4 parts)
create table vect (v vector(3), w vector(3) not null)
  => unexpected table:.vect (and 2 parts)
alter table vect modify v vector(4)
  => changed column:.vect.v type: vector(3) -> vector(4)
drop table vect
  => missing table:.vect (and 2 parts)
create table multi (j json, index mv ((cast(j->'$.a' as unsigned array))))
  => unexpected table:.multi (and 2 parts)
drop table multi
  => missing table:.multi (and 2 parts)
create view paren as (select id from orders) union all (select id from customer order by id limit 1)
  => unexpected view:.paren (and 1 parts)
create or replace view paren as select id from orders intersect select id from customer
  => changed view:.paren definition: select `orders`.`id` AS `id` from `orders` union all (select `customer`.`id` AS `id` from `customer` order by `customer`.`id` limit 1) -> select `orders`.`id` AS `id` from `orders` intersect select `customer`.`id` AS `id` from `customer`
drop view paren
  => missing view:.paren (and 1 parts)
create or replace algorithm=temptable view recent as select orders.id from orders where orders.qty > 1
  => changed view:.recent algorithm: UNDEFINED -> TEMPTABLE
  => changed view:.recent definition: select `orders`.`id` AS `id` from `orders` where ((`orders`.`qty` > 1) and ((`orders`.`price` < 5) or (`orders`.`price` is null))) -> select `orders`.`id` AS `id` from `orders` where (`orders`.`qty` > 1)
  => changed view:.recent security: INVOKER -> DEFINER
alter table orders secondary_engine_attribute='{"b": 2}'
  => changed table:.orders secondary_engine_attribute: null -> {"b": 2}
alter table orders autoextend_size=4M
  => changed table:.orders autoextend_size: null -> 4194304
alter table orders row_format=dynamic key_block_size=0
  => changed table:.orders options: {key_block_size=8} -> null
  => changed table:.orders row_format: COMPRESSED -> DYNAMIC
create table engines (a int, b varchar(10), key kb (b))
  => unexpected table:.engines (and 3 parts)
alter table engines modify a int secondary_engine_attribute='{"x": "its"}'
  => changed column:.engines.a secondary_engine_attribute: null -> {"x": "its"}
alter table engines modify a int
  => changed column:.engines.a secondary_engine_attribute: {"x": "its"} -> null
alter table engines drop key kb, add key kb (b) secondary_engine_attribute='{"s": 1}' comment 'k'
  => changed index:.engines.kb comment: null -> k
  => changed index:.engines.kb secondary_engine_attribute: null -> {"s": 1}
alter table engines drop key kb, add key kb (b)
  => changed index:.engines.kb comment: k -> null
  => changed index:.engines.kb secondary_engine_attribute: {"s": 1} -> null
alter table engines add constraint sets check (b in ('a', _latin1'b'))
  => unexpected check_constraint:.engines.sets
alter table engines drop check sets, add constraint sets check (b in ('a', 'b'))
  => changed check_constraint:.engines.sets expression: `b` in ('a',_latin1'b') -> `b` in ('a','b')
alter table engines modify b varchar(10) collate utf8mb4_general_ci -- unread
  => changed column:.engines.b collation_stated: false -> true
alter table engines modify b varchar(10) -- unread
  => changed column:.engines.b collation_stated: true -> false
alter table engines modify b varchar(10) collate utf8mb4_bin
  => changed column:.engines.b collation: null -> utf8mb4_bin
alter table engines collate utf8mb4_bin
  => changed table:.engines collation: utf8mb4_general_ci -> utf8mb4_bin
  => changed column:.engines.b collation: utf8mb4_bin -> null
drop table engines
  => missing table:.engines (and 4 parts)
create user mut_ann@'localhost' identified with caching_sha2_password by 'x'
  => unexpected role:mut_ann@localhost
alter user mut_ann@'localhost' attribute '{"team": "a"}'
  => changed role:mut_ann@localhost metadata: null -> {"team": "a"}
alter user mut_ann@'localhost' comment 'hello'
  => changed role:mut_ann@localhost metadata: {"team": "a"} -> {"team": "a", "comment": "hello"}
alter user mut_ann@'localhost' identified by 'z' retain current password -- unseen
  => changed role:mut_ann@localhost has_second_password: false -> true
alter user mut_ann@'localhost' discard old password -- unseen
  => changed role:mut_ann@localhost has_second_password: true -> false
alter user mut_ann@'localhost' failed_login_attempts 3 password_lock_time 2
  => changed role:mut_ann@localhost failed_logins: null -> 3
  => changed role:mut_ann@localhost lock_days: null -> 2
alter user mut_ann@'localhost' require cipher 'AES256-SHA'
  => changed role:mut_ann@localhost ssl: NONE -> SPECIFIED
  => changed role:mut_ann@localhost ssl_requirements: null -> CIPHER "AES256-SHA"
alter user mut_ann@'localhost' with max_updates_per_hour 3 max_connections_per_hour 4
  => changed role:mut_ann@localhost max_connections: 0 -> 4
  => changed role:mut_ann@localhost max_updates: 0 -> 3
alter user mut_ann@'localhost' password expire interval 3 day
  => changed role:mut_ann@localhost password_lifetime: null -> 3
grant select, insert, super, shutdown, backup_admin, role_admin on *.* to mut_ann@'localhost' with grant option
  => unexpected grant:server.server.mut_ann@localhost
revoke super on *.* from mut_ann@'localhost'
  => changed grant:server.server.mut_ann@localhost grantable: [BACKUP_ADMIN, INSERT, ROLE_ADMIN, SELECT, SHUTDOWN, SUPER] -> [BACKUP_ADMIN, INSERT, ROLE_ADMIN, SELECT, SHUTDOWN]
  => changed grant:server.server.mut_ann@localhost privileges: [BACKUP_ADMIN, INSERT, ROLE_ADMIN, SELECT, SHUTDOWN, SUPER] -> [BACKUP_ADMIN, INSERT, ROLE_ADMIN, SELECT, SHUTDOWN]
revoke all privileges, grant option from mut_ann@'localhost'
  => missing grant:server.server.mut_ann@localhost
grant all on mutations.* to mut_ann@'localhost'
  => unexpected grant:schema."".mut_ann@localhost
revoke drop on mutations.* from mut_ann@'localhost'
  => changed grant:schema."".mut_ann@localhost privileges: [ALTER, ALTER ROUTINE, CREATE, CREATE ROUTINE, CREATE TEMPORARY TABLES, CREATE VIEW, DELETE, DROP, EVENT, EXECUTE, INDEX, INSERT, LOCK TABLES, REFERENCES, SELECT, SHOW VIEW, TRIGGER, UPDATE] -> [ALTER, ALTER ROUTINE, CREATE, CREATE ROUTINE, CREATE TEMPORARY TABLES, CREATE VIEW, DELETE, EVENT, EXECUTE, INDEX, INSERT, LOCK TABLES, REFERENCES, SELECT, SHOW VIEW, TRIGGER, UPDATE]
grant select on `mut%`.* to mut_ann@'localhost'
  => unexpected grant:schema.mut%.mut_ann@localhost
grant create, references (id), insert (name, email) on mutations.customer to mut_ann@'localhost'
  => unexpected grant:column."".customer.email.mut_ann@localhost
  => unexpected grant:column."".customer.id.mut_ann@localhost
  => unexpected grant:column."".customer.name.mut_ann@localhost
  => unexpected grant:table."".customer.mut_ann@localhost
grant show view, create view on mutations.recent to mut_ann@'localhost'
  => unexpected grant:view."".recent.mut_ann@localhost
grant all on mutations.customer to mut_ann@'localhost'
  => changed grant:table."".customer.mut_ann@localhost privileges: [CREATE] -> [ALTER, CREATE, CREATE VIEW, DELETE, DROP, INDEX, INSERT, REFERENCES, SELECT, SHOW VIEW, TRIGGER, UPDATE]
grant create routine, alter routine on mutations.* to mut_ann@'localhost'
grant role_admin, system_variables_admin on *.* to mut_ann@'localhost' with grant option
  => unexpected grant:server.server.mut_ann@localhost
revoke grant option on *.* from mut_ann@'localhost'
drop user mut_ann@'localhost'
  => missing grant:column."".customer.email.mut_ann@localhost
  => missing grant:column."".customer.id.mut_ann@localhost
  => missing grant:column."".customer.name.mut_ann@localhost
  => missing role:mut_ann@localhost
  => missing grant:schema."".mut_ann@localhost
  => missing grant:schema.mut%.mut_ann@localhost
  => missing grant:server.server.mut_ann@localhost
  => missing grant:table."".customer.mut_ann@localhost
  => missing grant:view."".recent.mut_ann@localhost
set global partial_revokes = on -- unseen
  => changed setting:partial_revokes value: OFF -> ON
create user mut_ann@'localhost'
  => unexpected role:mut_ann@localhost
grant select, insert, create on *.* to mut_ann@'localhost'
  => unexpected grant:server.server.mut_ann@localhost
revoke select, create on mutations.* from mut_ann@'localhost'
  => changed role:mut_ann@localhost restrictions: [] -> [CREATE ON "", SELECT ON ""]
grant create on mutations.* to mut_ann@'localhost'
  => changed role:mut_ann@localhost restrictions: [CREATE ON "", SELECT ON ""] -> [SELECT ON ""]
drop user mut_ann@'localhost'
  => missing role:mut_ann@localhost
  => missing grant:server.server.mut_ann@localhost
set global partial_revokes = off -- unseen
  => changed setting:partial_revokes value: ON -> OFF
alter database mutations read only = 1
  => changed schema: read_only: false -> true
alter database mutations read only = 0
  => changed schema: read_only: true -> false
set time_zone = '+05:00'
create table moments (a int, s timestamp null default '2020-01-01 05:00:00', t timestamp(2) null default '2020-01-01 00:00:00.25' on update current_timestamp(2) comment 'DEFAULT ''x''' invisible)
  => unexpected table:.moments (and 3 parts)
alter table moments modify s timestamp null default '2020-01-01 00:00:00'
  => changed column:.moments.s default: '2020-01-01 00:00:00' -> '2019-12-31 19:00:00'
set time_zone = 'SYSTEM'
alter table moments modify s timestamp null default '2020-01-01 00:00:00'
  => changed column:.moments.s default: '2019-12-31 19:00:00' -> '2020-01-01 00:00:00'
alter table moments comment 'made anew', algorithm=copy
  => changed table:.moments comment: null -> made anew
drop table moments
  => missing table:.moments (and 3 parts)
create table sets (a varchar(9), b text default ('x'), g varchar(9) as (concat(a, 'x')), key k ((concat(a, 'x'))), constraint c check (a <> 'x'), constraint d check (a > date'2020-01-01' or a = 'it''s'))
  => unexpected table:.sets (and 6 parts)
alter table sets modify b text default (_latin1'x') -- unread
  => changed column:.sets.b introducers: null -> {1=_latin1}
alter table sets modify g varchar(9) as (_latin1'x')
  => changed column:.sets.g generated: concat(`a`,'x') -> 'x'
alter table sets modify g varchar(9) as ('x') -- unread
  => changed column:.sets.g introducers: {1=_latin1} -> null
alter table sets drop check c, add constraint c check (a <> _latin1'x')
  => changed check_constraint:.sets.c expression: `a` <> 'x' -> `a` <> _latin1'x'
alter table sets drop check c, add constraint c check (a <> n'x')
  => changed check_constraint:.sets.c expression: `a` <> _latin1'x' -> `a` <> _utf8mb3'x'
alter table sets modify g varchar(9) as (concat(a, _latin1'x'))
  => changed check_constraint:.sets.c expression: `a` <> _utf8mb3'x' -> `a` <> 'x'
  => changed column:.sets.g generated: 'x' -> concat(`a`,'x')
alter table sets drop key k, add key k ((concat(a, _utf8mb3'x')))
set collation_connection = latin1_swedish_ci
alter table sets drop check c, add constraint c check (a <> 'x' and a <> _utf8mb4'_utf8mb4''y')
  => changed check_constraint:.sets.c expression: `a` <> 'x' -> (`a` <> _latin1'x') and (`a` <> '_utf8mb4\'y')
set collation_connection = utf8mb4_general_ci
alter table sets drop check c, add constraint c check (a <> 'x' and a <> '_utf8mb4''y')
  => changed check_constraint:.sets.c expression: (`a` <> _latin1'x') and (`a` <> '_utf8mb4\'y') -> (`a` <> 'x') and (`a` <> '_utf8mb4\'y')
drop table sets
  => missing table:.sets (and 6 parts)
create user mut_ann@'localhost'
  => unexpected role:mut_ann@localhost
grant usage on procedure mutations.find_name to mut_ann@'localhost'
grant usage on procedure mutations.find_name to mut_ann@'localhost' with grant option
  => unexpected grant:routine."".find_name.mut_ann@localhost
drop user mut_ann@'localhost'
  => missing role:mut_ann@localhost
  => missing grant:routine."".find_name.mut_ann@localhost
create table sec (a int) secondary_engine=rapid
  => unexpected table:.sec (and 1 parts)
alter table sec secondary_engine=null
  => changed table:.sec options: {secondary_engine=rapid} -> null
drop table sec
  => missing table:.sec (and 1 parts)
