"""El guion de reversa enumera los pasos en orden sin tocar nada."""
import subprocess


def rollback(project, *arguments):
    return subprocess.run(
        [str(project / 'scripts' / 'rollback.sh'), '--dry-run', *arguments],
        capture_output=True, text=True, check=False,
    )


def test_dry_run_lists_steps_from_last_to_target(project):
    result = rollback(project, 'operational', 'users/0008_seed_teams')
    assert result.returncode == 0
    assert result.stdout.split() == [
        'backend/sql/users/0009_comment_tables.down.sql',
        'backend/sql/users/0008_seed_teams.down.sql',
    ]


def test_dry_run_sorts_flyway_versions_as_numbers(project):
    result = rollback(project, 'analytics', '9')
    assert result.stdout.split() == [
        'db/analytics/U10__add_call_disposition.sql',
        'db/analytics/U9__create_hourly_call_volume.sql',
    ]


def test_unknown_migration_is_an_error(project):
    assert rollback(project, 'events', '9999_missing').returncode == 3
