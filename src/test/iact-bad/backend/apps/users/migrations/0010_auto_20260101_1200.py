from django.db import migrations, models

from apps.users.models import User


def lower_emails(apps, schema_editor):
    for user in User.objects.all():
        user.email = user.email.lower()
        user.save()


class Migration(migrations.Migration):

    atomic = False

    dependencies = [
        ('users', '0009_comment_tables'),
    ]

    operations = [
        migrations.AddField(
            model_name='user',
            name='badge',
            field=models.CharField(max_length=20),
            preserve_default=False,
        ),
        migrations.RunPython(lower_emails),
    ]
