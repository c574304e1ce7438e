-- kind: setting
-- plural: settings
-- about: Settings that change what statements mean or how safe the server is; none that only fit it to its machine.
-- path: setting
-- denied: settings that only superusers and members of pg_read_all_settings see are missing
-- normal: shown-setting@1 (value) Modes of files are in octal, as SHOW has them; no aspect of connections logged is off, as before 18.
-- attributes:
--   value            text  definition          As a new session gets it, in the setting's unit; nothing where the account has a value of its own.
--   unit             text  context             Unit of the value.
--   source           text  context             Where the value comes from.
--   pending_restart  bool  state       =false  Whether the configuration file holds another value that waits for a restart.
with own as (
  -- What a statement before this one set for the session hides the source, but is no setting of the account.
  select distinct on (name) lower(split_part(c, '=', 1)) as name,
         case when setdatabase = 0 then 'user' else 'database user' end as source
  from pg_db_role_setting cross join lateral unnest(setconfig) c
  where setrole = (select oid from pg_roles where rolname = session_user)
    and setdatabase in (0, (select oid from pg_database where datname = current_database()))
  order by name, setdatabase desc
)
select s.name as setting,
       -- Only the current value of file modes is in octal digits, and no session has another one.
       case when o.name is not null then null
            when s.name in ('log_file_mode', 'unix_socket_permissions') then setting
            when s.name = 'log_connections' and reset_val = '' then 'off'
            else reset_val end as value,
       unit,
       -- A session's own value hides where the value beneath it comes from.
       case when o.name is not null then o.source
            when s.source in ('session', 'client') then null else s.source end as source,
       pending_restart
from pg_settings s
left join own o on o.name = lower(s.name)
where s.name in (
        'allow_alter_system', 'allow_in_place_tablespaces', 'allow_system_table_mods', 'archive_mode', 'array_nulls',
        'authentication_timeout', 'autovacuum', 'backslash_quote', 'block_size', 'check_function_bodies',
        'createrole_self_grant', 'data_checksums', 'db_user_namespace', 'deadlock_timeout', 'debug_print_parse',
        'debug_print_plan', 'debug_print_rewritten', 'default_table_access_method', 'default_text_search_config',
        'default_toast_compression', 'default_transaction_deferrable', 'default_transaction_isolation',
        'default_transaction_read_only', 'escape_string_warning', 'event_triggers', 'fsync', 'full_page_writes',
        'gin_fuzzy_search_limit', 'gss_accept_delegation', 'hot_standby', 'idle_in_transaction_session_timeout',
        'idle_session_timeout', 'ignore_checksum_failure', 'ignore_invalid_pages', 'ignore_system_indexes',
        'IntervalStyle', 'krb_caseins_users', 'lc_messages', 'lc_monetary', 'lc_numeric', 'lc_time',
        'lo_compat_privileges', 'local_preload_libraries', 'lock_timeout', 'log_checkpoints', 'log_connections',
        'log_destination', 'log_disconnections', 'log_duration', 'log_error_verbosity', 'log_file_mode',
        'log_hostname', 'log_line_prefix', 'log_lock_waits', 'log_min_duration_statement', 'log_min_error_statement',
        'log_min_messages', 'log_parameter_max_length', 'log_parameter_max_length_on_error', 'log_replication_commands',
        'log_statement', 'log_statement_sample_rate', 'logging_collector', 'max_connections', 'max_prepared_transactions',
        'max_replication_slots', 'max_wal_senders', 'md5_password_warnings', 'password_encryption',
        'restart_after_crash', 'restrict_nonsystem_relation_kind', 'row_security',
        'session_preload_libraries', 'session_replication_role', 'shared_preload_libraries', 'ssl', 'ssl_ciphers',
        'ssl_max_protocol_version', 'ssl_min_protocol_version', 'ssl_prefer_server_ciphers', 'ssl_tls13_ciphers',
        'standard_conforming_strings', 'statement_timeout', 'superuser_reserved_connections',
        'synchronize_seqscans', 'synchronous_commit', 'track_activities',
        'track_commit_timestamp', 'track_counts', 'transaction_timeout', 'transform_null_equals',
        'unix_socket_permissions', 'wal_level', 'wal_log_hints', 'xmlbinary', 'xmloption',
        'zero_damaged_pages')
   or s.name like 'pgaudit.%'
   or s.name like 'auto_explain.%'
