# Statements in order, and what the diff says of each.
alter table customer alter index k_name invisible
  => changed index:.customer.k_name visible: true -> false
alter table customer alter index k_name visible
  => changed index:.customer.k_name visible: false -> true
alter table customer drop index k_name, add index k_name (name desc, born)
  => changed index:.customer.k_name keys: [name(10), born] -> [name DESC, born]
alter table customer drop index k_name, add index k_name (name, born desc)
  => changed index:.customer.k_name keys: [name DESC, born] -> [name, born DESC]
alter table customer add index fx ((price + 1))
  => unexpected index:.customer.fx
alter table customer drop index fx, add index fx ((lower(name)), (price * 2) desc)
  => changed index:.customer.fx keys: [`price` + 1] -> [lower(`name`), ((`price` * 2)) DESC]
alter table customer drop index fx
  => missing index:.customer.fx
alter table customer modify name varchar(50) not null default (concat('a', 'b'))
  => changed column:.customer.name default: 'it''s' -> (concat('a','b'))
alter table customer modify txt text default ('abc')
  => changed column:.customer.txt default: null -> ('abc')
alter table customer modify txt text
  => changed column:.customer.txt default: ('abc') -> null
alter table customer modify name varchar(50) not null default (uuid())
  => changed column:.customer.name default: (concat('a','b')) -> (uuid())
alter table customer add place point srid 4326
  => unexpected column:.customer.place
alter table customer drop place
  => missing column:.customer.place
alter table orders comment 'x', stats_persistent=1
  => changed table:.orders comment: null -> x
  => changed table:.orders options: {key_block_size=8} -> {key_block_size=8, stats_persistent=1}
alter table orders drop foreign key fk_self
  => missing foreign_key:.orders.fk_self
alter table orders add constraint fk_self foreign key (ref_id) references orders (id) on delete restrict
  => unexpected foreign_key:.orders.fk_self
alter table orders drop foreign key fk_self
  => missing foreign_key:.orders.fk_self
alter table orders add constraint fk_self foreign key (ref_id) references orders (id) on delete no action
  => unexpected foreign_key:.orders.fk_self
create user mut_ann@'%' identified by 'Secret-1'
  => unexpected role:mut_ann@%
create role mut_reader
  => unexpected role:mut_reader@%
grant select on mutations.* to mut_reader
  => unexpected grant:schema."".mut_reader@%
grant mut_reader to mut_ann@'%'
  => changed role:mut_ann@% member_of: [] -> [mut_reader@%]
revoke mut_reader from mut_ann@'%'
  => changed role:mut_ann@% member_of: [mut_reader@%] -> []
grant mut_reader to mut_ann@'%' with admin option
  => changed role:mut_ann@% admin_of: [] -> [mut_reader@%]
  => changed role:mut_ann@% member_of: [] -> [mut_reader@%]
alter user mut_ann@'%' default role mut_reader
  => changed role:mut_ann@% default_role: [] -> [mut_reader@%]
alter user mut_ann@'%' default role none
  => changed role:mut_ann@% default_role: [mut_reader@%] -> []
revoke mut_reader from mut_ann@'%'
  => changed role:mut_ann@% admin_of: [mut_reader@%] -> []
  => changed role:mut_ann@% member_of: [mut_reader@%] -> []
grant backup_admin on *.* to mut_ann@'%'
  => unexpected grant:server.server.mut_ann@%
revoke backup_admin on *.* from mut_ann@'%'
  => missing grant:server.server.mut_ann@%
alter user mut_ann@'%' password history 5
  => changed role:mut_ann@% password_history: null -> 5
alter user mut_ann@'%' password reuse interval 30 day
  => changed role:mut_ann@% password_reuse_days: null -> 30
alter user mut_ann@'%' password require current
  => changed role:mut_ann@% password_require_current: null -> true
drop role mut_reader
  => missing role:mut_reader@%
  => missing grant:schema."".mut_reader@%
drop user mut_ann@'%'
  => missing role:mut_ann@%
