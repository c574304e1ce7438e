-- show: table
-- when: engine = MRG_MyISAM | engine = MRG_MYISAM | engine = FEDERATED | engine = SPIDER | engine = CONNECT
-- denied: without a privilege on a table what it is connected to is hidden
-- found: union = \n\).* UNION=\((.*?)\)
-- found: insert_method = \n\).* INSERT_METHOD=(\w+)
-- found: connection = \n\).* CONNECTION=(\S+)
show create table ${object}
