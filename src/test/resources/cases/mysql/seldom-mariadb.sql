# Statements in order, and what the diff says of each.
alter table customer drop index k_name, add index k_name (name) key_block_size=4
  => changed index:.customer.k_name block_size: null -> 4
  => changed index:.customer.k_name keys: [name(10), born] -> [name]
alter table customer drop index k_name, add index k_name (name) -- unread
  => changed index:.customer.k_name block_size: 4 -> null
alter table customer drop index k_name, add index k_name using btree (name) -- unread
  => changed index:.customer.k_name stated_method: null -> BTREE
alter table customer drop index k_name, add index k_name using hash (name) -- unread
  => changed index:.customer.k_name stated_method: BTREE -> HASH
alter table orders delay_key_write=1 pack_keys=1
  => changed table:.orders options: {key_block_size=8} -> {delay_key_write=1, key_block_size=8, pack_keys=1}
alter table orders delay_key_write=0 pack_keys=default
  => changed table:.orders options: {delay_key_write=1, key_block_size=8, pack_keys=1} -> {key_block_size=8}
create table merged1 (id int) engine=MyISAM
  => unexpected table:.merged1 (and 1 parts)
create table merged2 (id int) engine=MyISAM
  => unexpected table:.merged2 (and 1 parts)
create table merged (id int) engine=MERGE union=(merged1) insert_method=last
  => unexpected table:.merged (and 1 parts)
alter table merged union=(merged1, merged2)
  => changed table:.merged union: [merged1] -> [merged1, merged2]
alter table merged insert_method=first
  => changed table:.merged insert_method: LAST -> FIRST
drop table merged, merged1, merged2
  => missing table:.merged (and 1 parts)
  => missing table:.merged1 (and 1 parts)
  => missing table:.merged2 (and 1 parts)
create table csvs (a int not null) engine=CSV
  => unexpected table:.csvs (and 1 parts)
drop table csvs
  => missing table:.csvs (and 1 parts)
create table hashes (a int primary key, b int, index using hash (b)) engine=MEMORY
  => unexpected table:.hashes (and 5 parts)
alter table hashes drop index b, add index b using btree (b)
  => changed index:.hashes.b method: hash -> btree
drop table hashes
  => missing table:.hashes (and 5 parts)
create table longkey (t text, unique key u (t))
  => unexpected table:.longkey (and 3 parts)
alter table longkey drop key u, add unique key u (t(10))
  => changed index:.longkey.u keys: [t] -> [t(10)]
  => changed index:.longkey.u method: hash -> btree
drop table longkey
  => missing table:.longkey (and 3 parts)
alter table customer add j json default '{}' check (json_valid(j)), add k json not null
  => unexpected column:.customer.j
  => unexpected column:.customer.k
alter table customer modify k json not null check (json_length(k) < 3)
  => unexpected check_constraint:.customer.k
  => changed column:.customer.k collation: null -> utf8mb4_bin
  => changed column:.customer.k type: json -> longtext
alter table customer drop j, drop k
  => missing column:.customer.j
  => missing check_constraint:.customer.k
  => missing column:.customer.k
alter table customer convert to character set utf8mb4 collate utf8mb4_uca1400_ai_ci
  => changed table:.customer collation: utf8mb4_general_ci -> utf8mb4_uca1400_ai_ci
  => unexpected check_constraint:.customer.doc
  => changed column:.customer.doc type: json -> longtext
  => changed column:.customer.email collation: latin1_general_ci -> null
alter table customer convert to character set utf8mb4 collate utf8mb4_general_ci
  => changed table:.customer collation: utf8mb4_uca1400_ai_ci -> utf8mb4_general_ci
alter table customer default character set latin1
  => changed table:.customer collation: utf8mb4_general_ci -> latin1_swedish_ci
  => changed column:.customer.doc collation: null -> utf8mb4_general_ci
  => changed column:.customer.email collation: null -> utf8mb4_general_ci
  => changed column:.customer.kind collation: null -> utf8mb4_general_ci
  => changed column:.customer.name collation: null -> utf8mb4_general_ci
  => changed column:.customer.none collation: null -> utf8mb4_general_ci
  => changed column:.customer.opts collation: null -> utf8mb4_general_ci
  => changed column:.customer.path collation: null -> utf8mb4_general_ci
  => changed column:.customer.txt collation: null -> utf8mb4_general_ci
  => changed column:.customer.word collation: null -> utf8mb4_general_ci
alter table customer default character set utf8mb4 collate utf8mb4_general_ci
  => changed table:.customer collation: latin1_swedish_ci -> utf8mb4_general_ci
  => changed column:.customer.doc collation: utf8mb4_general_ci -> null
  => changed column:.customer.email collation: utf8mb4_general_ci -> null
  => changed column:.customer.kind collation: utf8mb4_general_ci -> null
  => changed column:.customer.name collation: utf8mb4_general_ci -> null
  => changed column:.customer.none collation: utf8mb4_general_ci -> null
  => changed column:.customer.opts collation: utf8mb4_general_ci -> null
  => changed column:.customer.path collation: utf8mb4_general_ci -> null
  => changed column:.customer.txt collation: utf8mb4_general_ci -> null
  => changed column:.customer.word collation: utf8mb4_general_ci -> null
create table copy1 like customer
  => unexpected table:.copy1 (and 32 parts)
alter table copy1 modify id bigint unsigned not null auto_increment
  => changed column:.copy1.id type: int unsigned -> bigint unsigned
alter table copy1 rename column dt to changed_at, rename column tm to t2
  => renamed column:.copy1.dt -> column:.copy1.changed_at (100 % of its definition is equal)
  => renamed column:.copy1.tm -> column:.copy1.t2 (100 % of its definition is equal)
alter table copy1 rename to copy2
  => renamed table:.copy1 -> table:.copy2 (100 % of its definition is equal)
drop table copy2
  => missing table:.copy2 (and 32 parts)
create table sv (a int, b int without system versioning, s timestamp(6) generated always as row start, e timestamp(6) generated always as row end, period for system_time (s, e)) with system versioning
  => unexpected table:.sv (and 4 parts)
drop table sv
  => missing table:.sv (and 4 parts)
create table ap (a int, s date not null, e date not null)
  => unexpected table:.ap (and 3 parts)
alter table ap add period for p (s, e)
  => unexpected check_constraint:.ap.p
alter table ap add constraint u unique (a, p without overlaps)
  => unexpected unique_constraint:.ap.u
alter table ap drop constraint u
  => missing unique_constraint:.ap.u
alter table ap drop period for p
  => missing check_constraint:.ap.p
drop table ap
  => missing table:.ap (and 3 parts)
create table gen (a int, g1 int as (a + 1) virtual, g2 int as (a + 2) persistent)
  => unexpected table:.gen (and 3 parts)
alter table gen modify g1 int as (a + 3) virtual comment 'g'
  => changed column:.gen.g1 comment: null -> g
  => changed column:.gen.g1 generated: `a` + 1 -> `a` + 3
alter table gen modify g2 int as (a + 2) persistent invisible
  => changed column:.gen.g2 invisible: false -> true
alter table gen drop g1, drop g2
  => missing column:.gen.g1
  => missing column:.gen.g2
drop table gen
  => missing table:.gen (and 1 parts)
set system_versioning_alter_history = keep
create table sv2 (a int, b int without system versioning) with system versioning
  => unexpected table:.sv2 (and 2 parts)
alter table sv2 modify b int with system versioning
  => changed column:.sv2.b system_versioning: false -> true
alter table sv2 add c int without system versioning
  => unexpected column:.sv2.c
drop table sv2
  => missing table:.sv2 (and 3 parts)
create table checks (a int check (a > 1), b int, c int, constraint ck check (b > c), check (c < 10))
  => unexpected table:.checks (and 6 parts)
alter table checks drop constraint ck
  => missing check_constraint:.checks.ck
alter table checks drop constraint CONSTRAINT_1
  => missing check_constraint:.checks.CONSTRAINT_1
alter table checks modify a int
  => missing check_constraint:.checks.a
drop table checks
  => missing table:.checks (and 3 parts)
create table parent (a int not null, b int not null, c int, primary key (a, b), unique (c))
  => unexpected table:.parent (and 7 parts)
create table child (x int, y int, z int, constraint c1 foreign key (x, y) references parent (a, b), constraint c2 foreign key (z) references parent (c) on delete set null on update cascade)
  => unexpected table:.child (and 7 parts)
alter table child rename to kid
  => renamed table:.child -> table:.kid (100 % of its definition is equal)
alter table parent rename to elder -- unseen
  => renamed table:.parent -> table:.elder (100 % of its definition is equal)
alter table elder rename column a to aa
  => renamed column:.elder.a -> column:.elder.aa (100 % of its definition is equal)
  => changed foreign_key:.kid.c1 referenced_columns: [a, b] -> [aa, b]
drop table kid, elder
  => missing table:.elder (and 7 parts)
  => missing table:.kid (and 7 parts)
create table parted (id int, k int) partition by linear hash (id) partitions 4
  => unexpected table:.parted (and 6 parts)
alter table parted partition by linear key (id) partitions 4
  => changed table:.parted partition_method: LINEAR HASH -> LINEAR KEY
alter table parted partition by list columns (id, k) (partition p0 values in ((1, 2), (3, 4)), partition p1 values in ((5, 6)))
  => changed table:.parted partition_expression: id -> id,k
  => changed table:.parted partition_method: LINEAR KEY -> LIST COLUMNS
  => changed table:.parted partitions_unnamed: true -> false
  => changed partition:.parted.p0 description: null -> (1,2),(3,4)
  => changed partition:.parted.p1 description: null -> (5,6)
  => missing partition:.parted.p2
  => missing partition:.parted.p3
alter table parted partition by list (id) (partition p0 values in (1, 2), partition p1 default)
  => changed table:.parted partition_expression: id,k -> id
  => changed table:.parted partition_method: LIST COLUMNS -> LIST
  => changed partition:.parted.p0 description: (1,2),(3,4) -> 1,2
  => changed partition:.parted.p1 description: (5,6) -> 0
  => changed partition:.parted.p1 takes_rest: false -> true
alter table parted partition by range (id) (partition p0 values less than (10) max_rows=5 min_rows=1, partition p1 values less than (20) engine=InnoDB)
  => changed table:.parted partition_method: LIST -> RANGE
  => changed partition:.parted.p0 description: 1,2 -> 10
  => changed partition:.parted.p0 max_rows: 0 -> 5
  => changed partition:.parted.p0 min_rows: 0 -> 1
  => changed partition:.parted.p1 description: 0 -> 20
  => changed partition:.parted.p1 takes_rest: true -> false
alter table parted reorganize partition p1 into (partition p1 values less than (20) comment 'x' max_rows=9)
  => changed partition:.parted.p1 comment: null -> x
  => changed partition:.parted.p1 max_rows: 0 -> 9
alter table parted convert partition p1 to table loose
  => unexpected table:.loose (and 2 parts)
  => missing partition:.parted.p1
drop table loose
  => missing table:.loose (and 2 parts)
drop table parted
  => missing table:.parted (and 3 parts)
create or replace sequence s1 start 5 increment 2 minvalue 1 maxvalue 99 cache 7 cycle
  => unexpected sequence:.s1
alter sequence s1 restart 9
select nextval(s1)
alter sequence s1 nominvalue nomaxvalue
  => changed sequence:.s1 maximum: 99 -> 9223372036854775806
alter table s1 comment 'numbers'
  => changed sequence:.s1 comment: null -> numbers
rename table s1 to s2
  => renamed sequence:.s1 -> sequence:.s2 (100 % of its definition is equal)
create table uses (a bigint default nextval(s2), b bigint default (nextval(s2) + 1))
  => unexpected table:.uses (and 2 parts)
alter table uses modify a bigint
  => changed column:.uses.a default: nextval(`mutations`.`s2`) -> null
drop table uses
  => missing table:.uses (and 2 parts)
drop sequence s2
  => missing sequence:.s2
create or replace procedure cursors() language sql not deterministic contains sql sql security definer comment 'c' begin declare d int default 0; declare c cursor for select 1; open c; close c; end
  => unexpected routine:.cursors
alter procedure cursors comment ''
  => changed routine:.cursors comment: c -> null
create or replace procedure cursors(inout a int, out b int) begin set b = 1; end
  => changed routine:.cursors arguments: null -> inout `a` int, out `b` int
  => changed routine:.cursors body: begin declare d int default 0; declare c cursor for select 1; open c; close c; end -> begin set b = 1; end
drop procedure cursors
  => missing routine:.cursors
create or replace function txt(a varchar(10) collate utf8mb4_bin, b enum('x','y'), c json) returns text deterministic return a
  => unexpected routine:.txt
create or replace function txt(a varchar(10) collate utf8mb4_bin, b enum('x','y'), c json) returns text character set latin1 deterministic return a
  => changed routine:.txt returns_collation: utf8mb4_general_ci -> latin1_swedish_ci
drop function txt
  => missing routine:.txt
create event once on schedule at '2035-01-01 00:00:00' do set @a = 1
  => unexpected event:.once
create or replace definer=nobody@localhost event once on schedule every '1:30' hour_minute starts '2030-01-01 00:00:00' disable on slave do set @a = 1
  => changed event:.once definer: root@localhost -> nobody@localhost
  => changed event:.once event_type: ONE TIME -> RECURRING
  => changed event:.once execute_at: 2035-01-01 00:00:00 -> null
  => changed event:.once interval: null -> '1:30' HOUR_MINUTE
  => changed event:.once starts: null -> 2030-01-01 00:00:00
  => changed event:.once status: ENABLED -> SLAVESIDE_DISABLED
drop event once
  => missing event:.once
create or replace trigger bd before delete on customer for each row set @a = old.id
  => unexpected trigger:.customer.bd
create or replace definer=nobody@localhost trigger bd before delete on customer for each row set @a = old.id
  => changed trigger:.customer.bd definer: root@localhost -> nobody@localhost
drop trigger bd
  => missing trigger:.customer.bd
create or replace view tall as with recursive r as (select 1 as n union all select n + 1 from r where n < 3) select n from r
  => unexpected view:.tall (and 1 parts)
create or replace view tall (m) as select 1
  => changed view:.tall definition: with recursive r as (select 1 AS `n` union all select `r`.`n` + 1 AS `n + 1` from `r` where `r`.`n` < 3)select `r`.`n` AS `n` from `r` -> select 1 AS `m`
  => unexpected column:.tall.m
  => missing column:.tall.n
drop view tall
  => missing view:.tall (and 1 parts)
create table rocks (a int) row_format=redundant
  => unexpected table:.rocks (and 1 parts)
alter table rocks row_format=dynamic
  => changed table:.rocks row_format: REDUNDANT -> DYNAMIC
drop table rocks
  => missing table:.rocks (and 1 parts)
create user mut_ann@'localhost' identified by 'x'
  => unexpected role:mut_ann@localhost
alter user mut_ann@'localhost' require cipher 'AES256-SHA'
  => changed role:mut_ann@localhost ssl: NONE -> SPECIFIED
  => changed role:mut_ann@localhost ssl_requirements: null -> CIPHER "AES256-SHA"
alter user mut_ann@'localhost' with max_updates_per_hour 3 max_connections_per_hour 4
  => changed role:mut_ann@localhost max_connections: 0 -> 4
  => changed role:mut_ann@localhost max_updates: 0 -> 3
alter user mut_ann@'localhost' password expire interval 3 day
  => changed role:mut_ann@localhost password_lifetime: null -> 3
grant all on *.* to mut_ann@'localhost' with grant option
  => unexpected grant:server.server.mut_ann@localhost
revoke super on *.* from mut_ann@'localhost'
  => changed grant:server.server.mut_ann@localhost grantable: [ALTER, ALTER ROUTINE, BINLOG ADMIN, BINLOG MONITOR, BINLOG REPLAY, CONNECTION ADMIN, CREATE, CREATE ROUTINE, CREATE TABLESPACE, CREATE TEMPORARY TABLES, CREATE USER, CREATE VIEW, DELETE, DELETE HISTORY, DROP, EVENT, EXECUTE, FEDERATED ADMIN, FILE, INDEX, INSERT, LOCK TABLES, PROCESS, READ_ONLY ADMIN, REFERENCES, RELOAD, REPLICATION MASTER ADMIN, REPLICATION SLAVE, REPLICATION SLAVE ADMIN, SELECT, SET USER, SHOW CREATE ROUTINE, SHOW DATABASES, SHOW VIEW, SHUTDOWN, SLAVE MONITOR, SUPER, TRIGGER, UPDATE] -> [ALTER, ALTER ROUTINE, BINLOG ADMIN, BINLOG MONITOR, BINLOG REPLAY, CONNECTION ADMIN, CREATE, CREATE ROUTINE, CREATE TABLESPACE, CREATE TEMPORARY TABLES, CREATE USER, CREATE VIEW, DELETE, DELETE HISTORY, DROP, EVENT, EXECUTE, FEDERATED ADMIN, FILE, INDEX, INSERT, LOCK TABLES, PROCESS, READ_ONLY ADMIN, REFERENCES, RELOAD, REPLICATION MASTER ADMIN, REPLICATION SLAVE, REPLICATION SLAVE ADMIN, SELECT, SET USER, SHOW CREATE ROUTINE, SHOW DATABASES, SHOW VIEW, SHUTDOWN, SLAVE MONITOR, TRIGGER, UPDATE]
  => changed grant:server.server.mut_ann@localhost privileges: [ALTER, ALTER ROUTINE, BINLOG ADMIN, BINLOG MONITOR, BINLOG REPLAY, CONNECTION ADMIN, CREATE, CREATE ROUTINE, CREATE TABLESPACE, CREATE TEMPORARY TABLES, CREATE USER, CREATE VIEW, DELETE, DELETE HISTORY, DROP, EVENT, EXECUTE, FEDERATED ADMIN, FILE, INDEX, INSERT, LOCK TABLES, PROCESS, READ_ONLY ADMIN, REFERENCES, RELOAD, REPLICATION MASTER ADMIN, REPLICATION SLAVE, REPLICATION SLAVE ADMIN, SELECT, SET USER, SHOW CREATE ROUTINE, SHOW DATABASES, SHOW VIEW, SHUTDOWN, SLAVE MONITOR, SUPER, TRIGGER, UPDATE] -> [ALTER, ALTER ROUTINE, BINLOG ADMIN, BINLOG MONITOR, BINLOG REPLAY, CONNECTION ADMIN, CREATE, CREATE ROUTINE, CREATE TABLESPACE, CREATE TEMPORARY TABLES, CREATE USER, CREATE VIEW, DELETE, DELETE HISTORY, DROP, EVENT, EXECUTE, FEDERATED ADMIN, FILE, INDEX, INSERT, LOCK TABLES, PROCESS, READ_ONLY ADMIN, REFERENCES, RELOAD, REPLICATION MASTER ADMIN, REPLICATION SLAVE, REPLICATION SLAVE ADMIN, SELECT, SET USER, SHOW CREATE ROUTINE, SHOW DATABASES, SHOW VIEW, SHUTDOWN, SLAVE MONITOR, TRIGGER, UPDATE]
revoke all privileges, grant option from mut_ann@'localhost'
  => missing grant:server.server.mut_ann@localhost
grant all on mutations.* to mut_ann@'localhost'
  => unexpected grant:schema."".mut_ann@localhost
revoke drop on mutations.* from mut_ann@'localhost'
  => changed grant:schema."".mut_ann@localhost privileges: [ALTER, ALTER ROUTINE, CREATE, CREATE ROUTINE, CREATE TEMPORARY TABLES, CREATE VIEW, DELETE, DELETE HISTORY, DROP, EVENT, EXECUTE, INDEX, INSERT, LOCK TABLES, REFERENCES, SELECT, SHOW CREATE ROUTINE, SHOW VIEW, TRIGGER, UPDATE] -> [ALTER, ALTER ROUTINE, CREATE, CREATE ROUTINE, CREATE TEMPORARY TABLES, CREATE VIEW, DELETE, DELETE HISTORY, EVENT, EXECUTE, INDEX, INSERT, LOCK TABLES, REFERENCES, SELECT, SHOW CREATE ROUTINE, SHOW VIEW, TRIGGER, UPDATE]
grant select on `mut%`.* to mut_ann@'localhost'
  => unexpected grant:schema.mut%.mut_ann@localhost
grant create, references (id), insert (name, email) on mutations.customer to mut_ann@'localhost'
  => unexpected grant:column."".customer.email.mut_ann@localhost
  => unexpected grant:column."".customer.id.mut_ann@localhost
  => unexpected grant:column."".customer.name.mut_ann@localhost
  => unexpected grant:table."".customer.mut_ann@localhost
grant show view, create view on mutations.recent to mut_ann@'localhost'
  => unexpected grant:view."".recent.mut_ann@localhost
grant delete history on mutations.customer to mut_ann@'localhost'
  => changed grant:table."".customer.mut_ann@localhost privileges: [CREATE] -> [CREATE, DELETE HISTORY]
grant show create routine on mutations.* to mut_ann@'localhost'
grant select on mutations.* to public -- unseen
  => unexpected grant:schema."".PUBLIC
revoke select on mutations.* from public -- unseen
  => missing grant:schema."".PUBLIC
drop user mut_ann@'localhost'
  => missing grant:column."".customer.email.mut_ann@localhost
  => missing grant:column."".customer.id.mut_ann@localhost
  => missing grant:column."".customer.name.mut_ann@localhost
  => missing role:mut_ann@localhost
  => missing grant:schema."".mut_ann@localhost
  => missing grant:schema.mut%.mut_ann@localhost
  => missing grant:table."".customer.mut_ann@localhost
  => missing grant:view."".recent.mut_ann@localhost
create role mut_a
  => unexpected role:mut_a
  => changed role:root@localhost admin_of: [] -> [mut_a]
  => changed role:root@localhost member_of: [] -> [mut_a]
create role mut_b with admin mut_a
  => changed role:mut_a admin_of: [] -> [mut_b]
  => changed role:mut_a member_of: [] -> [mut_b]
  => unexpected role:mut_b
drop role mut_a, mut_b
  => missing role:mut_a
  => missing role:mut_b
  => changed role:root@localhost admin_of: [mut_a] -> []
  => changed role:root@localhost member_of: [mut_a] -> []
create table words (a enum('b','a','/*M!100301 COMPRESSED*/'), b varchar(20) compressed)
  => unexpected table:.words (and 2 parts)
alter table words modify a enum('b','a','x COMPRESSED*/')
  => changed column:.words.a type: enum('b','a','/*M!100301 COMPRESSED*/') -> enum('b','a','x COMPRESSED*/')
alter table words modify b varchar(20)
  => changed column:.words.b compression: compressed -> null
drop table words
  => missing table:.words (and 2 parts)
create sequence s3
  => unexpected sequence:.s3
alter table s3 engine=Aria
  => changed sequence:.s3 engine: InnoDB -> Aria
drop sequence s3
  => missing sequence:.s3
create user mut_ann@'localhost' identified via unix_socket or mysql_native_password using password('x')
  => unexpected role:mut_ann@localhost
alter user mut_ann@'localhost' identified via mysql_native_password using password('x') or unix_socket
  => changed role:mut_ann@localhost alternatives: [unix_socket, mysql_native_password] -> [mysql_native_password, unix_socket]
alter user mut_ann@'localhost' identified via mysql_native_password using password('x')
  => changed role:mut_ann@localhost alternatives: [mysql_native_password, unix_socket] -> [mysql_native_password]
alter user mut_ann@'localhost' require issuer '/CN=a'
  => changed role:mut_ann@localhost ssl: NONE -> SPECIFIED
  => changed role:mut_ann@localhost ssl_requirements: null -> ISSUER "/CN=a"
alter user mut_ann@'localhost' require subject '/CN=a'
  => changed role:mut_ann@localhost ssl_requirements: ISSUER "/CN=a" -> SUBJECT "/CN=a"
create user mut_ann@'%'
  => unexpected role:mut_ann@%
grant select on mutations.customer to mut_ann@'%'
  => unexpected grant:table."".customer.mut_ann@%
drop user mut_ann@'localhost', mut_ann@'%'
  => missing role:mut_ann@%
  => missing role:mut_ann@localhost
  => missing grant:table."".customer.mut_ann@%
create table defaults (a int, b varchar(10))
  => unexpected table:.defaults (and 2 parts)
alter table defaults alter a drop default, alter b drop default
  => changed column:.defaults.a default_dropped: false -> true
  => changed column:.defaults.b default_dropped: false -> true
alter table defaults alter a set default null, alter b set default 'x'
  => changed column:.defaults.a default_dropped: true -> false
  => changed column:.defaults.b default: null -> 'x'
grant select on mutations.defaults to root@localhost
  => unexpected grant:table."".defaults.root@localhost
create view above as select a from defaults
  => unexpected view:.above (and 1 parts)
drop table defaults
  => changed view:.above valid: true -> false
  => missing table:.defaults (and 3 parts)
drop view above
  => missing view:.above
revoke select on mutations.defaults from root@localhost
  => missing grant:table."".defaults.root@localhost
create table options (a int) partition by range (a) (partition `a b` values less than (5) max_rows=3, partition `PARTITION a` values less than (9) max_rows=4)
  => unexpected table:.options (and 3 parts)
alter table options reorganize partition `PARTITION a` into (partition `PARTITION a` values less than (9) max_rows=5)
  => changed partition:.options."PARTITION a" max_rows: 4 -> 5
alter table options partition by range (a) subpartition by hash (a) (partition p values less than (5) (subpartition s0, subpartition s1))
  => changed table:.options subpartition_expression: null -> a
  => changed table:.options subpartition_method: null -> HASH
  => missing partition:.options."PARTITION a"
  => missing partition:.options."a b"
  => unexpected partition:.options.p
alter table options partition by range (a) subpartition by hash (a) (partition p values less than (5) (subpartition s0, subpartition s1 comment 'c'))
  => changed partition:.options.p subpartition_comments: [] -> [, c]
drop table options
  => missing table:.options (and 2 parts)
create table history (x int) with system versioning partition by system_time limit 1000 (partition h history, partition h2 history, partition c current)
  => unexpected table:.history (and 4 parts)
alter table history partition by system_time limit 2000 (partition h history, partition h2 history, partition c current)
  => changed table:.history partition_rotation: LIMIT 1000 -> LIMIT 2000
alter table history partition by system_time interval 1 month starts '2020-01-01 00:00:00' (partition h history, partition h2 history, partition c current)
  => changed table:.history partition_rotation: LIMIT 2000 -> INTERVAL 1 MONTH STARTS TIMESTAMP'2020-01-01 00:00:00'
  => changed partition:.history.h description: null -> 2020-02-01 00:00:00
  => changed partition:.history.h2 description: null -> 2020-03-01 00:00:00
alter table history partition by system_time interval 1 month starts '2020-01-01 00:00:00' auto (partition h history, partition h2 history, partition c current)
  => changed table:.history partition_rotation: INTERVAL 1 MONTH STARTS TIMESTAMP'2020-01-01 00:00:00' -> INTERVAL 1 MONTH STARTS TIMESTAMP'2020-01-01 00:00:00' AUTO
alter table history partition by system_time (partition h history, partition c current)
  => changed table:.history partition_rotation: INTERVAL 1 MONTH STARTS TIMESTAMP'2020-01-01 00:00:00' AUTO -> null
  => changed partition:.history.h description: 2020-02-01 00:00:00 -> null
  => missing partition:.history.h2
drop table history
  => missing table:.history (and 3 parts)
create table written (a varchar(10) character set latin1, g varchar(20) as (concat(a, 'x')) stored)
  => unexpected table:.written (and 2 parts)
alter table written modify g varchar(20) as (concat(a, _latin1'x')) stored
  => changed column:.written.g generated: concat(`a`,'x') -> concat(`a`,_latin1'x')
drop table written
  => missing table:.written (and 2 parts)
create view written as select _latin1'x' as a
  => unexpected view:.written (and 1 parts)
create or replace view written as select _utf8mb4'x' as a -- unread
  => changed view:.written introducers: {1=_latin1} -> {1=_utf8mb4}
drop view written
  => missing view:.written (and 1 parts)
create table periods (id int not null, s date not null, e date not null, period for app (s, e), unique u (id, s, e))
  => unexpected table:.periods (and 6 parts)
alter table periods drop index u, add unique u (id, app without overlaps)
  => changed unique_constraint:.periods.u columns: [id, s, e] -> [id, e, s]
  => changed unique_constraint:.periods.u without_overlaps: false -> true
drop table periods
  => missing table:.periods (and 6 parts)
set sql_mode='IGNORE_BAD_TABLE_OPTIONS'
create table opts (a int zig=1 zag='it''s', b int, key kb (b) foo='bar') bar=baz engine=InnoDB
  => unexpected table:.opts (and 3 parts)
alter table opts modify a int zig=2 zag='it''s'
  => changed column:.opts.a engine_options: {zag=it's, zig=1} -> {zag=it's, zig=2}
alter table opts modify a int
  => changed column:.opts.a engine_options: {zag=it's, zig=2} -> null
alter table opts modify b int comment '`x`=1' mark='y z'
  => changed column:.opts.b comment: null -> `x`=1
  => changed column:.opts.b engine_options: null -> {mark=y z}
alter table opts drop key kb, add key kb (b) foo='baz, )'
alter table opts drop key kb, add key kb (b)
alter table opts bar=default
  => changed table:.opts options: {bar=baz} -> null
alter table opts add key kc (a) foo=7
  => unexpected index:.opts.kc
alter table opts partition by hash (a) partitions 2
  => changed table:.opts partition_expression: null -> a
  => changed table:.opts partition_method: null -> HASH
  => changed table:.opts partitions_unnamed: false -> true
  => changed table:.opts table_kind: table -> partitioned
  => unexpected partition:.opts.p0
  => unexpected partition:.opts.p1
alter table opts partition by range (a) (partition x values less than (3) foo=1, partition y values less than maxvalue)
  => changed table:.opts partition_method: HASH -> RANGE
  => changed table:.opts partitions_unnamed: true -> false
  => missing partition:.opts.p0
  => missing partition:.opts.p1
  => unexpected partition:.opts.x
  => unexpected partition:.opts.y
alter table opts partition by range (a) (partition x values less than (3) foo=2, partition y values less than maxvalue)
  => changed partition:.opts.x engine_options: {foo=1} -> {foo=2}
alter table opts partition by range (a) (partition x values less than (3), partition y values less than maxvalue foo='z)')
  => changed partition:.opts.x engine_options: {foo=2} -> null
  => changed partition:.opts.y engine_options: null -> {foo=z)}
set sql_mode='STRICT_TRANS_TABLES'
drop table opts
  => missing table:.opts (and 6 parts)
create table subs (a int, b int) partition by range (a) subpartition by hash (b) (partition x values less than (3) (subpartition x1 comment 'u', subpartition x9 max_rows 4))
  => unexpected table:.subs (and 3 parts)
alter table subs partition by range (a) subpartition by hash (b) (partition x values less than (3) (subpartition x1 comment 'u', subpartition x9 max_rows 4 min_rows 2))
  => changed partition:.subs.x subpartition_options: {x9=MAX_ROWS = 4} -> {x9=MAX_ROWS = 4 MIN_ROWS = 2}
alter table subs partition by range (a) subpartition by hash (b) (partition x values less than (3) (subpartition x1, subpartition x9))
  => changed partition:.subs.x subpartition_comments: [u, ] -> []
  => changed partition:.subs.x subpartition_options: {x9=MAX_ROWS = 4 MIN_ROWS = 2} -> null
drop table subs
  => missing table:.subs (and 3 parts)
create table wo (a int not null, s date, e date, period for app (s, e), primary key (a, app without overlaps))
  => unexpected table:.wo (and 6 parts)
alter table wo drop primary key, add primary key (a, s, e)
  => changed primary_key:.wo.PRIMARY columns: [a, e, s] -> [a, s, e]
  => changed primary_key:.wo.PRIMARY without_overlaps: true -> false
alter table wo add unique u2 (a, app without overlaps)
  => unexpected unique_constraint:.wo.u2
alter table wo drop key u2, add unique u2 (a, e, s)
alter table wo drop key u2
  => missing unique_constraint:.wo.u2
alter table wo drop period for app
  => missing check_constraint:.wo.app
alter table wo add period for `we ird` (s, e)
  => unexpected check_constraint:.wo."we ird"
alter table wo add unique `u 3` (a, `we ird` without overlaps) comment 'x WITHOUT OVERLAPS'
  => unexpected unique_constraint:.wo."u 3"
drop table wo
  => missing table:.wo (and 8 parts)
create table `odd ``name` (`key` int, `PRIMARY KEY` int, `KEY ``x```  int, key `UNIQUE` (`key`), unique key `FULLTEXT` (`PRIMARY KEY`), key `primary key` (`key`))
  => unexpected table:."odd `name" (and 7 parts)
alter table `odd ``name` drop key `UNIQUE`, add key `UNIQUE` (`key`) using btree
  => changed index:."odd `name".UNIQUE stated_method: null -> BTREE
alter table `odd ``name` drop key `FULLTEXT`, add unique key `FULLTEXT` (`PRIMARY KEY`) key_block_size=3
  => changed index:."odd `name".FULLTEXT block_size: null -> 3
alter table `odd ``name` drop key `primary key`, add key `primary key` (`key`) comment 'USING BTREE KEY_BLOCK_SIZE=9'
  => changed index:."odd `name"."primary key" comment: null -> USING BTREE KEY_BLOCK_SIZE=9
alter table `odd ``name` add primary key (`key`) using btree
  => unexpected primary_key:."odd `name".PRIMARY
  => changed column:."odd `name".key nullable: true -> false
drop table `odd ``name`
  => missing table:."odd `name" (and 9 parts)
create view words1 as select _latin1'a' as x, 'b' as y, concat(_utf8mb4'c' collate utf8mb4_bin, 'd') as z
  => unexpected view:.words1 (and 3 parts)
alter view words1 as select 'a' as x, _latin1'b' as y, concat(_utf8mb4'c' collate utf8mb4_bin, 'd') as z
  => changed view:.words1 introducers: {1=_latin1, 3=_utf8mb4} -> {2=_latin1, 3=_utf8mb4}
alter view words1 as select 'a' as x, _latin1'b' as y, concat('c' collate utf8mb4_bin, 'd') as z
  => changed view:.words1 introducers: {2=_latin1, 3=_utf8mb4} -> {2=_latin1}
alter view words1 as select _latin1 0x41 as x, n'b' as y, _binary'c' as z
  => changed view:.words1 definition: select 'a' AS `x`,'b' AS `y`,concat('c' collate utf8mb4_bin,'d') AS `z` -> select 'A' AS `x`,'b' AS `y`,'c' AS `z`
alter view words1 as select _utf8mb4 0x41 as x, n'b' as y, _binary'c' as z
  => changed view:.words1 introducers: {1=_latin1, 3=_binary} -> {1=_utf8mb4, 3=_binary}
alter view words1 as select x'41' as x, n'b' as y, _latin1'c' as z
  => changed view:.words1 definition: select 'A' AS `x`,'b' AS `y`,'c' AS `z` -> select X'41' AS `x`,'b' AS `y`,'c' AS `z`
alter view words1 as select _latin1 b'1000001' as x, n'b' as y, _latin1'c' as z
  => changed view:.words1 definition: select X'41' AS `x`,'b' AS `y`,'c' AS `z` -> select 'A' AS `x`,'b' AS `y`,'c' AS `z`
drop view words1
  => missing view:.words1 (and 3 parts)
create table chk (a int check (a > 0), b int, check (b > 1), constraint n check (a > b))
  => unexpected table:.chk (and 5 parts)
alter table chk modify a int check (a > 1)
  => changed check_constraint:.chk.a expression: `a` > 0 -> `a` > 1
alter table chk add constraint a check (a > 1)
  => unexpected check_constraint:.chk.a/table
alter table chk drop constraint a
  => missing check_constraint:.chk.a/table
alter table chk drop constraint if exists n
  => missing check_constraint:.chk.n
alter table chk modify a int
  => missing check_constraint:.chk.a
drop table chk
  => missing table:.chk (and 3 parts)
create role mut_a
  => unexpected role:mut_a
  => changed role:root@localhost admin_of: [] -> [mut_a]
  => changed role:root@localhost member_of: [] -> [mut_a]
grant show create routine on procedure mutations.find_name to mut_a
  => unexpected grant:routine."".find_name.mut_a
grant execute on procedure mutations.find_name to mut_a
  => changed grant:routine."".find_name.mut_a privileges: [SHOW CREATE ROUTINE] -> [EXECUTE]
revoke execute on procedure mutations.find_name from mut_a
  => missing grant:routine."".find_name.mut_a
drop role mut_a
  => missing role:mut_a
  => changed role:root@localhost admin_of: [mut_a] -> []
  => changed role:root@localhost member_of: [mut_a] -> []
