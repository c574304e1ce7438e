-- plural: settings
-- about: Server variables that change what statements mean or who may do what. Paths, ports, names of hosts and sizes are left out, so that two machines compare equal.
-- path: setting
-- impact: missing=operational unexpected=operational
-- attributes:
--   value   text  definition  The global value.
--   source  text  context     Where MariaDB took it from: CONFIG, SQL, COMPILE-TIME or AUTO.
select
       if(v.variable_name = 'TX_ISOLATION', 'transaction_isolation', lower(v.variable_name)) as setting,  -- [mariadb]
       lower(v.variable_name) as setting,  -- [mysql]
       v.global_value as value,  -- [mariadb]
       v.global_value_origin as source  -- [mariadb]
       v.variable_value as value  -- [mysql]
  from information_schema.system_variables v  -- [mariadb]
  from performance_schema.global_variables v  -- [mysql]
 where v.variable_name <> 'TX_ISOLATION'  -- [mariadb >= 11.1]
 where v.variable_name <> 'tx_isolation'  -- [mysql]
 where true  -- [mariadb < 11.1]
   and lower(v.variable_name) in (
         'audit_log_policy', 'authentication_policy', 'autocommit', 'automatic_sp_privileges', 'binlog_format',
         'binlog_row_image', 'block_encryption_mode', 'character_set_client', 'character_set_collations',
         'character_set_connection', 'character_set_database', 'character_set_filesystem', 'character_set_results',
         'character_set_server', 'check_constraint_checks', 'check_proxy_users', 'collation_connection',
         'collation_database', 'collation_server', 'completion_type', 'concurrent_insert',
         'default_authentication_plugin', 'default_collation_for_utf8mb4', 'default_password_lifetime',
         'default_storage_engine', 'default_table_encryption', 'default_tmp_storage_engine', 'default_week_format',
         'disabled_storage_engines', 'disconnect_on_expired_password', 'div_precision_increment',
         'encrypt_binlog', 'encrypt_tmp_files', 'enforce_gtid_consistency', 'enforce_storage_engine',
         'event_scheduler', 'explicit_defaults_for_timestamp', 'foreign_key_checks', 'ft_max_word_len',
         'ft_min_word_len', 'general_log', 'gtid_mode', 'gtid_strict_mode', 'innodb_autoinc_lock_mode',
         'innodb_checksum_algorithm', 'innodb_default_encryption_key_id', 'innodb_default_row_format',
         'innodb_doublewrite', 'innodb_encrypt_log', 'innodb_encrypt_tables', 'innodb_file_per_table',
         'innodb_flush_log_at_trx_commit', 'innodb_ft_enable_stopword', 'innodb_ft_max_token_size',
         'innodb_ft_min_token_size', 'innodb_large_prefix', 'innodb_lock_wait_timeout', 'innodb_read_only',
         'innodb_redo_log_encrypt', 'innodb_rollback_on_timeout', 'innodb_snapshot_isolation',
         'innodb_strict_mode', 'innodb_undo_log_encrypt', 'interactive_timeout', 'local_infile', 'lock_wait_timeout',
         'log_bin', 'log_bin_trust_function_creators', 'log_output', 'log_raw', 'log_slave_updates',
         'log_replica_updates', 'low_priority_updates', 'lower_case_file_system', 'lower_case_table_names',
         'mandatory_roles', 'max_password_errors', 'max_prepared_stmt_count', 'max_sp_recursion_depth',
         'max_statement_time', 'max_execution_time', 'myisam_recover_options', 'ngram_token_size', 'old_alter_table',
         'old_mode', 'old_passwords', 'partial_revokes', 'password_history', 'password_require_current',
         'password_reuse_check_interval', 'password_reuse_interval', 'performance_schema',
         'print_identified_with_as_hex', 'query_cache_type', 'read_only', 'require_secure_transport',
         'row_based_replication', 'secure_auth', 'secure_timestamp', 'show_compatibility_56',
         'simple_password_check_digits', 'simple_password_check_letters_same_case',
         'simple_password_check_minimal_length', 'simple_password_check_other_characters', 'skip_name_resolve',
         'skip_networking', 'skip_show_database', 'slow_query_log', 'sql_auto_is_null', 'sql_generate_invisible_primary_key',
         'sql_mode', 'sql_require_primary_key', 'sql_safe_updates', 'strict_password_validation', 'super_read_only',
         'symbolic_links', 'have_symlink', 'sync_binlog', 'system_versioning_alter_history',
         'system_versioning_insert_history', 'time_zone', 'tls_version', 'transaction_isolation',
         'transaction_read_only', 'transaction_write_set_extraction', 'tx_isolation', 'unique_checks',
         'updatable_views_with_limit', 'validate_password_policy', 'validate_password_length',
         'validate_password.policy', 'validate_password.length', 'wait_timeout', 'windowing_use_high_precision',
         'wsrep_on')
