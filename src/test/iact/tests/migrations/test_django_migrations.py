"""Las migraciones de Django son reversibles, explicadas y con SQL de ida y vuelta."""
import ast
import re

import pytest

from pathlib import Path

BACKEND = Path(__file__).resolve().parent.parent.parent / 'backend'
MIGRATIONS = sorted(BACKEND.glob('apps/*/migrations/[0-9]*.py'))
ORDER = (BACKEND / 'sql' / 'order.txt').read_text(encoding='utf-8').split()


def calls(tree, name):
    """Llamadas a migrations.<name> dentro del árbol."""
    return [
        node for node in ast.walk(tree)
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Attribute)
        and node.func.attr == name
    ]


def reverse_of(call, keyword):
    """Expresión de la reversa, o None si falta."""
    named = [k.value for k in call.keywords if k.arg == keyword]
    return (named or call.args[1:2] or [None])[0]


def test_there_are_migrations_to_judge():
    assert MIGRATIONS, 'no se encontró ninguna migración: nada se ha comprobado'


@pytest.mark.parametrize('path', MIGRATIONS, ids=lambda p: p.parent.parent.name + '/' + p.stem)
def test_every_operation_has_a_reverse(path):
    tree = ast.parse(path.read_text(encoding='utf-8'))
    for name, keyword in (('RunPython', 'reverse_code'), ('RunSQL', 'reverse_sql')):
        for call in calls(tree, name):
            reverse = reverse_of(call, keyword)
            assert reverse is not None, '%s sin %s' % (name, keyword)
            assert not (isinstance(reverse, ast.Constant) and reverse.value is None)


@pytest.mark.parametrize('path', MIGRATIONS, ids=lambda p: p.parent.parent.name + '/' + p.stem)
def test_docstring_says_what_and_why(path):
    docstring = ast.get_docstring(ast.parse(path.read_text(encoding='utf-8'))) or ''
    assert 'Qué:' in docstring and 'Por qué:' in docstring


@pytest.mark.parametrize('path', MIGRATIONS, ids=lambda p: p.parent.parent.name + '/' + p.stem)
def test_name_is_descriptive(path):
    assert not re.search(r'_auto_|^\d{4}_(initial|alter_.*_and_more)$', path.stem)


@pytest.mark.parametrize('path', MIGRATIONS, ids=lambda p: p.parent.parent.name + '/' + p.stem)
def test_data_and_schema_are_separate(path):
    tree = ast.parse(path.read_text(encoding='utf-8'))
    if calls(tree, 'RunPython'):
        schema = ['CreateModel', 'AddField', 'AlterField', 'RemoveField', 'AddIndex', 'RunSQL']
        assert not any(calls(tree, name) for name in schema)


@pytest.mark.parametrize('step', ORDER)
def test_every_step_has_sql_both_ways(step):
    for way in ('up', 'down'):
        assert (BACKEND / 'sql' / ('%s.%s.sql' % (step, way))).stat().st_size > 0


def test_order_lists_every_migration_on_disk_once():
    labels = {'sessions': 'user_sessions'}
    on_disk = {
        '%s/%s' % (labels.get(p.parent.parent.name, p.parent.parent.name), p.stem)
        for p in MIGRATIONS
    }
    assert on_disk <= set(ORDER)
    assert len(ORDER) == len(set(ORDER))
