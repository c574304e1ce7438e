-- What MySQL 5.7, MySQL 8.0 and MariaDB must tell alike.
create table customer (
  id int unsigned not null auto_increment primary key,
  name varchar(50) not null default 'it''s',
  email varchar(100) character set latin1 collate latin1_general_ci not null,
  path varchar(20) default 'a\\b',
  born date default '2000-01-01',
  at timestamp not null default current_timestamp on update current_timestamp,
  dt datetime(3) default current_timestamp(3) on update current_timestamp(3),
  flag tinyint(1) not null default 0,
  small smallint(4) default 3,
  bits bit(3) default b'101',
  kind enum('a','b''c') default 'a',
  opts set('x','y') default 'x,y',
  price decimal(10,2) default 1.5,
  f float default 0.5,
  yr year default 2020,
  txt text,
  bin varbinary(10),
  zf int(5) unsigned zerofill default 7,
  doc json,
  word varchar(10) default 'NULL',
  none varchar(10) default null,
  tm time default '10:00:00',
  big bigint default -1,
  geo point not null,
  unique key uq_mail (email),
  key k_name (name(10), born),
  spatial key sp (geo),
  fulltext key ft (txt)
) engine=InnoDB default charset=utf8mb4 collate=utf8mb4_general_ci comment='it is a "table"';
create table orders (
  id int not null auto_increment primary key,
  customer_id int unsigned,
  ref_id int,
  qty int not null default 1,
  price decimal(10,2),
  total decimal(12,2) generated always as (qty * price) stored,
  label varchar(80) as (concat('n ', qty)) virtual,
  constraint fk_customer foreign key (customer_id) references customer (id) on delete cascade on update set null,
  constraint fk_self foreign key (ref_id) references orders (id)
) engine=InnoDB default charset=utf8mb4 collate=utf8mb4_general_ci row_format=compressed key_block_size=8;
create table parts (id int not null, d date not null, primary key (id, d)) engine=InnoDB default charset=utf8mb4 collate=utf8mb4_general_ci
  partition by range (year(d)) subpartition by hash (id) subpartitions 2
  (partition p0 values less than (2020), partition p1 values less than maxvalue);
create view customers as select c.id, c.name, 'here' as place from customer c;
create sql security invoker view recent as select orders.id from orders where orders.qty > 1 and (orders.price < 5 or orders.price is null);
create procedure find_name(in a int, out b varchar(10)) reads sql data comment 'finds' begin select name into b from customer where id = a; end;
create function plus_one(x int) returns int deterministic return x + 1;
create trigger first before insert on orders for each row begin set new.qty = ifnull(new.qty, 1); end;
create trigger second before insert on orders for each row set new.price = 1;
create event nightly on schedule every 1 day starts '2030-01-01 00:00:00' on completion preserve disable comment 'at night' do delete from orders where id < 0;
