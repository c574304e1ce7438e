-- kind: subscription
-- plural: subscriptions
-- about: What is received from publications. The way to the publisher is a secret and is not read.
-- path: subscription
-- present: pg_subscription
-- denied: the catalogue of subscriptions was closed to the account
-- unread: The connection string is not asked for, since it may hold a password.
-- attributes:
--   publications        list  definition
--   enabled             bool  state       =true
--   slot                text  definition
--   binary              bool  definition  =false
--   streaming           text  definition  =off     off, on or parallel.
--   two_phase           bool  definition  =false
--   disable_on_error    bool  definition  =false
--   password_required   bool  privilege   =true
--   run_as_owner        bool  privilege   =false
--   failover            bool  definition  =false
--   origin              text  definition  =any
--   synchronous_commit  text  definition  =off
--   owner               text  privilege
--   comment             text  cosmetic
--   oid                 int   identity
select s.subname as subscription,
       s.subpublications as publications,
       s.subenabled as enabled,
       s.subslotname as slot,
       s.subbinary as binary,
       case s.substream when 't' then 'on' when 'p' then 'parallel' else 'off' end as streaming,  -- [>= 16]
       case when s.substream then 'on' else 'off' end as streaming,  -- [< 16]
       s.subtwophasestate <> 'd' as two_phase,  -- [>= 15]
       s.subdisableonerr as disable_on_error,  -- [>= 15]
       s.subpasswordrequired as password_required,  -- [>= 16]
       s.subrunasowner as run_as_owner,  -- [>= 16]
       s.suborigin as origin,  -- [>= 16]
       s.subfailover as failover,  -- [>= 17]
       s.subsynccommit as synchronous_commit,
       pg_get_userbyid(s.subowner) as owner,
       d.description as comment,
       s.oid::bigint as oid
from pg_subscription s
left join pg_description d on d.objoid = s.oid and d.classoid = 'pg_subscription'::regclass and d.objsubid = 0
where s.subdbid = (select oid from pg_database where datname = current_database())
