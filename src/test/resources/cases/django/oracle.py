"""Prints as JSON what Django itself makes of a project: its settings, and whether each migration can be taken back.

Usage: oracle.py FOLDER SETTINGS
"""
import json
import os
import re
import sys

os.environ['DJANGO_SETTINGS_MODULE'] = sys.argv[2]
sys.path.insert(0, sys.argv[1])
sys.argv = ['serve']


for text in (open(os.path.join(folder, name), encoding='utf-8').read()
             for folder, _, names in os.walk(sys.path[0]) for name in names if name.endswith('.py')):
    for variable in re.findall(r"environ\['(\w+)'\]", text):
        os.environ.setdefault(variable, 'from-environment')

import django  # noqa: E402
from django.conf import global_settings, settings  # noqa: E402

django.setup()
from django.db.migrations.loader import MigrationLoader  # noqa: E402

loader = MigrationLoader(None)
json.dump({
    'settings': {n: getattr(settings, n) for n in settings._wrapped._explicit_settings
                 if isinstance(getattr(settings, n), (str, int, bool))},
    'engines': {a: d['ENGINE'] for a, d in settings.DATABASES.items()},
    'defaults': {n: getattr(global_settings, n) for n in dir(global_settings)
                 if n.isupper() and isinstance(getattr(global_settings, n), (str, int, bool, list))},
    'reversible': {'%s.%s' % key: all(o.reversible for o in m.operations) for key, m in loader.disk_migrations.items()},
    'leaves': sorted('%s.%s' % key for key in loader.graph.leaf_nodes()),
}, sys.stdout, default=str)
