# Statements in order, and what the diff says of each.
alter table customer add constraint positive check (price > 0)
  => unexpected check_constraint:.customer.positive
alter table customer drop constraint positive
  => missing check_constraint:.customer.positive
alter table customer add constraint positive check (price >= 0)
  => unexpected check_constraint:.customer.positive
alter table customer drop constraint positive, add constraint positive check (price >= 0 and price < 100 or flag = 2)
  => changed check_constraint:.customer.positive expression: `price` >= 0 -> `price` >= 0 and `price` < 100 or `flag` = 2
alter table customer drop constraint positive
  => missing check_constraint:.customer.positive
alter table customer modify price decimal(10,2) default 1.5 check (price > 1)
  => unexpected check_constraint:.customer.price
alter table customer add constraint price check (price > -1)
  => unexpected check_constraint:.customer.price/table
alter table customer drop constraint price
  => missing check_constraint:.customer.price/table
alter table customer modify price decimal(10,2) default 1.5
  => missing check_constraint:.customer.price
alter table customer modify price decimal(10,2) default (1 + 1)
  => changed column:.customer.price default: 1.50 -> (1 + 1)
alter table customer modify name varchar(50) not null default (concat('a', 'b'))
  => changed column:.customer.name default: 'it''s' -> concat('a','b')
alter table customer modify name varchar(50) not null default uuid()
  => changed column:.customer.name default: concat('a','b') -> uuid()
alter table customer modify txt text default 'abc'
  => changed column:.customer.txt default: null -> 'abc'
alter table customer drop index ft
  => missing index:.customer.ft
alter table customer modify txt text compressed
  => changed column:.customer.txt compression: null -> compressed
  => changed column:.customer.txt default: 'abc' -> null
alter table customer modify txt text
  => changed column:.customer.txt compression: compressed -> null
alter table customer add hidden int invisible
  => unexpected column:.customer.hidden
alter table customer modify hidden int
  => changed column:.customer.hidden invisible: true -> false
alter table customer drop hidden
  => missing column:.customer.hidden
alter table customer add u uuid, add i inet6
  => unexpected column:.customer.i
  => unexpected column:.customer.u
alter table customer modify u char(36)
  => changed column:.customer.u type: uuid -> char(36)
alter table customer drop u, drop i
  => missing column:.customer.i
  => missing column:.customer.u
alter table customer alter index k_name ignored
  => changed index:.customer.k_name visible: true -> false
alter table customer alter index k_name not ignored
  => changed index:.customer.k_name visible: false -> true
alter table customer drop index k_name, add index k_name (name desc, born)
  => changed index:.customer.k_name keys: [name(10), born] -> [name DESC, born]
alter table customer drop index k_name, add index k_name (name, born desc)
  => changed index:.customer.k_name keys: [name DESC, born] -> [name, born DESC]
alter table orders add system versioning
  => changed table:.orders table_kind: table -> system versioned
alter table orders drop system versioning
  => changed table:.orders table_kind: system versioned -> table
create table periods (a int, s date, e date, period for app (s, e))
  => unexpected table:.periods (and 4 parts)
alter table periods add unique (a, app without overlaps)
  => unexpected unique_constraint:.periods.a
drop table periods
  => missing table:.periods (and 6 parts)
create table versions (a int) with system versioning partition by system_time limit 100 (partition h history, partition c current)
  => unexpected table:.versions (and 3 parts)
alter table versions partition by system_time interval 1 month starts '2020-01-01 00:00:00' (partition h history, partition c current)
  => changed table:.versions partition_rotation: LIMIT 100 -> INTERVAL 1 MONTH STARTS TIMESTAMP'2020-01-01 00:00:00'
  => changed partition:.versions.h description: null -> 2020-02-01 00:00:00
drop table versions
  => missing table:.versions (and 3 parts)
create table pages (id int) page_compressed=1
  => unexpected table:.pages (and 1 parts)
alter table pages page_compressed=0
  => changed table:.pages options: {page_compressed=1} -> {page_compressed=0}
drop table pages
  => missing table:.pages (and 1 parts)
create table aria (id int) engine=Aria transactional=1 page_checksum=1
  => unexpected table:.aria (and 1 parts)
alter table aria transactional=0
  => changed table:.aria options: {page_checksum=1, transactional=1} -> {page_checksum=1, transactional=0}
alter table aria row_format=page
  => changed table:.aria row_format: null -> PAGE
drop table aria
  => missing table:.aria (and 1 parts)
create sequence tickets
  => unexpected sequence:.tickets
alter sequence tickets increment 5
  => changed sequence:.tickets increment: 1 -> 5
alter sequence tickets minvalue 1 maxvalue 1000
  => changed sequence:.tickets maximum: 9223372036854775806 -> 1000
alter sequence tickets cache 10
  => changed sequence:.tickets cache: 1000 -> 10
alter sequence tickets nocache
  => changed sequence:.tickets cache: 10 -> 0
alter sequence tickets cycle
  => changed sequence:.tickets cycle: false -> true
alter sequence tickets start 7
  => changed sequence:.tickets start: 1 -> 7
select nextval(tickets)
drop sequence tickets
  => missing sequence:.tickets
create sequence down start with -1 increment by -1
  => unexpected sequence:.down
drop sequence down
  => missing sequence:.down
create or replace algorithm=merge view recent as select orders.id from orders where orders.qty > 1
  => changed view:.recent algorithm: UNDEFINED -> MERGE
  => changed view:.recent definition: select `orders`.`id` AS `id` from `orders` where `orders`.`qty` > 1 and (`orders`.`price` < 5 or `orders`.`price` is null) -> select `orders`.`id` AS `id` from `orders` where `orders`.`qty` > 1
  => changed view:.recent security: INVOKER -> DEFINER
create or replace algorithm=temptable view recent as select orders.id from orders where orders.qty > 1
  => changed view:.recent algorithm: MERGE -> TEMPTABLE
create or replace algorithm=undefined view recent as select orders.id from orders where orders.qty > 1
  => changed view:.recent algorithm: TEMPTABLE -> UNDEFINED
create or replace definer=nobody@localhost view recent as select orders.id from orders where orders.qty > 1
  => changed view:.recent definer: root@localhost -> nobody@localhost
create or replace function plus_one(x int unsigned) returns int deterministic return x + 1
  => changed routine:.plus_one arguments: in `x` int -> in `x` int unsigned
create or replace definer=nobody@localhost function plus_one(x int unsigned) returns int deterministic return x + 1
  => changed routine:.plus_one definer: root@localhost -> nobody@localhost
create aggregate function total(x int) returns int begin declare t int default 0; declare continue handler for not found return t; loop fetch group next row; set t = t + x; end loop; end
  => unexpected routine:.total
drop function total
  => missing routine:.total
create or replace procedure find_name(a int) begin select 1; end
  => changed routine:.find_name argument_collations: [b utf8mb4_general_ci] -> []
  => changed routine:.find_name arguments: in `a` int, out `b` varchar(10) -> in `a` int
  => changed routine:.find_name body: begin select name into b from customer where id = a; end -> begin select 1; end
  => changed routine:.find_name comment: finds -> null
  => changed routine:.find_name data_access: READS SQL DATA -> CONTAINS SQL
set sql_mode = 'ORACLE'
create procedure oracle_like(a int) as begin select 1; end
  => unexpected routine:.oracle_like
set sql_mode = 'STRICT_TRANS_TABLES'
drop procedure oracle_like
  => missing routine:.oracle_like
create or replace trigger first before insert on orders for each row set new.qty = 2
  => changed trigger:.orders.first body: begin set new.qty = ifnull(new.qty, 1); end -> set new.qty = 2
  => changed trigger:.orders.first position: 1 -> 2
alter table orders drop foreign key fk_self
  => missing foreign_key:.orders.fk_self
alter table orders add constraint fk_self foreign key (ref_id) references orders (id) on delete no action
  => unexpected foreign_key:.orders.fk_self
alter table orders drop foreign key fk_self
  => missing foreign_key:.orders.fk_self
alter table orders add constraint fk_self foreign key (ref_id) references orders (id) on delete restrict
  => unexpected foreign_key:.orders.fk_self
alter database mutations comment 'the schema'
  => changed schema: comment: null -> the schema
alter database mutations comment ''
  => changed schema: comment: the schema -> null
create user mut_ann@'%' identified by 'Secret-1'
  => unexpected role:mut_ann@%
create role mut_reader
  => unexpected role:mut_reader
  => changed role:root@localhost admin_of: [] -> [mut_reader]
  => changed role:root@localhost member_of: [] -> [mut_reader]
grant select on mutations.* to mut_reader
  => unexpected grant:schema."".mut_reader
grant mut_reader to mut_ann@'%'
  => changed role:mut_ann@% member_of: [] -> [mut_reader]
grant mut_reader to mut_ann@'%' with admin option
  => changed role:mut_ann@% admin_of: [] -> [mut_reader]
set default role mut_reader for mut_ann@'%'
  => changed role:mut_ann@% default_role: [] -> [mut_reader]
set default role none for mut_ann@'%'
  => changed role:mut_ann@% default_role: [mut_reader] -> []
revoke admin option for mut_reader from mut_ann@'%'
  => changed role:mut_ann@% admin_of: [mut_reader] -> []
revoke mut_reader from mut_ann@'%'
  => changed role:mut_ann@% member_of: [mut_reader] -> []
grant binlog monitor on *.* to mut_ann@'%'
  => unexpected grant:server.server.mut_ann@%
alter user mut_ann@'%' with max_statement_time 5
  => changed role:mut_ann@% max_statement_seconds: 0 -> 5
alter user mut_ann@'%' identified via unix_socket
  => changed role:mut_ann@% has_password: true -> false
  => changed role:mut_ann@% plugin: mysql_native_password -> unix_socket
alter user mut_ann@'%' identified via mysql_native_password using password('x') or unix_socket
  => changed role:mut_ann@% alternatives: [] -> [mysql_native_password, unix_socket]
  => changed role:mut_ann@% has_password: false -> true
  => changed role:mut_ann@% plugin: unix_socket -> mysql_native_password
drop role mut_reader
  => missing role:mut_reader
  => changed role:root@localhost admin_of: [mut_reader] -> []
  => changed role:root@localhost member_of: [mut_reader] -> []
  => missing grant:schema."".mut_reader
drop user mut_ann@'%'
  => missing role:mut_ann@%
  => missing grant:server.server.mut_ann@%
create role mut_a
  => unexpected role:mut_a
  => changed role:root@localhost admin_of: [] -> [mut_a]
  => changed role:root@localhost member_of: [] -> [mut_a]
create role mut_b
  => unexpected role:mut_b
  => changed role:root@localhost admin_of: [mut_a] -> [mut_a, mut_b]
  => changed role:root@localhost member_of: [mut_a] -> [mut_a, mut_b]
grant mut_a to mut_b
  => changed role:mut_b member_of: [] -> [mut_a]
grant select, insert (name), delete history on mutations.customer to mut_a with grant option
  => unexpected grant:column."".customer.name.mut_a
  => unexpected grant:table."".customer.mut_a
grant references (id), trigger, create view, show view on mutations.customer to mut_b
  => unexpected grant:column."".customer.id.mut_b
  => unexpected grant:table."".customer.mut_b
grant create, event, drop on mutations.* to mut_a
  => unexpected grant:schema."".mut_a
grant lock tables, delete history on mutations.* to mut_b with grant option
  => unexpected grant:schema."".mut_b
grant read_only admin, connection admin, set user, federated admin, replica monitor, replication master admin, binlog replay on *.* to mut_a
  => unexpected grant:server.server.mut_a
revoke connection admin, set user on *.* from mut_a
  => changed grant:server.server.mut_a privileges: [BINLOG REPLAY, CONNECTION ADMIN, FEDERATED ADMIN, READ_ONLY ADMIN, REPLICATION MASTER ADMIN, SET USER, SLAVE MONITOR] -> [BINLOG REPLAY, FEDERATED ADMIN, READ_ONLY ADMIN, REPLICATION MASTER ADMIN, SLAVE MONITOR]
grant all on *.* to mut_b with grant option
  => unexpected grant:server.server.mut_b
revoke super, binlog admin on *.* from mut_b
  => changed grant:server.server.mut_b grantable: [ALTER, ALTER ROUTINE, BINLOG ADMIN, BINLOG MONITOR, BINLOG REPLAY, CONNECTION ADMIN, CREATE, CREATE ROUTINE, CREATE TABLESPACE, CREATE TEMPORARY TABLES, CREATE USER, CREATE VIEW, DELETE, DELETE HISTORY, DROP, EVENT, EXECUTE, FEDERATED ADMIN, FILE, INDEX, INSERT, LOCK TABLES, PROCESS, READ_ONLY ADMIN, REFERENCES, RELOAD, REPLICATION MASTER ADMIN, REPLICATION SLAVE, REPLICATION SLAVE ADMIN, SELECT, SET USER, SHOW CREATE ROUTINE, SHOW DATABASES, SHOW VIEW, SHUTDOWN, SLAVE MONITOR, SUPER, TRIGGER, UPDATE] -> [ALTER, ALTER ROUTINE, BINLOG MONITOR, BINLOG REPLAY, CONNECTION ADMIN, CREATE, CREATE ROUTINE, CREATE TABLESPACE, CREATE TEMPORARY TABLES, CREATE USER, CREATE VIEW, DELETE, DELETE HISTORY, DROP, EVENT, EXECUTE, FEDERATED ADMIN, FILE, INDEX, INSERT, LOCK TABLES, PROCESS, READ_ONLY ADMIN, REFERENCES, RELOAD, REPLICATION MASTER ADMIN, REPLICATION SLAVE, REPLICATION SLAVE ADMIN, SELECT, SET USER, SHOW CREATE ROUTINE, SHOW DATABASES, SHOW VIEW, SHUTDOWN, SLAVE MONITOR, TRIGGER, UPDATE]
  => changed grant:server.server.mut_b privileges: [ALTER, ALTER ROUTINE, BINLOG ADMIN, BINLOG MONITOR, BINLOG REPLAY, CONNECTION ADMIN, CREATE, CREATE ROUTINE, CREATE TABLESPACE, CREATE TEMPORARY TABLES, CREATE USER, CREATE VIEW, DELETE, DELETE HISTORY, DROP, EVENT, EXECUTE, FEDERATED ADMIN, FILE, INDEX, INSERT, LOCK TABLES, PROCESS, READ_ONLY ADMIN, REFERENCES, RELOAD, REPLICATION MASTER ADMIN, REPLICATION SLAVE, REPLICATION SLAVE ADMIN, SELECT, SET USER, SHOW CREATE ROUTINE, SHOW DATABASES, SHOW VIEW, SHUTDOWN, SLAVE MONITOR, SUPER, TRIGGER, UPDATE] -> [ALTER, ALTER ROUTINE, BINLOG MONITOR, BINLOG REPLAY, CONNECTION ADMIN, CREATE, CREATE ROUTINE, CREATE TABLESPACE, CREATE TEMPORARY TABLES, CREATE USER, CREATE VIEW, DELETE, DELETE HISTORY, DROP, EVENT, EXECUTE, FEDERATED ADMIN, FILE, INDEX, INSERT, LOCK TABLES, PROCESS, READ_ONLY ADMIN, REFERENCES, RELOAD, REPLICATION MASTER ADMIN, REPLICATION SLAVE, REPLICATION SLAVE ADMIN, SELECT, SET USER, SHOW CREATE ROUTINE, SHOW DATABASES, SHOW VIEW, SHUTDOWN, SLAVE MONITOR, TRIGGER, UPDATE]
grant execute on procedure mutations.find_name to mut_a
  => unexpected grant:routine."".find_name.mut_a
revoke insert (name), select on mutations.customer from mut_a
  => missing grant:column."".customer.name.mut_a
  => changed grant:table."".customer.mut_a grantable: [DELETE HISTORY, SELECT] -> [DELETE HISTORY]
  => changed grant:table."".customer.mut_a privileges: [DELETE HISTORY, SELECT] -> [DELETE HISTORY]
create view of_roles as select id from orders
  => unexpected view:.of_roles (and 1 parts)
grant select on mutations.of_roles to mut_b
  => unexpected grant:view."".of_roles.mut_b
drop role mut_a, mut_b
  => missing grant:column."".customer.id.mut_b
  => missing role:mut_a
  => missing role:mut_b
  => changed role:root@localhost admin_of: [mut_a, mut_b] -> []
  => changed role:root@localhost member_of: [mut_a, mut_b] -> []
  => missing grant:routine."".find_name.mut_a
  => missing grant:schema."".mut_a
  => missing grant:schema."".mut_b
  => missing grant:server.server.mut_a
  => missing grant:server.server.mut_b
  => missing grant:table."".customer.mut_a
  => missing grant:table."".customer.mut_b
  => missing grant:view."".of_roles.mut_b
drop view of_roles
  => missing view:.of_roles (and 1 parts)
create view moved as select id as a, qty as b, price as c from orders
  => unexpected view:.moved (and 3 parts)
create or replace view moved as select price as c, qty as b from orders
  => changed view:.moved definition: select `orders`.`id` AS `a`,`orders`.`qty` AS `b`,`orders`.`price` AS `c` from `orders` -> select `orders`.`price` AS `c`,`orders`.`qty` AS `b` from `orders`
  => missing column:.moved.a
  => changed column:.moved.c position: 3 -> 1
drop view moved
  => missing view:.moved (and 2 parts)
