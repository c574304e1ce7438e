"""Flyway y CQL: todo paso que sube tiene el suyo que baja."""
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent.parent
FLYWAY = sorted((ROOT / 'db' / 'analytics').glob('V*__*.sql'))
CQL = sorted((ROOT / 'db' / 'events').glob('*.up.cql'))


def test_there_are_migrations_to_judge():
    assert FLYWAY and CQL, 'no se encontró ninguna migración: nada se ha comprobado'


@pytest.mark.parametrize('path', FLYWAY, ids=lambda p: p.stem)
def test_flyway_version_has_its_undo(path):
    undo = path.with_name('U' + path.name[1:])
    assert undo.is_file(), 'falta %s' % undo.name


def test_flyway_undo_mentions_what_its_version_creates():
    created = re.compile(r'^CREATE (?:TABLE|SCHEMA|MATERIALIZED VIEW) ([\w.]+)', re.M)
    for path in FLYWAY:
        undo = path.with_name('U' + path.name[1:]).read_text(encoding='utf-8')
        for name in created.findall(path.read_text(encoding='utf-8')):
            assert re.search(r'DROP [A-Z ]+%s;' % re.escape(name), undo), (path.name, name)


def test_flyway_versions_are_contiguous():
    versions = sorted(int(re.match(r'V(\d+)__', p.name).group(1)) for p in FLYWAY)
    assert versions == list(range(1, len(versions) + 1))


@pytest.mark.parametrize('path', CQL, ids=lambda p: p.name)
def test_cql_step_has_its_down(path):
    down = path.with_name(path.name.replace('.up.', '.down.'))
    assert down.is_file(), 'falta %s' % down.name


def test_time_series_tables_have_ttl_and_time_windows():
    text = '\n'.join(p.read_text(encoding='utf-8') for p in CQL)
    tables = re.findall(r'CREATE TABLE .*?;\n', text, re.S)
    assert tables
    for table in tables:
        assert 'TimeWindowCompactionStrategy' in table
        assert re.search(r'default_time_to_live = [1-9]', table)
        assert ' DESC' in table
