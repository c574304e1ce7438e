"""Crea el catálogo de funciones y capacidades.

Qué: permissions_function y permissions_capability.
Por qué: los permisos de Django por modelo no distinguen, por ejemplo, ver un
reporte de exportarlo; IACT autoriza por función y acción.
"""
from django.db import migrations, models
import django.db.models.deletion


class Migration(migrations.Migration):

    initial = True

    dependencies = [
    ]

    operations = [
        migrations.CreateModel(
            name='Function',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('code', models.CharField(help_text='Código de la función.', max_length=60)),
                ('name', models.CharField(help_text='Nombre visible.', max_length=120)),
                ('area', models.CharField(help_text='Área de negocio a la que pertenece.', max_length=40)),
                ('is_active', models.BooleanField(default=True, help_text='Si la función se ofrece.')),
            ],
            options={
                'verbose_name': 'función',
                'verbose_name_plural': 'funciones',
                'db_table': 'permissions_function',
                'indexes': [
                    models.Index(fields=['area'], name='permissions_function_area_idx'),
                ],
                'constraints': [
                    models.UniqueConstraint(fields=('code',), name='uk_permissions_function_code'),
                ],
            },
        ),
        migrations.CreateModel(
            name='Capability',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('function', models.ForeignKey(help_text='Función a la que pertenece.', on_delete=django.db.models.deletion.PROTECT, related_name='capabilities', to='permissions.function')),
                ('action', models.CharField(help_text='Acción permitida.', max_length=40)),
                ('description', models.CharField(blank=True, default='', help_text='Qué permite hacer.', max_length=200)),
                ('is_sensitive', models.BooleanField(default=False, help_text='Si su uso exige quedar en auditoría.')),
            ],
            options={
                'verbose_name': 'capacidad',
                'verbose_name_plural': 'capacidades',
                'db_table': 'permissions_capability',
                'constraints': [
                    models.UniqueConstraint(fields=('function', 'action'), name='uk_permissions_capability_function_action'),
                ],
            },
        ),
    ]
