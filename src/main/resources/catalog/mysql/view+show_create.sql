-- show: view
-- only: show_create
-- denied: without SELECT and SHOW VIEW on a view what only SHOW CREATE VIEW shows of it is hidden
-- found: introducers = (?<value>\b_[a-z0-9]+ ?)?(?:'\d+'|\b0x|\bx'|\b0b|\bb')
show create view ${object}
