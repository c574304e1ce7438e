# Statements in order, and what the diff says of each.
alter table customer drop index ft, add fulltext key ft (txt) with parser ngram
alter table customer drop index ft, add fulltext key ft (txt)
create or replace algorithm=merge view recent as select orders.id from orders where orders.qty > 1
  => changed view:.recent algorithm: UNDEFINED -> MERGE
  => changed view:.recent definition: select `orders`.`id` AS `id` from `orders` where ((`orders`.`qty` > 1) and ((`orders`.`price` < 5) or isnull(`orders`.`price`))) -> select `orders`.`id` AS `id` from `orders` where (`orders`.`qty` > 1)
  => changed view:.recent security: INVOKER -> DEFINER
create or replace algorithm=temptable view recent as select orders.id from orders where orders.qty > 1
  => changed view:.recent algorithm: MERGE -> TEMPTABLE
create or replace algorithm=undefined view recent as select orders.id from orders where orders.qty > 1
  => changed view:.recent algorithm: TEMPTABLE -> UNDEFINED
alter table customer drop index k_name, add index k_name (name) key_block_size=4
  => changed index:.customer.k_name keys: [name(10), born] -> [name]
alter table customer drop index k_name, add index k_name (name)
alter table customer drop index k_name, add index k_name (name) using btree -- unread
  => changed index:.customer.k_name stated_method: null -> BTREE
alter table orders compression=''
alter table orders delay_key_write=1 pack_keys=1
  => changed table:.orders options: {key_block_size=8} -> {delay_key_write=1, key_block_size=8, pack_keys=1}
alter table orders delay_key_write=0 pack_keys=default
  => changed table:.orders options: {delay_key_write=1, key_block_size=8, pack_keys=1} -> {key_block_size=8}
alter table orders insert_method=last
alter table orders connection='x' -- unread
  => changed table:.orders unheeded_connection: null -> x
alter table customer modify txt text column_format fixed -- unread
  => changed column:.customer.txt column_format: null -> FIXED
alter table customer modify txt text storage disk -- unread
  => changed column:.customer.txt column_format: FIXED -> null
  => changed column:.customer.txt storage_medium: null -> DISK
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
create table arch (a int) engine=ARCHIVE
  => unexpected table:.arch (and 1 parts)
alter table arch comment 'x'
  => changed table:.arch comment: null -> x
drop table arch
  => missing table:.arch (and 1 parts)
create table hashes (a int primary key, b int, index using hash (b)) engine=MEMORY
  => unexpected table:.hashes (and 5 parts)
alter table hashes drop index b, add index b using btree (b)
  => changed index:.hashes.b method: hash -> btree
drop table hashes
  => missing table:.hashes (and 5 parts)
alter table customer add j json default (json_object()), add k json
  => unexpected column:.customer.j
  => unexpected column:.customer.k
create index ja on customer ((cast(k->>'$.a' as char(20)) collate utf8mb4_bin))
  => unexpected index:.customer.ja
drop index ja on customer
  => missing index:.customer.ja
alter table customer drop j, drop k
  => missing column:.customer.j
  => missing column:.customer.k
alter table customer modify name varchar(50) character set binary
  => changed column:.customer.name default: 'it''s' -> null
  => changed column:.customer.name nullable: false -> true
  => changed column:.customer.name type: varchar(50) -> varbinary(50)
alter table customer modify name varchar(50) not null default 'it''s'
  => changed column:.customer.name default: null -> 'it''s'
  => changed column:.customer.name nullable: true -> false
  => changed column:.customer.name type: varbinary(50) -> varchar(50)
alter table customer convert to character set utf8mb4 collate utf8mb4_0900_ai_ci
  => changed table:.customer collation: utf8mb4_general_ci -> utf8mb4_0900_ai_ci
  => changed column:.customer.email collation: latin1_general_ci -> null
alter table customer convert to character set utf8mb4 collate utf8mb4_general_ci
  => changed table:.customer collation: utf8mb4_0900_ai_ci -> utf8mb4_general_ci
alter table customer default character set latin1
  => changed table:.customer collation: utf8mb4_general_ci -> latin1_swedish_ci
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
  => changed column:.customer.email collation: utf8mb4_general_ci -> null
  => changed column:.customer.kind collation: utf8mb4_general_ci -> null
  => changed column:.customer.name collation: utf8mb4_general_ci -> null
  => changed column:.customer.none collation: utf8mb4_general_ci -> null
  => changed column:.customer.opts collation: utf8mb4_general_ci -> null
  => changed column:.customer.path collation: utf8mb4_general_ci -> null
  => changed column:.customer.txt collation: utf8mb4_general_ci -> null
  => changed column:.customer.word collation: utf8mb4_general_ci -> null
create table copy1 like customer
  => unexpected table:.copy1 (and 31 parts)
alter table copy1 modify id bigint unsigned not null auto_increment
  => changed column:.copy1.id type: int unsigned -> bigint unsigned
alter table copy1 rename column dt to changed_at, rename column tm to t2
  => renamed column:.copy1.dt -> column:.copy1.changed_at (100 % of its definition is equal)
  => renamed column:.copy1.tm -> column:.copy1.t2 (100 % of its definition is equal)
alter table copy1 rename to copy2
  => renamed table:.copy1 -> table:.copy2 (100 % of its definition is equal)
drop table copy2
  => missing table:.copy2 (and 31 parts)
create table geos (p point srid 4326 not null, l linestring srid 0 not null, m multipolygon, spatial index (p))
  => unexpected table:.geos (and 4 parts)
alter table geos modify l geometry not null
  => changed column:.geos.l srid: 0 -> null
  => changed column:.geos.l type: linestring -> geometry
drop table geos
  => missing table:.geos (and 4 parts)
create table gen (a int, g1 int generated always as (a + 1) virtual, g2 int generated always as (a + 2) stored not null)
  => unexpected table:.gen (and 3 parts)
alter table gen modify g1 int generated always as (a + 3) virtual comment 'g'
  => changed column:.gen.g1 comment: null -> g
  => changed column:.gen.g1 generated: `a` + 1 -> `a` + 3
alter table gen add index kg (g1), add unique index ug (g2)
  => unexpected index:.gen.kg
  => unexpected unique_constraint:.gen.ug
alter table gen drop g1, drop g2
  => missing column:.gen.g1
  => missing column:.gen.g2
  => missing index:.gen.kg
  => missing unique_constraint:.gen.ug
drop table gen
  => missing table:.gen (and 1 parts)
create table keyless (a int, b int)
  => unexpected table:.keyless (and 2 parts)
alter table keyless add constraint pk primary key (a, b)
  => unexpected primary_key:.keyless.PRIMARY
  => changed column:.keyless.a nullable: true -> false
  => changed column:.keyless.b nullable: true -> false
alter table keyless drop primary key, add primary key (b, a)
  => changed primary_key:.keyless.PRIMARY columns: [a, b] -> [b, a]
alter table keyless drop primary key
  => missing primary_key:.keyless.PRIMARY
drop table keyless
  => missing table:.keyless (and 2 parts)
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
alter table parted partition by key algorithm=1 (id) partitions 4
  => changed table:.parted partition_algorithm: 2 -> 1
  => changed table:.parted partition_method: LINEAR KEY -> KEY
alter table parted partition by list columns (id, k) (partition p0 values in ((1, 2), (3, 4)), partition p1 values in ((5, 6)))
  => changed table:.parted partition_algorithm: 1 -> 2
  => changed table:.parted partition_expression: id -> id,k
  => changed table:.parted partition_method: KEY -> LIST COLUMNS
  => changed table:.parted partitions_unnamed: true -> false
  => changed partition:.parted.p0 description: null -> (1,2),(3,4)
  => changed partition:.parted.p1 description: null -> (5,6)
  => missing partition:.parted.p2
  => missing partition:.parted.p3
alter table parted reorganize partition p1 into (partition p1 values in ((5, 6), (7, 8)))
  => changed partition:.parted.p1 description: (5,6) -> (5,6),(7,8)
alter table parted partition by range (id) (partition p0 values less than (10) max_rows=5 min_rows=1, partition p1 values less than (20))
  => changed table:.parted partition_expression: id,k -> id
  => changed table:.parted partition_method: LIST COLUMNS -> RANGE
  => changed partition:.parted.p0 description: (1,2),(3,4) -> 10
  => changed partition:.parted.p0 max_rows: 0 -> 5
  => changed partition:.parted.p0 min_rows: 0 -> 1
  => changed partition:.parted.p1 description: (5,6),(7,8) -> 20
alter table parted reorganize partition p1 into (partition p1 values less than (20) comment 'x' max_rows=9)
  => changed partition:.parted.p1 comment: null -> x
  => changed partition:.parted.p1 max_rows: 0 -> 9
alter table parted truncate partition p0
alter table parted drop partition p1
  => missing partition:.parted.p1
drop table parted
  => missing table:.parted (and 3 parts)
create procedure cursors() language sql not deterministic contains sql sql security definer comment 'c' begin declare d int default 0; declare c cursor for select 1; open c; close c; end
  => unexpected routine:.cursors
alter procedure cursors comment ''
drop procedure cursors
  => missing routine:.cursors
create event once on schedule at '2035-01-01 00:00:00' do set @a = 1
  => unexpected event:.once
alter event once on schedule at '2036-01-01 00:00:00' on completion preserve
  => changed event:.once execute_at: 2035-01-01 00:00:00 -> 2036-01-01 00:00:00
  => changed event:.once on_completion: NOT PRESERVE -> PRESERVE
alter definer=nobody@localhost event once disable on slave
  => changed event:.once definer: root@localhost -> nobody@localhost
  => changed event:.once status: ENABLED -> SLAVESIDE_DISABLED
set time_zone = '+02:00'
alter event once on schedule at '2036-01-01 00:00:00'
  => changed event:.once definer: nobody@localhost -> root@localhost
  => changed event:.once time_zone: +00:00 -> +02:00
set time_zone = 'SYSTEM'
drop event once
  => missing event:.once
create trigger bd before delete on customer for each row set @a = old.id
  => unexpected trigger:.customer.bd
drop trigger bd
  => missing trigger:.customer.bd
create definer=nobody@localhost trigger bd before delete on customer for each row set @a = old.id
  => unexpected trigger:.customer.bd
drop trigger bd
  => missing trigger:.customer.bd
create trigger bd before delete on customer for each row set @a = old.id
  => unexpected trigger:.customer.bd
drop trigger bd
  => missing trigger:.customer.bd
create user mut_ann@'localhost' identified with mysql_native_password by 'x'
  => unexpected role:mut_ann@localhost
alter user mut_ann@'localhost' identified with sha256_password by 'x'
  => changed role:mut_ann@localhost plugin: mysql_native_password -> sha256_password
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
  => changed grant:server.server.mut_ann@localhost grantable: [ALTER, ALTER ROUTINE, APPLICATION_PASSWORD_ADMIN, BACKUP_ADMIN, BINLOG_ADMIN, BINLOG_ENCRYPTION_ADMIN, CONNECTION_ADMIN, CREATE, CREATE ROLE, CREATE ROUTINE, CREATE TABLESPACE, CREATE TEMPORARY TABLES, CREATE USER, CREATE VIEW, DELETE, DROP, DROP ROLE, ENCRYPTION_KEY_ADMIN, EVENT, EXECUTE, FILE, GROUP_REPLICATION_ADMIN, INDEX, INSERT, LOCK TABLES, PERSIST_RO_VARIABLES_ADMIN, PROCESS, REFERENCES, RELOAD, REPLICATION CLIENT, REPLICATION SLAVE, REPLICATION_SLAVE_ADMIN, RESOURCE_GROUP_ADMIN, RESOURCE_GROUP_USER, ROLE_ADMIN, SELECT, SERVICE_CONNECTION_ADMIN, SESSION_VARIABLES_ADMIN, SET_USER_ID, SHOW DATABASES, SHOW VIEW, SHUTDOWN, SUPER, SYSTEM_VARIABLES_ADMIN, TRIGGER, UPDATE, XA_RECOVER_ADMIN] -> [ALTER, ALTER ROUTINE, APPLICATION_PASSWORD_ADMIN, BACKUP_ADMIN, BINLOG_ADMIN, BINLOG_ENCRYPTION_ADMIN, CONNECTION_ADMIN, CREATE, CREATE ROLE, CREATE ROUTINE, CREATE TABLESPACE, CREATE TEMPORARY TABLES, CREATE USER, CREATE VIEW, DELETE, DROP, DROP ROLE, ENCRYPTION_KEY_ADMIN, EVENT, EXECUTE, FILE, GROUP_REPLICATION_ADMIN, INDEX, INSERT, LOCK TABLES, PERSIST_RO_VARIABLES_ADMIN, PROCESS, REFERENCES, RELOAD, REPLICATION CLIENT, REPLICATION SLAVE, REPLICATION_SLAVE_ADMIN, RESOURCE_GROUP_ADMIN, RESOURCE_GROUP_USER, ROLE_ADMIN, SELECT, SERVICE_CONNECTION_ADMIN, SESSION_VARIABLES_ADMIN, SET_USER_ID, SHOW DATABASES, SHOW VIEW, SHUTDOWN, SYSTEM_VARIABLES_ADMIN, TRIGGER, UPDATE, XA_RECOVER_ADMIN]
  => changed grant:server.server.mut_ann@localhost privileges: [ALTER, ALTER ROUTINE, APPLICATION_PASSWORD_ADMIN, BACKUP_ADMIN, BINLOG_ADMIN, BINLOG_ENCRYPTION_ADMIN, CONNECTION_ADMIN, CREATE, CREATE ROLE, CREATE ROUTINE, CREATE TABLESPACE, CREATE TEMPORARY TABLES, CREATE USER, CREATE VIEW, DELETE, DROP, DROP ROLE, ENCRYPTION_KEY_ADMIN, EVENT, EXECUTE, FILE, GROUP_REPLICATION_ADMIN, INDEX, INSERT, LOCK TABLES, PERSIST_RO_VARIABLES_ADMIN, PROCESS, REFERENCES, RELOAD, REPLICATION CLIENT, REPLICATION SLAVE, REPLICATION_SLAVE_ADMIN, RESOURCE_GROUP_ADMIN, RESOURCE_GROUP_USER, ROLE_ADMIN, SELECT, SERVICE_CONNECTION_ADMIN, SESSION_VARIABLES_ADMIN, SET_USER_ID, SHOW DATABASES, SHOW VIEW, SHUTDOWN, SUPER, SYSTEM_VARIABLES_ADMIN, TRIGGER, UPDATE, XA_RECOVER_ADMIN] -> [ALTER, ALTER ROUTINE, APPLICATION_PASSWORD_ADMIN, BACKUP_ADMIN, BINLOG_ADMIN, BINLOG_ENCRYPTION_ADMIN, CONNECTION_ADMIN, CREATE, CREATE ROLE, CREATE ROUTINE, CREATE TABLESPACE, CREATE TEMPORARY TABLES, CREATE USER, CREATE VIEW, DELETE, DROP, DROP ROLE, ENCRYPTION_KEY_ADMIN, EVENT, EXECUTE, FILE, GROUP_REPLICATION_ADMIN, INDEX, INSERT, LOCK TABLES, PERSIST_RO_VARIABLES_ADMIN, PROCESS, REFERENCES, RELOAD, REPLICATION CLIENT, REPLICATION SLAVE, REPLICATION_SLAVE_ADMIN, RESOURCE_GROUP_ADMIN, RESOURCE_GROUP_USER, ROLE_ADMIN, SELECT, SERVICE_CONNECTION_ADMIN, SESSION_VARIABLES_ADMIN, SET_USER_ID, SHOW DATABASES, SHOW VIEW, SHUTDOWN, SYSTEM_VARIABLES_ADMIN, TRIGGER, UPDATE, XA_RECOVER_ADMIN]
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
  => changed grant:server.server.mut_ann@localhost grantable: [ROLE_ADMIN, SYSTEM_VARIABLES_ADMIN, USAGE] -> [ROLE_ADMIN, SYSTEM_VARIABLES_ADMIN]
  => changed grant:server.server.mut_ann@localhost privileges: [ROLE_ADMIN, SYSTEM_VARIABLES_ADMIN, USAGE] -> [ROLE_ADMIN, SYSTEM_VARIABLES_ADMIN]
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
alter table customer add fulltext index fp (path) with parser ngram
  => unexpected index:.customer.fp
alter table customer drop index fp, add fulltext index fp (path), algorithm=copy
  => changed index:.customer.fp parser: ngram -> built-in
alter table customer drop index fp, add fulltext index fp (path) with parser ngram comment 'WITH PARSER `x`', algorithm=copy
  => changed index:.customer.fp comment: null -> WITH PARSER `x`
  => changed index:.customer.fp parser: built-in -> ngram
alter table customer drop index fp
  => missing index:.customer.fp
alter table customer modify txt text default (concat('a)', 'it''s (')) comment 'DEFAULT (x)'
  => changed column:.customer.txt comment: null -> DEFAULT (x)
  => changed column:.customer.txt default: null -> (concat('a)','it\'s ('))
  => changed column:.customer.txt storage_medium: DISK -> null
alter table customer modify txt text default (concat('a)', 'it''s (', "q")) comment 'DEFAULT (x)'
  => changed column:.customer.txt default: (concat('a)','it\'s (')) -> (concat('a)','it\'s (','q'))
alter table customer modify txt text
  => changed column:.customer.txt comment: DEFAULT (x) -> null
  => changed column:.customer.txt default: (concat('a)','it\'s (','q')) -> null
alter table customer modify big bigint default 5
  => changed column:.customer.big default: -1 -> 5
alter table customer modify big bigint default (5)
  => changed column:.customer.big default: 5 -> (5)
alter table customer modify big bigint default -1
  => changed column:.customer.big default: (5) -> -1
alter table customer alter big drop default
  => changed column:.customer.big default: -1 -> null
alter table customer modify big bigint default null -- unread
  => changed column:.customer.big default_dropped: true -> false
create table options (a int) partition by key algorithm=1 (a) partitions 2
  => unexpected table:.options (and 3 parts)
alter table options partition by key algorithm=2 (a) partitions 2
  => changed table:.options partition_algorithm: 1 -> 2
alter table options partition by range (a) (partition p0 values less than (5) max_rows=3, partition p1 values less than (9) max_rows=4)
  => changed table:.options partition_method: KEY -> RANGE
  => changed table:.options partitions_unnamed: true -> false
  => changed partition:.options.p0 description: null -> 5
  => changed partition:.options.p0 max_rows: 0 -> 3
  => changed partition:.options.p1 description: null -> 9
  => changed partition:.options.p1 max_rows: 0 -> 4
alter table options reorganize partition p1 into (partition p1 values less than (9) max_rows=5)
  => changed partition:.options.p1 max_rows: 4 -> 5
grant select on mutations.options to root@localhost
  => unexpected grant:table."".options.root@localhost
create view above as select a from options
  => unexpected view:.above (and 1 parts)
drop table options
  => changed view:.above valid: true -> false
  => missing table:.options (and 4 parts)
drop view above
  => missing view:.above
revoke select on mutations.options from root@localhost
  => missing grant:table."".options.root@localhost
create tablespace mut_space add datafile 'mut_space.ibd' engine=innodb -- unseen
create table spaced (a int) tablespace=mut_space
  => unexpected table:.spaced (and 1 parts)
alter table spaced tablespace=innodb_system
  => changed table:.spaced tablespace: mut_space -> innodb_system
alter table spaced tablespace=mut_space
  => changed table:.spaced tablespace: innodb_system -> mut_space
alter table spaced tablespace=innodb_file_per_table
  => changed table:.spaced tablespace: mut_space -> null
alter table spaced tablespace=innodb_file_per_table
create table spaced2 (a int) tablespace=mut_space
  => unexpected table:.spaced2 (and 1 parts)
drop table spaced2
  => missing table:.spaced2 (and 1 parts)
drop table spaced
  => missing table:.spaced (and 1 parts)
drop tablespace mut_space -- unseen
create view written as select _latin1'x' as a
  => unexpected view:.written (and 1 parts)
alter view written as select _utf8mb4'x' as a -- unread
  => changed view:.written introducers: {1=_latin1} -> {1=_utf8mb4}
drop view written
  => missing view:.written (and 1 parts)
create table halves (a int, b int) partition by range (a) subpartition by hash (b) (partition x values less than (3) (subpartition x1 comment 'u', subpartition x9 max_rows 4))
  => unexpected table:.halves (and 3 parts)
alter table halves partition by range (a) subpartition by hash (b) (partition x values less than (3) (subpartition x1 comment 'u', subpartition x9 max_rows 5)) -- unread
  => changed partition:.halves.x subpartition_options: {x9=MAX_ROWS = 4} -> {x9=MAX_ROWS = 5}
drop table halves
  => missing table:.halves (and 3 parts)
create table isam (a int not null, b varchar(20), c text, key kb (b)) engine=MyISAM
  => unexpected table:.isam (and 4 parts)
alter table isam checksum=1
  => changed table:.isam options: null -> {checksum=1}
alter table isam avg_row_length=50 max_rows=1000 min_rows=5
  => changed table:.isam options: {checksum=1} -> {avg_row_length=50, checksum=1, max_rows=1000, min_rows=5}
alter table isam row_format=fixed
  => changed table:.isam row_format: null -> FIXED
alter table isam row_format=dynamic
  => changed table:.isam row_format: FIXED -> DYNAMIC
alter table isam add fulltext key ft (c) comment 'ft'
  => unexpected index:.isam.ft
alter table isam add key kb2 (b) key_block_size=2048 using btree comment 'c'
  => unexpected index:.isam.kb2
alter table isam drop key kb2, add key kb2 (b) key_block_size=1024
  => changed index:.isam.kb2 comment: c -> null
  => changed index:.isam.kb2 stated_method: BTREE -> null
alter table isam drop key kb, add key kb (b) using btree
  => changed index:.isam.kb stated_method: null -> BTREE
  => changed index:.isam.kb2 block_size: 2048 -> 1024
alter table isam pack_keys=0
  => changed table:.isam options: {avg_row_length=50, checksum=1, max_rows=1000, min_rows=5} -> {avg_row_length=50, checksum=1, max_rows=1000, min_rows=5, pack_keys=0}
alter table isam alter b drop default
  => changed column:.isam.b default_dropped: false -> true
alter table isam alter b set default null
  => changed column:.isam.b default_dropped: true -> false
alter table isam modify b varchar(20) default null column_format dynamic storage memory
  => changed column:.isam.b column_format: null -> DYNAMIC
  => changed column:.isam.b storage_medium: null -> MEMORY
alter table isam alter b set default 'z'
  => changed column:.isam.b default: null -> 'z'
alter table isam alter b drop default
  => changed column:.isam.b default: 'z' -> null
alter table isam modify b varchar(20) not null
  => changed column:.isam.b column_format: DYNAMIC -> null
  => changed column:.isam.b default_dropped: true -> false
  => changed column:.isam.b nullable: true -> false
  => changed column:.isam.b storage_medium: MEMORY -> null
alter table isam modify b varchar(20)
  => changed column:.isam.b nullable: false -> true
alter table isam add primary key using btree (a)
  => unexpected primary_key:.isam.PRIMARY
alter table isam drop primary key, add primary key (a)
  => changed index:.isam.PRIMARY stated_method: BTREE -> null
alter table isam drop primary key, add primary key (a) key_block_size=16
alter table isam engine=InnoDB
  => changed table:.isam engine: MyISAM -> InnoDB
  => changed index:.isam.kb2 block_size: 1024 -> null
drop table isam
  => missing table:.isam (and 8 parts)
create table sec (a int not null, b int, c int) secondary_engine=rapid
  => unexpected table:.sec (and 3 parts)
alter table sec secondary_engine=null
  => changed table:.sec secondary_engine: rapid -> null
alter table sec secondary_engine=other
  => changed table:.sec secondary_engine: null -> other
drop table sec
  => missing table:.sec (and 3 parts)
create table fpt (a int) tablespace=innodb_file_per_table
  => unexpected table:.fpt (and 1 parts)
alter table fpt tablespace=innodb_system
  => changed table:.fpt tablespace: null -> innodb_system
alter table fpt tablespace=innodb_file_per_table
  => changed table:.fpt tablespace: innodb_system -> null
drop table fpt
  => missing table:.fpt (and 1 parts)
create table nodef (a int, b timestamp null, c datetime, d enum('x','y'), e set('x'), f bit(1), g json, h geometry, i tinyblob, j year, k decimal(4,1), l varbinary(4), m time(3), n char(0))
  => unexpected table:.nodef (and 14 parts)
alter table nodef alter a drop default, alter b drop default, alter c drop default
  => changed column:.nodef.a default_dropped: false -> true
  => changed column:.nodef.b default_dropped: false -> true
  => changed column:.nodef.c default_dropped: false -> true
alter table nodef alter d drop default, alter e drop default, alter f drop default, alter g drop default
  => changed column:.nodef.d default_dropped: false -> true
  => changed column:.nodef.e default_dropped: false -> true
  => changed column:.nodef.f default_dropped: false -> true
  => changed column:.nodef.g default_dropped: false -> true
alter table nodef alter h drop default, alter i drop default, alter j drop default
  => changed column:.nodef.h default_dropped: false -> true
  => changed column:.nodef.j default_dropped: false -> true
alter table nodef alter k drop default, alter l drop default, alter m drop default, alter n drop default
  => changed column:.nodef.k default_dropped: false -> true
  => changed column:.nodef.l default_dropped: false -> true
  => changed column:.nodef.m default_dropped: false -> true
  => changed column:.nodef.n default_dropped: false -> true
alter table nodef modify a int comment 'DEFAULT NULL'
  => changed column:.nodef.a comment: null -> DEFAULT NULL
  => changed column:.nodef.a default_dropped: true -> false
alter table nodef modify c datetime default null on update current_timestamp
  => changed column:.nodef.c default_dropped: true -> false
  => changed column:.nodef.c on_update: null -> CURRENT_TIMESTAMP
alter table nodef alter c drop default
  => changed column:.nodef.c default_dropped: false -> true
alter table nodef modify d enum('x','y') character set latin1
  => changed column:.nodef.d collation: null -> latin1_swedish_ci
  => changed column:.nodef.d default_dropped: true -> false
alter table nodef change a aa int
  => missing column:.nodef.a
  => unexpected column:.nodef.aa
alter table nodef alter aa drop default
  => changed column:.nodef.aa default_dropped: false -> true
alter table nodef rename column aa to aaa
  => renamed column:.nodef.aa -> column:.nodef.aaa (100 % of its definition is equal)
alter table nodef add z int generated always as (aaa + 1) virtual after aaa
  => unexpected column:.nodef.z
alter table nodef modify aaa int first
  => changed column:.nodef.aaa default_dropped: true -> false
alter table nodef modify n char(0) after aaa
  => changed column:.nodef.n default_dropped: true -> false
  => changed column:.nodef.n position: 15 -> 2
drop table nodef
  => missing table:.nodef (and 15 parts)
create table `odd ``name` (`key` int, `PRIMARY KEY` int, `KEY ``x```  int, key `UNIQUE` (`key`), unique key `FULLTEXT` (`PRIMARY KEY`), key `primary key` (`key`))
  => unexpected table:."odd `name" (and 7 parts)
alter table `odd ``name` drop key `UNIQUE`, add key `UNIQUE` (`key`) using btree
  => changed index:."odd `name".UNIQUE stated_method: null -> BTREE
alter table `odd ``name` drop key `FULLTEXT`, add unique key `FULLTEXT` (`PRIMARY KEY`) key_block_size=3
alter table `odd ``name` drop key `primary key`, add key `primary key` (`key`) comment 'USING BTREE KEY_BLOCK_SIZE=9'
  => changed index:."odd `name"."primary key" comment: null -> USING BTREE KEY_BLOCK_SIZE=9
alter table `odd ``name` add primary key (`key`) using btree
  => unexpected primary_key:."odd `name".PRIMARY
  => changed column:."odd `name".key nullable: true -> false
alter table `odd ``name` alter `PRIMARY KEY` drop default
  => changed column:."odd `name"."PRIMARY KEY" default_dropped: false -> true
drop table `odd ``name`
  => missing table:."odd `name" (and 9 parts)
create view words1 as select _latin1'a' as x, 'b' as y, concat(_utf8mb4'c' collate utf8mb4_bin, 'd') as z
  => unexpected view:.words1 (and 3 parts)
alter view words1 as select 'a' as x, _latin1'b' as y, concat(_utf8mb4'c' collate utf8mb4_bin, 'd') as z
  => changed view:.words1 introducers: {1=_latin1, 3=_utf8mb4} -> {2=_latin1, 3=_utf8mb4}
alter view words1 as select 'a' as x, _latin1'b' as y, concat('c' collate utf8mb4_bin, 'd') as z
  => changed view:.words1 introducers: {2=_latin1, 3=_utf8mb4} -> {2=_latin1}
alter view words1 as select _latin1 0x41 as x, n'b' as y, _binary'c' as z
  => changed view:.words1 definition: select 'a' AS `x`,'b' AS `y`,concat(('c' collate utf8mb4_bin),'d') AS `z` -> select 'A' AS `x`,'b' AS `y`,'c' AS `z`
alter view words1 as select _utf8mb4 0x41 as x, n'b' as y, _binary'c' as z
  => changed view:.words1 introducers: {1=_latin1, 3=_binary} -> {1=_utf8mb4, 3=_binary}
alter view words1 as select x'41' as x, n'b' as y, _latin1'c' as z
  => changed view:.words1 definition: select 'A' AS `x`,'b' AS `y`,'c' AS `z` -> select 0x41 AS `x`,'b' AS `y`,'c' AS `z`
alter view words1 as select _latin1 b'1000001' as x, n'b' as y, _latin1'c' as z
  => changed view:.words1 definition: select 0x41 AS `x`,'b' AS `y`,'c' AS `z` -> select 'A' AS `x`,'b' AS `y`,'c' AS `z`
drop view words1
  => missing view:.words1 (and 3 parts)
set time_zone = '+05:00'
alter table customer modify at timestamp not null default '2020-01-01 05:00:00'
  => changed column:.customer.at default: CURRENT_TIMESTAMP -> '2020-01-01 00:00:00'
  => changed column:.customer.at on_update: CURRENT_TIMESTAMP -> null
set time_zone = 'SYSTEM'
alter table customer modify at timestamp not null default '2020-01-01 00:00:00'
create table sets (a varchar(9), b varchar(9) default (_latin1'x'), c varchar(9) character set latin1, g varchar(9) as (concat(c, 'x')), key k ((concat(c, 'x'))))
  => unexpected table:.sets (and 5 parts)
alter table sets modify b varchar(9) default ('x') -- unread
  => changed column:.sets.b introducers: {1=_latin1} -> null
alter table sets modify g varchar(9) as (concat(c, 'y'))
  => changed column:.sets.g generated: concat(`c`,'x') -> concat(`c`,'y')
alter table sets comment 'made anew', algorithm=copy
  => changed table:.sets comment: null -> made anew
alter table sets drop key k, add key k ((concat(a, 'x')))
  => changed index:.sets.k keys: [concat(`c`,_latin1'x')] -> [concat(`a`,'x')]
drop table sets
  => missing table:.sets (and 5 parts)
