from django.db import migrations


class Migration(migrations.Migration):

    dependencies = [
        ('permissions', '0006_comment_tables'),
    ]

    operations = [
        migrations.RunSQL("DELETE FROM `permissions_waiver` WHERE `expires_at` < NOW()"),
        migrations.RunSQL("ALTER TABLE `permissions_waiver` DROP COLUMN `reason`", None),
    ]
