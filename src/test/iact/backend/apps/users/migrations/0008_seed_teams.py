"""Da de alta los equipos iniciales (migración de datos).

Qué: inserta los equipos de atención, ventas y calidad en users_team.
Por qué: los perfiles necesitan un equipo desde el primer día. La reversa
borra solo los equipos que esta migración insertó.
"""
from django.db import migrations

TEAMS = [
    ('support', 'Atención al cliente'),
    ('sales', 'Ventas'),
    ('quality', 'Calidad'),
]


def seed_teams(apps, schema_editor):
    """Inserta los equipos iniciales que aún no existen."""
    team = apps.get_model('users', 'Team')
    manager = team.objects.using(schema_editor.connection.alias)
    for code, name in TEAMS:
        manager.get_or_create(code=code, defaults={'name': name})


def remove_teams(apps, schema_editor):
    """Borra los equipos iniciales."""
    team = apps.get_model('users', 'Team')
    team.objects.using(schema_editor.connection.alias).filter(
        code__in=[code for code, _ in TEAMS]
    ).delete()


class Migration(migrations.Migration):

    dependencies = [
        ('users', '0007_drop_profile_fax'),
    ]

    operations = [
        migrations.RunPython(seed_teams, reverse_code=remove_teams),
    ]
