"""Da de alta las funciones y capacidades iniciales (migración de datos).

Qué: inserta tres funciones con sus acciones en permissions_function y
permissions_capability.
Por qué: sin catálogo no se puede crear ningún rol. La reversa borra solo las
filas que esta migración insertó.
"""
from django.db import migrations

CATALOGUE = [
    ('calls', 'Llamadas', 'operations', [('view', False), ('annotate', False)]),
    ('reports', 'Reportes', 'analytics', [('view', False), ('export', True)]),
    ('users', 'Usuarios', 'administration', [('view', False), ('manage', True)]),
]


def seed_catalogue(apps, schema_editor):
    """Inserta las funciones y sus capacidades."""
    alias = schema_editor.connection.alias
    function = apps.get_model('permissions', 'Function')
    capability = apps.get_model('permissions', 'Capability')
    for code, name, area, actions in CATALOGUE:
        row, _ = function.objects.using(alias).get_or_create(
            code=code, defaults={'name': name, 'area': area}
        )
        for action, sensitive in actions:
            capability.objects.using(alias).get_or_create(
                function=row, action=action, defaults={'is_sensitive': sensitive}
            )


def remove_catalogue(apps, schema_editor):
    """Borra las capacidades y funciones iniciales, en ese orden."""
    alias = schema_editor.connection.alias
    function = apps.get_model('permissions', 'Function')
    capability = apps.get_model('permissions', 'Capability')
    codes = [code for code, _, _, _ in CATALOGUE]
    capability.objects.using(alias).filter(function__code__in=codes).delete()
    function.objects.using(alias).filter(code__in=codes).delete()


class Migration(migrations.Migration):

    dependencies = [
        ('permissions', '0003_create_member_and_waiver'),
    ]

    operations = [
        migrations.RunPython(seed_catalogue, reverse_code=remove_catalogue),
    ]
