package dev.plumbline.source.django;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plumbline.fact.Coverage;
import dev.plumbline.fact.Fact;
import dev.plumbline.fact.FactPath;
import dev.plumbline.fact.ProblemsException;
import dev.plumbline.fact.Snapshot;
import dev.plumbline.source.Catalog;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DjangoSourceTest {

    @TempDir
    Path project;

    @BeforeEach
    void emptyProject() throws IOException {
        write("web/manage.py", "");
        write("web/site1/__init__.py", "");
    }

    private void write(String name, String text) throws IOException {
        Path file = project.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private Snapshot read() {
        return new DjangoSource(project, project.resolve("web"), DjangoSource.Options.DEFAULT, Catalog.allKinds())
                .read()
                .snapshot();
    }

    private static Fact fact(Snapshot read, String kind, String... path) {
        return read.find(FactPath.of(kind, path))
                .orElseThrow(() -> new AssertionError(kind + List.of(path) + " is not among " + read.facts(kind)));
    }

    @Test
    void databasesAreReadWithTheirEngineAndWithoutTheirSecrets() throws IOException {
        write("web/site1/settings.py", """
                import os, environ, dj_database_url
                env = environ.Env()
                DATABASES = {
                    'default': {'ENGINE': 'django.db.backends.mysql', 'NAME': 'x', 'PASSWORD': 'hunter2', 'CONN_MAX_AGE': 60,
                                'OPTIONS': {'charset': 'utf8mb4', 'passwd': 'hunter3', 'connect_timeout': 10}},
                    'url': env.db('URL', default='postgres://u:hunter4@db.example:5433/shop?sslmode=require'),
                    'open': env.db('OPEN_URL'),
                    'heroku': dj_database_url.config(default='mysql://u@h/n', conn_max_age=600),
                    'safe': {'ENGINE': 'django.contrib.gis.db.backends.postgis', 'PASSWORD': os.environ['P']},
                }
                """);
        Snapshot read = read();
        Fact one = fact(read, "django_database", "settings", "default");
        assertThat(one.attributes())
                .containsEntry("db_engine", "mysql")
                .containsEntry("password_literal", true)
                .containsEntry("password_source", "literal")
                .containsEntry("conn_max_age", "60")
                .containsEntry("charset", "utf8mb4")
                .containsEntry("file", "web/site1/settings.py")
                .containsEntry("line", 3L);
        Fact url = fact(read, "django_database", "settings", "url");
        assertThat(url.attributes())
                .containsEntry("db_engine", "postgresql")
                .containsEntry("port", "5433")
                .containsEntry("name", "shop")
                .containsEntry("from_environment", "URL")
                .containsEntry("password_literal", true);
        Fact open = fact(read, "django_database", "settings", "open");
        assertThat(open.isTrue("decided")).isFalse();
        assertThat(open.text("reason").orElse("")).contains("OPEN_URL");
        assertThat(fact(read, "django_database", "settings", "heroku").attributes())
                .containsEntry("db_engine", "mysql")
                .containsEntry("conn_max_age", "600");
        assertThat(fact(read, "django_database", "settings", "safe").attributes())
                .containsEntry("db_engine", "postgresql")
                .containsEntry("password_literal", false)
                .containsEntry("password_source", "environment");
        assertThat(read.facts().toString()).doesNotContain("hunter");
    }

    @Test
    void environmentsAreModulesThatNoOtherOneBuildsOn() throws IOException {
        write("web/site1/settings/__init__.py", "");
        write("web/site1/settings/base.py", "CACHES = {'default': {'BACKEND': 'django_redis.cache.RedisCache'}}");
        write("web/site1/settings/production.py", "from .base import *\n");
        write(
                "web/site1/settings/development.py",
                "from .base import *\nCACHES['default']['BACKEND'] = 'x.locmem.LocMemCache'");
        Snapshot read = read();
        assertThat(read.facts("django_cache"))
                .extracting(f -> f.path().namesText() + " " + f.text("store").orElse(""))
                .containsExactly("development.default local memory", "production.default redis");
    }

    @Test
    void routersAreAskedForEveryAppAndAlias() throws IOException {
        write("web/site1/settings.py", """
                INSTALLED_APPS = ['django.contrib.sessions', 'apps.ivr', 'apps.metrics.apps.MetricsConfig', 'other']
                DATABASES = {'default': {'ENGINE': 'django.db.backends.mysql'}, 'ivr': {'ENGINE': 'django.db.backends.mysql'},
                             'pg': {'ENGINE': 'django.db.backends.postgresql'}}
                DATABASE_ROUTERS = ['site1.routers.Ivr', 'site1.routers.Modules']
                ROUTES = {'stats': 'pg', 'sessions': 'default'}
                """);
        write("web/apps/ivr/models.py", "");
        write(
                "web/apps/metrics/apps.py",
                "from django.apps import AppConfig\nclass MetricsConfig(AppConfig):\n    name = 'apps.metrics'\n    label = 'stats'\n");
        write("web/site1/routers.py", """
                from django.conf import settings
                class Ivr:
                    apps = {'ivr'}
                    def db_for_read(self, model, **hints):
                        return 'ivr' if model._meta.app_label in self.apps else None
                    def db_for_write(self, model, **hints):
                        if model._meta.app_label in self.apps:
                            raise RuntimeError('read only')
                    def allow_migrate(self, db, app_label, model_name=None, **hints):
                        if db == 'ivr' or app_label in self.apps:
                            return False
                class Modules(object):
                    def db_for_read(self, model, **hints):
                        return settings.ROUTES.get(model._meta.app_label)
                    db_for_write = db_for_read
                    def allow_migrate(self, db, app_label, **hints):
                        wanted = settings.ROUTES.get(app_label)
                        return None if wanted is None else db == wanted
                """);
        Snapshot read = read();
        Fact ivr = fact(read, "django_router", "settings", "site1.routers.Ivr");
        assertThat(ivr.attributes())
                .containsEntry("migrate_denied_aliases", List.of("ivr"))
                .containsEntry("migrate_denied_apps", List.of("ivr"))
                .containsEntry("write_refused_apps", List.of("ivr"))
                .containsEntry("falls_through_for_write", true)
                .containsEntry(
                        "write_routes", Map.of("ivr", "refused", "other", "none", "sessions", "none", "stats", "none"))
                .containsEntry("decided", true);
        assertThat(fact(read, "django_route", "settings", "ivr").attributes())
                .containsEntry("write_refused", true)
                .containsEntry("read_alias", "ivr")
                .containsEntry("migrates_on", List.of())
                .doesNotContainKey("write_alias");
        assertThat(fact(read, "django_route", "settings", "stats").attributes())
                .containsEntry("write_alias", "pg")
                .containsEntry("write_engine", "postgresql")
                .containsEntry("migrates_on", List.of("pg"));
        assertThat(fact(read, "django_route", "settings", "other").attributes())
                .containsEntry("write_alias", "default")
                .containsEntry("by_default", true)
                .containsEntry("migrates_on", List.of("default", "pg"));
    }

    @Test
    void aRouterThatAsksItsEnvironmentIsNotDecided() throws IOException {
        write(
                "web/site1/settings.py",
                "INSTALLED_APPS = ['a']\nDATABASES = {'default': {}}\nDATABASE_ROUTERS = ['site1.routers.R', 'gone.R']\n");
        write(
                "web/site1/routers.py",
                "import os\nclass R:\n    def db_for_write(self, model, **hints):\n        return os.environ.get('ALIAS')\n");
        Snapshot read = read();
        Fact router = fact(read, "django_router", "settings", "site1.routers.R");
        assertThat(router.isTrue("decided")).isFalse();
        assertThat(router.text("reason").orElse("")).contains("ALIAS");
        assertThat(fact(read, "django_router", "settings", "gone.R")
                        .text("reason")
                        .orElse(""))
                .contains("not in the project");
        assertThat(fact(read, "django_route", "settings", "a").isTrue("decided"))
                .isFalse();
    }

    @Test
    void modelsAreReadWithInheritedFieldsAndMeta() throws IOException {
        write("web/site1/settings.py", "DEFAULT_AUTO_FIELD = 'django.db.models.BigAutoField'\n");
        write("web/apps/shop/migrations/__init__.py", "");
        write("web/apps/shop/models.py", """
                from django.db import models
                class Stamped(models.Model):
                    created = models.DateTimeField(auto_now_add=True, help_text='When.')
                    class Meta:
                        abstract = True
                        managed = False
                class Order(Stamped):
                    \"""An order.\"""
                    user = models.ForeignKey('users.User', on_delete=models.CASCADE, null=True)
                    total = models.DecimalField(max_digits=8, decimal_places=2, db_column='sum')
                    class Meta(Stamped.Meta):
                        db_table = 'orders'
                class Plain(models.Model):
                    code = models.CharField(max_length=10, primary_key=True)
                """);
        Snapshot read = read();
        assertThat(fact(read, "django_model", "shop", "Order").attributes())
                .containsEntry("managed", false)
                .containsEntry("db_table", "orders")
                .containsEntry("docstring", "An order.")
                .containsEntry("abstract", false);
        assertThat(fact(read, "django_model", "shop", "Plain").text("db_table")).contains("shop_plain");
        assertThat(fact(read, "django_model", "shop", "Stamped").isTrue("abstract"))
                .isTrue();
        assertThat(read.parts(fact(read, "django_model", "shop", "Order"), "django_field"))
                .extracting(f -> f.name() + " " + f.text("column").orElse("-") + " "
                        + f.text("type").orElse(""))
                .containsExactly(
                        "id id BigAutoField",
                        "created created DateTimeField",
                        "user user_id ForeignKey",
                        "total sum DecimalField");
        assertThat(fact(read, "django_field", "shop", "Order", "user").attributes())
                .containsEntry("on_delete", "CASCADE")
                .containsEntry("related_model", "users.User")
                .containsEntry("nullable", true);
    }

    @Test
    void irreversibleOperationsAreNamedWithTheirLine() throws IOException {
        write("web/apps/shop/models.py", "");
        write("web/apps/shop/migrations/__init__.py", "");
        write("web/apps/shop/migrations/0001_initial.py", """
                from django.db import migrations, models
                class Migration(migrations.Migration):
                    initial = True
                    dependencies = [('users', '0001_initial')]
                    operations = [
                        migrations.CreateModel(name='Order', fields=[
                            ('id', models.AutoField(primary_key=True)),
                            ('note', models.CharField(max_length=100, null=True)),
                        ]),
                    ]
                """);
        write("web/apps/shop/migrations/0002_auto_20240101_1200.py", """
                \"""Fills notes. See ADR-GOB-004 and UTF-8.\"""
                from django.db import migrations, models
                from apps.shop.models import Order
                def forward(apps, schema_editor):
                    Order.objects.all().delete()
                def nothing(apps, schema_editor):
                    pass
                class Custom(migrations.operations.base.Operation):
                    reversible = False
                class Migration(migrations.Migration):
                    atomic = False
                    dependencies = [('shop', '0001_initial'), ('shop', '0009_gone')]
                    operations = [
                        migrations.RunPython(forward),
                        migrations.RunPython(forward, nothing),
                        migrations.RunPython(forward, migrations.RunPython.noop),
                        migrations.RunSQL("UPDATE shop_order SET note = ''"),
                        migrations.RunSQL(["CREATE INDEX CONCURRENTLY i ON shop_order (note)"], reverse_sql=migrations.RunSQL.noop),
                        migrations.AlterField('order', 'note', models.CharField(max_length=50)),
                        migrations.AddField('order', 'code', models.IntegerField()),
                        migrations.RenameField('order', 'code', 'number'),
                        migrations.SeparateDatabaseAndState(
                            database_operations=[migrations.RunSQL('DROP TABLE old', None)], state_operations=[]),
                        Custom(),
                        migrations.DeleteModel('Order'),
                    ]
                """);
        write("web/apps/shop/migrations/0003_strange.py", """
                from django.db import migrations
                from other import Strange
                class Migration(migrations.Migration):
                    dependencies = [('shop', '0001_initial')]
                    operations = [Strange('x')]
                """);
        Snapshot read = read();
        Fact second = fact(read, "migration", "django", "shop", "0002_auto_20240101_1200");
        assertThat(second.list("irreversible_operations"))
                .containsExactly(
                        "RunPython without reverse_code at line 14",
                        "RunSQL without reverse_sql at line 17",
                        "RunSQL without reverse_sql at line 23",
                        "Custom at line 24");
        assertThat(second.attributes())
                .containsEntry("reversible", false)
                .containsEntry("noop_reverse", true)
                .containsEntry("atomic", false)
                .containsEntry("needs_no_transaction", true)
                .containsEntry("auto_named", true)
                .containsEntry("imports_models", true)
                .containsEntry("schema_change", true)
                .containsEntry("data_change", true)
                .containsEntry("references", List.of("ADR-GOB-004"));
        assertThat(second.list("destructive_operations"))
                .containsExactly(
                        "narrows order.note from max_length 100 to 50 at line 19",
                        "drop table old at line 23",
                        "drop table Order at line 25");
        assertThat(second.list("dangerous_operations"))
                .containsExactly(
                        "makes order.note NOT NULL at line 19",
                        "adds order.code NOT NULL without a default at line 20",
                        "renames order.code at line 21");
        Fact third = fact(read, "migration", "django", "shop", "0003_strange");
        assertThat(third.get("reversible")).isNull();
        assertThat(third.isTrue("decided")).isFalse();
        assertThat(third.text("reason").orElse("")).contains("other.Strange");
        assertThat(fact(read, "migration", "django", "shop", "0001_initial").attributes())
                .containsEntry("reversible", true)
                .containsEntry("initial", true)
                .containsEntry("imports_models", false);
        assertThat(fact(read, "migration_app", "django", "shop").attributes())
                .containsEntry("leaves", List.of("0002_auto_20240101_1200", "0003_strange"))
                .containsEntry("missing_dependencies", List.of("0002_auto_20240101_1200 needs shop.0009_gone"));
    }

    @Test
    void aBrokenFileMakesTheCoveragePartialAndItsFactsUndecided() throws IOException {
        write("web/site1/settings.py", "SESSION_COOKIE_AGE = 900\nDATABASES = {'default': \n");
        write("web/apps/shop/models.py", "");
        write("web/apps/shop/migrations/0001_initial.py", "class Migration(:\n  operations = [\n");
        Snapshot read = read();
        Coverage.Entry settings = read.coverage().of("django_setting");
        assertThat(settings.status()).isEqualTo(Coverage.Status.PARTIAL);
        assertThat(settings.reason()).contains("web/site1/settings.py:2:");
        assertThat(fact(read, "django_setting", "settings", "SESSION_COOKIE_AGE")
                        .isTrue("decided"))
                .isFalse();
        assertThat(read.coverage().of("migration").reason()).contains("web/apps/shop/migrations/0001_initial.py:1:");
        assertThat(fact(read, "migration", "django", "shop", "0001_initial").get("reversible"))
                .isNull();
    }

    @Test
    void aHostileFileEndsSoon() throws IOException {
        write("web/site1/settings.py", "X = " + "[".repeat(5000) + "]".repeat(5000) + "\n");
        write("web/site1/settings_b.py", "def f(x):\n    return f(x) + f(x)\nA = f(1)\nLATER = 1\n");
        write(
                "web/site1/settings_c.py",
                "B = 'a' * 10 ** 12\nC = 9 ** 9 ** 9\nwhile True:\n    D = 1\n" + "E = [0] * 900\n"
                        + "E = [E, E]\n".repeat(60) + "import os\nif os.environ['X']:\n    E.append(E)\n");
        write("web/site1/settings_d.py", "L = [0]\nfor i in L:\n    L.append(i)\n");
        Snapshot read = read();
        assertThat(fact(read, "django_setting", "settings_b", "A").isTrue("decided"))
                .isFalse();
        assertThat(fact(read, "django_setting", "settings_b", "SESSION_ENGINE").isTrue("decided"))
                .as("a default that nobody knows to be in force")
                .isFalse();
        assertThat(fact(read, "django_setting", "settings_c", "B").isTrue("decided"))
                .isFalse();
        assertThat(fact(read, "django_setting", "settings_c", "C").isTrue("decided"))
                .isFalse();
        assertThat(fact(read, "django_setting", "settings_c", "D").isTrue("decided"))
                .isFalse();
    }

    @Test
    void nothingToReadIsSaid() throws IOException {
        assertThat(read().coverage().of("django_setting").reason()).contains("no settings module");
        assertThatThrownBy(() -> new DjangoSource(
                                project, project.resolve("gone"), DjangoSource.Options.DEFAULT, Catalog.allKinds())
                        .read())
                .isInstanceOf(ProblemsException.class);
    }

    @Test
    void anOptionalModuleThatIsNotInTheProjectIsADoubt() throws IOException {
        write(
                "web/site1/settings.py",
                "SESSION_ENGINE = 'x'\ntry:\n    from .local_settings import *\nexcept ImportError:\n    pass\n");
        assertThat(read().coverage().of("django_setting").reason()).contains("local_settings");
    }
}
