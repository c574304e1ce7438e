-- show: table
-- only: show_create
-- denied: without a privilege on a table what only SHOW CREATE TABLE shows of it is hidden
-- part: (?ms)^[ (]*PARTITION ${name} .*?(?=^[ (]*PARTITION |\z)
-- found: subpartition_options = SUBPARTITION (?<key>\S+)(?<value>(?: (?:TABLESPACE|NODEGROUP|MAX_ROWS|MIN_ROWS|DATA DIRECTORY|INDEX DIRECTORY) = \S+)*)
-- found: stated_tablespace = (?s)^(?!.*SUBPARTITION).* TABLESPACE = (\S+)
-- found: engine_options = (?<= )(?!(?:TABLESPACE|NODEGROUP|MAX_ROWS|MIN_ROWS|DIRECTORY|COMMENT|CONNECTION|ENGINE|ALGORITHM) )(?<key>\S+) = (?<value>\S+?)(?=[,)]*(?:\s|$))
show create table ${object}
