# Statements in order, and what the diff says of each.
alter table customer add column nick varchar(20)
  => unexpected column:.customer.nick
alter table customer modify nick varchar(30)
  => changed column:.customer.nick type: varchar(20) -> varchar(30)
update customer set nick = 'n'
alter table customer modify nick varchar(30) not null default ''
  => changed column:.customer.nick default: null -> ''
  => changed column:.customer.nick nullable: true -> false
alter table customer modify nick varchar(30) not null default 'x'
  => changed column:.customer.nick default: '' -> 'x'
alter table customer modify nick varchar(30) not null
  => changed column:.customer.nick default: 'x' -> null
alter table customer modify nick varchar(30) default 'NULL'
  => changed column:.customer.nick default: null -> 'NULL'
  => changed column:.customer.nick nullable: false -> true
alter table customer modify nick varchar(30) default null
  => changed column:.customer.nick default: 'NULL' -> null
alter table customer modify nick varchar(30) comment 'short name'
  => changed column:.customer.nick comment: null -> short name
alter table customer modify nick varchar(30) comment 'it''s "short"'
  => changed column:.customer.nick comment: short name -> it's "short"
alter table customer modify nick varchar(30) character set latin1
  => changed column:.customer.nick collation: null -> latin1_swedish_ci
  => changed column:.customer.nick comment: it's "short" -> null
alter table customer modify nick varchar(30) collate utf8mb4_bin
  => changed column:.customer.nick collation: latin1_swedish_ci -> utf8mb4_bin
alter table customer modify nick varchar(30)
  => changed column:.customer.nick collation: utf8mb4_bin -> null
alter table customer modify nick char(30)
  => changed column:.customer.nick type: varchar(30) -> char(30)
alter table customer modify nick text
  => changed column:.customer.nick type: char(30) -> text
alter table customer modify nick mediumtext
  => changed column:.customer.nick type: text -> mediumtext
alter table customer modify nick tinyblob
  => changed column:.customer.nick type: mediumtext -> tinyblob
alter table customer modify nick varchar(30) first
  => changed column:.customer.nick position: 25 -> 1
  => changed column:.customer.nick type: tinyblob -> varchar(30)
alter table customer modify nick varchar(30) after price
  => changed column:.customer.nick position: 1 -> 14
alter table customer rename index k_name to k_name2
  => renamed index:.customer.k_name -> index:.customer.k_name2 (100 % of its definition is equal)
alter table customer rename index k_name2 to k_name
  => renamed index:.customer.k_name2 -> index:.customer.k_name (100 % of its definition is equal)
alter table customer change nick nickname varchar(30)
  => renamed column:.customer.nick -> column:.customer.nickname (100 % of its definition is equal)
alter table customer drop column nickname
  => missing column:.customer.nickname
alter table customer modify born date
  => changed column:.customer.born default: '2000-01-01' -> null
alter table customer modify born date not null default '2001-01-01'
  => changed column:.customer.born default: null -> '2001-01-01'
  => changed column:.customer.born nullable: true -> false
alter table customer modify born datetime
  => changed column:.customer.born default: '2001-01-01' -> null
  => changed column:.customer.born nullable: false -> true
  => changed column:.customer.born type: date -> datetime
alter table customer modify born date default '2000-01-01'
  => changed column:.customer.born default: null -> '2000-01-01'
  => changed column:.customer.born type: datetime -> date
alter table customer modify at timestamp not null default current_timestamp
  => changed column:.customer.at on_update: CURRENT_TIMESTAMP -> null
alter table customer modify at timestamp null
  => changed column:.customer.at default: CURRENT_TIMESTAMP -> null
  => changed column:.customer.at nullable: false -> true
alter table customer modify at datetime default current_timestamp on update current_timestamp
  => changed column:.customer.at default: null -> CURRENT_TIMESTAMP
  => changed column:.customer.at on_update: null -> CURRENT_TIMESTAMP
  => changed column:.customer.at type: timestamp -> datetime
alter table customer modify at timestamp(6) not null default current_timestamp(6)
  => changed column:.customer.at default: CURRENT_TIMESTAMP -> CURRENT_TIMESTAMP(6)
  => changed column:.customer.at nullable: true -> false
  => changed column:.customer.at on_update: CURRENT_TIMESTAMP -> null
  => changed column:.customer.at type: datetime -> timestamp(6)
alter table customer modify at timestamp not null default current_timestamp on update current_timestamp
  => changed column:.customer.at default: CURRENT_TIMESTAMP(6) -> CURRENT_TIMESTAMP
  => changed column:.customer.at on_update: null -> CURRENT_TIMESTAMP
  => changed column:.customer.at type: timestamp(6) -> timestamp
alter table customer modify flag tinyint not null default 0
  => changed column:.customer.flag type: tinyint(1) -> tinyint
alter table customer modify flag tinyint unsigned not null default 0
  => changed column:.customer.flag type: tinyint -> tinyint unsigned
alter table customer modify flag smallint not null default 0
  => changed column:.customer.flag type: tinyint unsigned -> smallint
alter table customer modify flag bigint not null default 1
  => changed column:.customer.flag default: 0 -> 1
  => changed column:.customer.flag type: smallint -> bigint
alter table customer modify flag tinyint(1) not null default 0
  => changed column:.customer.flag default: 1 -> 0
  => changed column:.customer.flag type: bigint -> tinyint(1)
alter table customer modify bits bit(8) default b'101'
  => changed column:.customer.bits type: bit(3) -> bit(8)
alter table customer modify bits bit(8) default b'111'
  => changed column:.customer.bits default: b'101' -> b'111'
alter table customer modify bits bit(8)
  => changed column:.customer.bits default: b'111' -> null
alter table customer modify kind enum('a','b''c','d') default 'a'
  => changed column:.customer.kind type: enum('a','b''c') -> enum('a','b''c','d')
alter table customer modify kind enum('a','b''c') default 'b''c'
  => changed column:.customer.kind default: 'a' -> 'b''c'
  => changed column:.customer.kind type: enum('a','b''c','d') -> enum('a','b''c')
alter table customer modify opts set('x','y','z') default 'x'
  => changed column:.customer.opts default: 'x,y' -> 'x'
  => changed column:.customer.opts type: set('x','y') -> set('x','y','z')
alter table customer modify opts set('x','y') default 'x,y'
  => changed column:.customer.opts default: 'x' -> 'x,y'
  => changed column:.customer.opts type: set('x','y','z') -> set('x','y')
alter table customer modify price decimal(12,2) default 1.5
  => changed column:.customer.price type: decimal(10,2) -> decimal(12,2)
alter table customer modify price decimal(12,4) default 1.5
  => changed column:.customer.price default: 1.50 -> 1.5000
  => changed column:.customer.price type: decimal(12,2) -> decimal(12,4)
alter table customer modify price decimal(12,4) unsigned default 1.5
  => changed column:.customer.price type: decimal(12,4) -> decimal(12,4) unsigned
alter table customer modify price double
  => changed column:.customer.price default: 1.5000 -> null
  => changed column:.customer.price type: decimal(12,4) unsigned -> double
alter table customer modify price float
  => changed column:.customer.price type: double -> float
alter table customer modify price decimal(10,2) default 1.5
  => changed column:.customer.price default: null -> 1.50
  => changed column:.customer.price type: float -> decimal(10,2)
alter table customer modify zf int(8) unsigned zerofill default 7
  => changed column:.customer.zf default: 00007 -> 00000007
  => changed column:.customer.zf type: int(5) unsigned zerofill -> int(8) unsigned zerofill
alter table customer modify zf int unsigned default 7
  => changed column:.customer.zf default: 00000007 -> 7
  => changed column:.customer.zf type: int(8) unsigned zerofill -> int unsigned
alter table customer modify zf int
  => changed column:.customer.zf default: 7 -> null
  => changed column:.customer.zf type: int unsigned -> int
alter table customer modify bin varbinary(20)
  => changed column:.customer.bin type: varbinary(10) -> varbinary(20)
alter table customer modify bin binary(20)
  => changed column:.customer.bin type: varbinary(20) -> binary(20)
alter table customer modify tm time(3) default '10:00:00'
  => changed column:.customer.tm default: '10:00:00' -> '10:00:00.000'
  => changed column:.customer.tm type: time -> time(3)
alter table customer modify tm time
  => changed column:.customer.tm default: '10:00:00.000' -> null
  => changed column:.customer.tm type: time(3) -> time
alter table customer modify yr year default 2021
  => changed column:.customer.yr default: 2020 -> 2021
update customer set big = 1, name = concat(id), price = id
alter table customer modify big bigint unsigned default 1
  => changed column:.customer.big default: -1 -> 1
  => changed column:.customer.big type: bigint -> bigint unsigned
alter table customer modify big bigint default -2
  => changed column:.customer.big default: 1 -> -2
  => changed column:.customer.big type: bigint unsigned -> bigint
alter table customer alter column big set default 7
  => changed column:.customer.big default: -2 -> 7
alter table customer alter column big drop default
  => changed column:.customer.big default: 7 -> null
alter table customer modify doc longtext
  => changed column:.customer.doc type: json -> longtext
alter table customer modify doc json
  => changed column:.customer.doc type: longtext -> json
alter table customer modify path varchar(20) default 'a\\c'
  => changed column:.customer.path default: 'a\\b' -> 'a\\c'
alter table customer modify path varchar(20) default 'a\nb'
  => changed column:.customer.path default: 'a\\c' -> 'a\nb'
alter table customer modify path varchar(20) default '%s'
  => changed column:.customer.path default: 'a\nb' -> '%s'
alter table customer add index k_price (price)
  => unexpected index:.customer.k_price
alter table customer drop index k_price, add index k_price (price, kind)
  => changed index:.customer.k_price keys: [price] -> [price, kind]
alter table customer drop index k_price, add index k_price (kind, price)
  => changed index:.customer.k_price keys: [price, kind] -> [kind, price]
alter table customer drop index k_price, add unique index k_price (kind, price)
  => changed index:.customer.k_price unique: false -> true
  => unexpected unique_constraint:.customer.k_price
alter table customer drop index k_price, add index k_price (kind, price) comment 'for search'
  => changed index:.customer.k_price comment: null -> for search
  => changed index:.customer.k_price unique: true -> false
  => missing unique_constraint:.customer.k_price
alter table customer drop index k_price
  => missing index:.customer.k_price
alter table customer add index k_path (path(5))
  => unexpected index:.customer.k_path
alter table customer drop index k_path, add index k_path (path(6))
  => changed index:.customer.k_path keys: [path(5)] -> [path(6)]
alter table customer drop index k_path, add index k_path (path)
  => changed index:.customer.k_path keys: [path(6)] -> [path]
alter table customer drop index k_path
  => missing index:.customer.k_path
alter table customer add fulltext index ft_path (path)
  => unexpected index:.customer.ft_path
alter table customer drop index ft_path
  => missing index:.customer.ft_path
alter table customer drop index sp
  => missing index:.customer.sp
alter table customer add spatial index sp (geo)
  => unexpected index:.customer.sp
alter table customer drop index uq_mail
  => missing unique_constraint:.customer.uq_mail
alter table customer add unique key uq_mail (email, born)
  => unexpected unique_constraint:.customer.uq_mail
alter table customer drop index uq_mail, add unique key uq_mail (email)
  => changed unique_constraint:.customer.uq_mail columns: [email, born] -> [email]
alter table customer drop index ft
  => missing index:.customer.ft
alter table customer add fulltext key ft (txt)
  => unexpected index:.customer.ft
alter table orders drop foreign key fk_self
  => missing foreign_key:.orders.fk_self
alter table orders add constraint fk_self foreign key (ref_id) references orders (id) on delete cascade
  => unexpected foreign_key:.orders.fk_self
alter table orders drop foreign key fk_self, add constraint fk_self2 foreign key (ref_id) references orders (id) on delete set null
  => missing foreign_key:.orders.fk_self
  => unexpected foreign_key:.orders.fk_self2
  => renamed index:.orders.fk_self -> index:.orders.fk_self2 (100 % of its definition is equal)
alter table orders drop foreign key fk_self2
  => missing foreign_key:.orders.fk_self2
alter table orders add constraint fk_self foreign key (ref_id) references orders (id) on update cascade
  => unexpected foreign_key:.orders.fk_self
  => renamed index:.orders.fk_self2 -> index:.orders.fk_self (100 % of its definition is equal)
alter table orders drop foreign key fk_self
  => missing foreign_key:.orders.fk_self
alter table orders add constraint fk_self foreign key (ref_id) references orders (id)
  => unexpected foreign_key:.orders.fk_self
alter table orders drop foreign key fk_customer
  => missing foreign_key:.orders.fk_customer
alter table orders add constraint fk_customer foreign key (customer_id) references customer (id) on delete restrict on update cascade
  => unexpected foreign_key:.orders.fk_customer
alter table orders modify qty int not null default 1 comment 'pieces'
  => changed column:.orders.qty comment: null -> pieces
alter table orders comment 'the orders'
  => changed table:.orders comment: null -> the orders
alter table orders comment ''
  => changed table:.orders comment: the orders -> null
alter table orders row_format=dynamic key_block_size=0
  => changed table:.orders options: {key_block_size=8} -> null
  => changed table:.orders row_format: COMPRESSED -> DYNAMIC
alter table orders row_format=compact
  => changed table:.orders row_format: DYNAMIC -> COMPACT
alter table orders row_format=default
  => changed table:.orders row_format: COMPACT -> null
alter table orders stats_persistent=1
  => changed table:.orders options: null -> {stats_persistent=1}
alter table orders stats_persistent=default
  => changed table:.orders options: {stats_persistent=1} -> null
alter table orders stats_auto_recalc=0 stats_sample_pages=10
  => changed table:.orders options: null -> {stats_auto_recalc=0, stats_sample_pages=10}
alter table orders max_rows=1000 min_rows=10 avg_row_length=100
  => changed table:.orders options: {stats_auto_recalc=0, stats_sample_pages=10} -> {avg_row_length=100, max_rows=1000, min_rows=10, stats_auto_recalc=0, stats_sample_pages=10}
alter table orders checksum=1
  => changed table:.orders options: {avg_row_length=100, max_rows=1000, min_rows=10, stats_auto_recalc=0, stats_sample_pages=10} -> {avg_row_length=100, checksum=1, max_rows=1000, min_rows=10, stats_auto_recalc=0, stats_sample_pages=10}
alter table orders checksum=0
  => changed table:.orders options: {avg_row_length=100, checksum=1, max_rows=1000, min_rows=10, stats_auto_recalc=0, stats_sample_pages=10} -> {avg_row_length=100, max_rows=1000, min_rows=10, stats_auto_recalc=0, stats_sample_pages=10}
alter table orders default charset latin1
  => changed table:.orders collation: utf8mb4_general_ci -> latin1_swedish_ci
  => changed column:.orders.label collation: null -> utf8mb4_general_ci
alter table orders convert to character set utf8mb4 collate utf8mb4_unicode_ci
  => changed table:.orders collation: latin1_swedish_ci -> utf8mb4_unicode_ci
  => changed column:.orders.label collation: utf8mb4_general_ci -> null
alter table orders convert to character set utf8mb4 collate utf8mb4_general_ci
  => changed table:.orders collation: utf8mb4_unicode_ci -> utf8mb4_general_ci
alter table orders engine=InnoDB
alter table orders drop column label
  => missing column:.orders.label
alter table orders add column label varchar(80) as (concat('m ', qty)) virtual
  => unexpected column:.orders.label
alter table orders drop column label, add column label varchar(80) as (concat('m ', qty)) stored
  => changed column:.orders.label generated_kind: virtual -> stored
alter table orders modify label varchar(90) as (concat('m ', qty)) stored
  => changed column:.orders.label type: varchar(80) -> varchar(90)
alter table orders modify total decimal(12,2) generated always as (qty * price + 1) stored
  => changed column:.orders.total generated: `qty` * `price` -> `qty` * `price` + 1
alter table orders modify total decimal(12,2)
  => changed column:.orders.total generated: `qty` * `price` + 1 -> null
  => changed column:.orders.total generated_kind: stored -> null
create table small (id int)
  => unexpected table:.small (and 1 parts)
alter table small add primary key (id)
  => unexpected primary_key:.small.PRIMARY
  => changed column:.small.id nullable: true -> false
alter table small drop primary key
  => missing primary_key:.small.PRIMARY
alter table small add column b int, add primary key (id, b)
  => unexpected primary_key:.small.PRIMARY
  => unexpected column:.small.b
alter table small drop primary key, add primary key (b, id)
  => changed primary_key:.small.PRIMARY columns: [id, b] -> [b, id]
alter table small modify id int auto_increment, add key (id)
  => changed column:.small.id identity: null -> auto_increment
  => unexpected index:.small.id
alter table small engine=MyISAM
  => changed table:.small engine: InnoDB -> MyISAM
alter table small disable keys -- unseen
alter table small enable keys -- unseen
alter table small engine=MEMORY
  => changed table:.small engine: MyISAM -> MEMORY
  => changed index:.small.PRIMARY method: btree -> hash
  => changed index:.small.id method: btree -> hash
alter table small engine=InnoDB
  => changed table:.small engine: MEMORY -> InnoDB
  => changed index:.small.PRIMARY method: hash -> btree
  => changed index:.small.id method: hash -> btree
rename table small to tiny
  => renamed table:.small -> table:.tiny (100 % of its definition is equal)
alter table tiny rename to little
  => renamed table:.tiny -> table:.little (100 % of its definition is equal)
create table `we``ird "name".x` (`co``l 'q' éß` int comment 'naïve ✓', `select` int, key `k``1` (`select`))
  => unexpected table:."we`ird \"name\".x" (and 3 parts)
alter table `we``ird "name".x` modify `co``l 'q' éß` bigint comment 'naïve ✓'
  => changed column:."we`ird \"name\".x"."co`l 'q' éß" type: int -> bigint
drop table `we``ird "name".x`
  => missing table:."we`ird \"name\".x" (and 3 parts)
drop table little
  => missing table:.little (and 5 parts)
alter table parts partition by hash (id) partitions 3
  => changed table:.parts partition_expression: year(d) -> id
  => changed table:.parts partition_method: RANGE -> HASH
  => changed table:.parts partitions_unnamed: false -> true
  => changed table:.parts subpartition_expression: id -> null
  => changed table:.parts subpartition_method: HASH -> null
  => changed table:.parts subpartitions_unnamed: true -> false
  => changed partition:.parts.p0 description: 2020 -> null
  => changed partition:.parts.p0 subpartitions: [p0sp0, p0sp1] -> []
  => changed partition:.parts.p1 description: MAXVALUE -> null
  => changed partition:.parts.p1 subpartitions: [p1sp0, p1sp1] -> []
  => unexpected partition:.parts.p2
alter table parts add partition partitions 1
  => unexpected partition:.parts.p3
alter table parts coalesce partition 1
  => missing partition:.parts.p3
alter table parts partition by key (id) partitions 2
  => changed table:.parts partition_method: HASH -> KEY
  => missing partition:.parts.p2
alter table parts partition by list (id) (partition a values in (1,2), partition b values in (3))
  => changed table:.parts partition_method: KEY -> LIST
  => changed table:.parts partitions_unnamed: true -> false
  => unexpected partition:.parts.a
  => unexpected partition:.parts.b
  => missing partition:.parts.p0
  => missing partition:.parts.p1
alter table parts add partition (partition c values in (4,5))
  => unexpected partition:.parts.c
alter table parts drop partition c
  => missing partition:.parts.c
alter table parts reorganize partition a into (partition a1 values in (1), partition a2 values in (2))
  => missing partition:.parts.a
  => unexpected partition:.parts.a1
  => unexpected partition:.parts.a2
alter table parts partition by range columns (d) (partition p0 values less than ('2020-01-01') comment 'old', partition p1 values less than (maxvalue))
  => changed table:.parts partition_expression: id -> d
  => changed table:.parts partition_method: LIST -> RANGE COLUMNS
  => missing partition:.parts.a1
  => missing partition:.parts.a2
  => missing partition:.parts.b
  => unexpected partition:.parts.p0
  => unexpected partition:.parts.p1
alter table parts partition by range columns (d) (partition p0 values less than ('2021-01-01') comment 'older', partition p1 values less than (maxvalue))
  => changed partition:.parts.p0 comment: old -> older
  => changed partition:.parts.p0 description: '2020-01-01' -> '2021-01-01'
alter table parts remove partitioning
  => changed table:.parts partition_expression: d -> null
  => changed table:.parts partition_method: RANGE COLUMNS -> null
  => changed table:.parts table_kind: partitioned -> table
  => missing partition:.parts.p0
  => missing partition:.parts.p1
create or replace view recent as select orders.id from orders where orders.qty > 2
  => changed view:.recent definition: select `orders`.`id` AS `id` from `orders` where `orders`.`qty` > 1 and (`orders`.`price` < 5 or `orders`.`price` is null) -> select `orders`.`id` AS `id` from `orders` where `orders`.`qty` > 2
  => changed view:.recent security: INVOKER -> DEFINER
create or replace view recent as select orders.id, orders.qty from orders where orders.qty > 2
  => changed view:.recent definition: select `orders`.`id` AS `id` from `orders` where `orders`.`qty` > 2 -> select `orders`.`id` AS `id`,`orders`.`qty` AS `qty` from `orders` where `orders`.`qty` > 2
  => unexpected column:.recent.qty
create or replace view recent as select orders.id, orders.qty from orders where orders.qty > 2 with cascaded check option
  => changed view:.recent check_option: null -> CASCADED
create or replace view recent as select orders.id, orders.qty from orders where orders.qty > 2 with local check option
  => changed view:.recent check_option: CASCADED -> LOCAL
create or replace sql security invoker view recent as select orders.id, orders.qty from orders where orders.qty > 2
  => changed view:.recent check_option: LOCAL -> null
  => changed view:.recent security: DEFINER -> INVOKER
create or replace view recent as select orders.id, orders.qty as mutations from orders mutations join orders on orders.id = mutations.id
  => changed view:.recent definition: select `orders`.`id` AS `id`,`orders`.`qty` AS `qty` from `orders` where `orders`.`qty` > 2 -> select `orders`.`id` AS `id`,`orders`.`qty` AS `mutations` from (`orders` `mutations` join `orders` on(`orders`.`id` = `mutations`.`id`))
  => changed view:.recent security: INVOKER -> DEFINER
  => unexpected column:.recent.mutations
  => missing column:.recent.qty
create or replace view recent as select mutations.id from orders mutations
  => changed view:.recent definition: select `orders`.`id` AS `id`,`orders`.`qty` AS `mutations` from (`orders` `mutations` join `orders` on(`orders`.`id` = `mutations`.`id`)) -> select `mutations`.`id` AS `id` from `orders` `mutations`
  => missing column:.recent.mutations
create view extra as select 1 as one, 'a' as letter
  => unexpected view:.extra (and 2 parts)
drop view extra
  => missing view:.extra (and 2 parts)
drop procedure find_name
  => missing routine:.find_name
create procedure find_name(in a int, out b varchar(10)) begin select name into b from customer where id = a limit 1; end
  => unexpected routine:.find_name
alter procedure find_name comment 'finds a name'
  => changed routine:.find_name comment: null -> finds a name
alter procedure find_name sql security invoker
  => changed routine:.find_name security_definer: true -> false
alter procedure find_name modifies sql data
  => changed routine:.find_name data_access: CONTAINS SQL -> MODIFIES SQL DATA
drop procedure find_name
  => missing routine:.find_name
create procedure find_name(in a bigint, out b varchar(10)) begin select name into b from customer where id = a limit 1; end
  => unexpected routine:.find_name
drop procedure find_name
  => missing routine:.find_name
create procedure find_name(in a bigint, inout b varchar(10) character set latin1) begin select name into b from customer where id = a limit 1; end
  => unexpected routine:.find_name
create procedure plus_one(in x int) select x
  => unexpected routine:.plus_one/procedure
drop procedure plus_one
  => missing routine:.plus_one/procedure
drop function plus_one
  => missing routine:.plus_one
create function plus_one(x int) returns bigint deterministic return x + 1
  => unexpected routine:.plus_one
drop function plus_one
  => missing routine:.plus_one
create function plus_one(x int) returns bigint not deterministic no sql return x + 1
  => unexpected routine:.plus_one
drop function plus_one
  => missing routine:.plus_one
create function plus_one(x int) returns varchar(10) character set latin1 not deterministic no sql return x + 1
  => unexpected routine:.plus_one
drop trigger second
  => missing trigger:.orders.second
create trigger second after insert on orders for each row set @x = 1
  => unexpected trigger:.orders.second
drop trigger second
  => missing trigger:.orders.second
create trigger second before update on orders for each row set new.price = 1
  => unexpected trigger:.orders.second
create trigger third before update on orders for each row precedes second set new.price = 2
  => unexpected trigger:.orders.third
drop trigger third
  => missing trigger:.orders.third
create trigger third before update on orders for each row follows second set new.price = 2
  => unexpected trigger:.orders.third
drop trigger second
  => missing trigger:.orders.second
set sql_mode = 'ANSI_QUOTES,STRICT_TRANS_TABLES'
create trigger fourth before delete on orders for each row set @x = 2
  => unexpected trigger:.orders.fourth
set sql_mode = 'STRICT_TRANS_TABLES'
drop trigger fourth
  => missing trigger:.orders.fourth
create trigger fourth before delete on orders for each row set @x = 2
  => unexpected trigger:.orders.fourth
alter event nightly enable
  => changed event:.nightly status: DISABLED -> ENABLED
alter event nightly disable
  => changed event:.nightly status: ENABLED -> DISABLED
alter event nightly on schedule every 2 hour starts '2030-01-01 00:00:00'
  => changed event:.nightly interval: 1 DAY -> 2 HOUR
alter event nightly on schedule every 2 hour starts '2030-01-01 00:00:00' ends '2031-01-01 00:00:00'
  => changed event:.nightly ends: null -> 2031-01-01 00:00:00
alter event nightly on schedule at '2035-05-05 05:05:05'
  => changed event:.nightly ends: 2031-01-01 00:00:00 -> null
  => changed event:.nightly event_type: RECURRING -> ONE TIME
  => changed event:.nightly execute_at: null -> 2035-05-05 05:05:05
  => changed event:.nightly interval: 2 HOUR -> null
  => changed event:.nightly starts: 2030-01-01 00:00:00 -> null
alter event nightly on completion not preserve
  => changed event:.nightly on_completion: PRESERVE -> NOT PRESERVE
alter event nightly comment 'other'
  => changed event:.nightly comment: at night -> other
alter event nightly do delete from orders where id < -1
  => changed event:.nightly body: delete from orders where id < 0 -> delete from orders where id < -1
alter event nightly rename to daily
  => renamed event:.nightly -> event:.daily (100 % of its definition is equal)
drop event daily
  => missing event:.daily
alter database mutations character set latin1 collate latin1_swedish_ci
  => changed schema: collation: utf8mb4_general_ci -> latin1_swedish_ci
alter database mutations character set utf8mb4 collate utf8mb4_general_ci
  => changed schema: collation: latin1_swedish_ci -> utf8mb4_general_ci
create user mut_ann@'%' identified by 'Secret-1'
  => unexpected role:mut_ann@%
grant select on mutations.* to mut_ann@'%'
  => unexpected grant:schema."".mut_ann@%
grant insert, update on mutations.* to mut_ann@'%'
  => changed grant:schema."".mut_ann@% privileges: [SELECT] -> [INSERT, SELECT, UPDATE]
revoke insert on mutations.* from mut_ann@'%'
  => changed grant:schema."".mut_ann@% privileges: [INSERT, SELECT, UPDATE] -> [SELECT, UPDATE]
grant delete on mutations.customer to mut_ann@'%'
  => unexpected grant:table."".customer.mut_ann@%
grant delete on mutations.customer to mut_ann@'%' with grant option
  => changed grant:table."".customer.mut_ann@% grantable: [] -> [DELETE]
revoke grant option on mutations.customer from mut_ann@'%'
  => changed grant:table."".customer.mut_ann@% grantable: [DELETE] -> []
grant select (name, email) on mutations.customer to mut_ann@'%'
  => unexpected grant:column."".customer.email.mut_ann@%
  => unexpected grant:column."".customer.name.mut_ann@%
revoke select (email) on mutations.customer from mut_ann@'%'
  => missing grant:column."".customer.email.mut_ann@%
grant select on mutations.recent to mut_ann@'%'
  => unexpected grant:view."".recent.mut_ann@%
grant execute on procedure mutations.find_name to mut_ann@'%'
  => unexpected grant:routine."".find_name.mut_ann@%
grant alter routine, execute on function mutations.plus_one to mut_ann@'%' with grant option
  => unexpected grant:routine."".plus_one.mut_ann@%
revoke execute on procedure mutations.find_name from mut_ann@'%'
  => missing grant:routine."".find_name.mut_ann@%
grant process, file on *.* to mut_ann@'%'
  => unexpected grant:server.server.mut_ann@%
revoke file on *.* from mut_ann@'%'
  => changed grant:server.server.mut_ann@% privileges: [FILE, PROCESS] -> [PROCESS]
grant usage on mutations.* to mut_ann@'%' with grant option
  => changed grant:schema."".mut_ann@% grantable: [] -> [SELECT, UPDATE]
revoke all privileges, grant option from mut_ann@'%'
  => missing grant:column."".customer.name.mut_ann@%
  => missing grant:routine."".plus_one.mut_ann@%
  => missing grant:schema."".mut_ann@%
  => missing grant:server.server.mut_ann@%
  => missing grant:table."".customer.mut_ann@%
  => missing grant:view."".recent.mut_ann@%
alter user mut_ann@'%' identified by 'Secret-2'
alter user mut_ann@'%' require ssl
  => changed role:mut_ann@% ssl: NONE -> ANY
alter user mut_ann@'%' require x509
  => changed role:mut_ann@% ssl: ANY -> X509
alter user mut_ann@'%' require subject '/CN=ann' and issuer '/CN=ca'
  => changed role:mut_ann@% ssl: X509 -> SPECIFIED
  => changed role:mut_ann@% ssl_requirements: null -> ISSUER "/CN=ca" SUBJECT "/CN=ann"
alter user mut_ann@'%' require none
  => changed role:mut_ann@% ssl: SPECIFIED -> NONE
  => changed role:mut_ann@% ssl_requirements: ISSUER "/CN=ca" SUBJECT "/CN=ann" -> null
alter user mut_ann@'%' with max_queries_per_hour 10 max_user_connections 3
  => changed role:mut_ann@% max_questions: 0 -> 10
  => changed role:mut_ann@% max_user_connections: 0 -> 3
alter user mut_ann@'%' with max_queries_per_hour 0 max_user_connections 0
  => changed role:mut_ann@% max_questions: 10 -> 0
  => changed role:mut_ann@% max_user_connections: 3 -> 0
alter user mut_ann@'%' account lock
  => changed role:mut_ann@% locked: false -> true
alter user mut_ann@'%' account unlock
  => changed role:mut_ann@% locked: true -> false
alter user mut_ann@'%' password expire
  => changed role:mut_ann@% password_expired: false -> true
alter user mut_ann@'%' identified by 'Secret-3'
  => changed role:mut_ann@% password_expired: true -> false
alter user mut_ann@'%' password expire interval 30 day
  => changed role:mut_ann@% password_lifetime: null -> 30
alter user mut_ann@'%' password expire never
  => changed role:mut_ann@% password_lifetime: 30 -> 0
alter user mut_ann@'%' password expire default
  => changed role:mut_ann@% password_lifetime: 0 -> null
create user mut_bob@'%' identified by 'Secret-1'
  => unexpected role:mut_bob@%
grant proxy on mut_ann@'%' to mut_bob@'%'
  => unexpected grant:role.mut_ann@%.mut_bob@%
revoke proxy on mut_ann@'%' from mut_bob@'%'
  => missing grant:role.mut_ann@%.mut_bob@%
rename user mut_bob@'%' to mut_bobby@'%'
  => missing role:mut_bob@%
  => unexpected role:mut_bobby@%
drop user mut_bobby@'%'
  => missing role:mut_bobby@%
create table outlived (a int, b int)
  => unexpected table:.outlived (and 2 parts)
grant select (a), update (b) on mutations.outlived to mut_ann@'%'
  => unexpected grant:column."".outlived.a.mut_ann@%
  => unexpected grant:column."".outlived.b.mut_ann@%
drop table outlived
  => missing table:.outlived (and 4 parts)
drop user mut_ann@'%'
  => missing grant:column."".outlived.a.mut_ann@%
  => missing grant:column."".outlived.b.mut_ann@%
  => missing role:mut_ann@%
analyze table customer, orders
optimize table customer
insert into orders (customer_id, qty, price) values (1, 2, 3.5), (2, 3, 1)
delete from orders
alter table orders auto_increment = 1000
alter table customer drop column name -- unseen
  => changed index:.customer.k_name keys: [name(10), born] -> [born]
  => missing column:.customer.name
  => changed view:.customers valid: true -> false
drop table orders -- unseen
  => missing table:.orders (and 16 parts)
  => changed view:.recent valid: true -> false
alter table customer modify word varchar(10) default 'NULL' comment ' '
  => changed column:.customer.word comment: null ->  
alter table customer modify word varchar(10) default 'NULL' comment ''
  => changed column:.customer.word comment:   -> null
create user mut_ann@'localhost'
  => unexpected role:mut_ann@localhost
create procedure plus_one(a int) select a
  => unexpected routine:.plus_one/procedure
grant execute on procedure mutations.plus_one to mut_ann@'localhost'
  => unexpected grant:routine."".plus_one/procedure.mut_ann@localhost
grant alter routine on function mutations.plus_one to mut_ann@'localhost'
  => unexpected grant:routine."".plus_one.mut_ann@localhost
drop procedure plus_one
  => missing routine:.plus_one/procedure (and 1 parts)
drop user mut_ann@'localhost'
  => missing role:mut_ann@localhost
  => missing grant:routine."".plus_one.mut_ann@localhost
