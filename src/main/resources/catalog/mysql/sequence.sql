-- plural: sequences
-- about: Sequences; MariaDB. Their properties stand in the sequences themselves, which one statement reads together.
-- parent: schema
-- path: schema, sequence
-- server: mariadb
-- denied: without SELECT on a sequence its properties are hidden
-- attributes:
--   start      int   definition  =1       First value.
--   increment  int   definition  =1       Step.
--   minimum    int   definition  =1       Least value.
--   maximum    int   definition           Greatest value.
--   cache      int   definition  =1       How many values a node keeps ready.
--   cycle      bool  definition  =false   Whether it starts again after the last value.
--   engine     text  definition  =InnoDB  Storage engine.
--   comment    text  cosmetic
select s.`schema`, s.sequence, s.start_value as start, s.increment as increment, s.minimum_value as minimum,
       s.maximum_value as maximum, s.cache_size as cache, s.cycle_option as `cycle`, s.engine as engine, if(length(s.comment) = 0, null, s.comment) as comment
  from (:sequences) s
