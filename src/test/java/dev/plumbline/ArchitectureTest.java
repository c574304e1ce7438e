package dev.plumbline;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.Architectures.LayeredArchitecture;
import java.util.List;

/** The order of packages: each may use only those above it. */
@AnalyzeClasses(packages = "dev.plumbline", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    /** From the bottom of the program to its faces. */
    private static final List<String> ORDER = List.of(
            "fact", "yaml", "source", "drift", "rule", "sandbox", "migration", "report", "audit", "junit", "cli");

    @ArchTest
    static final ArchRule eachPackageUsesOnlyThoseAboveIt = layers();

    @ArchTest
    static final ArchRule facesDoNotSeeEachOther = noClasses()
            .that()
            .resideInAPackage("dev.plumbline.cli..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("dev.plumbline.junit..");

    @ArchTest
    static final ArchRule leavesOfSourcesDoNotSeeEachOther =
            slices().matching("dev.plumbline.source.(*)..").should().notDependOnEachOther();

    @ArchTest
    static final ArchRule celAndRegularExpressionsOfUsersStayInRules = noClasses()
            .that()
            .resideOutsideOfPackage("dev.plumbline.rule..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("dev.cel..", "com.google.re2j..");

    @ArchTest
    static final ArchRule factsAndDriftNeedNobody = classes()
            .that()
            .resideInAnyPackage("dev.plumbline.fact..", "dev.plumbline.drift..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage("java..", "org.jspecify..", "dev.plumbline.fact..", "dev.plumbline.drift..");

    @ArchTest
    static final ArchRule theCoreHasNoClock = noClasses()
            .that()
            .resideInAnyPackage(
                    "dev.plumbline.fact..", "dev.plumbline.drift..", "dev.plumbline.rule..", "dev.plumbline.report..")
            .should()
            .callMethod(java.time.Instant.class, "now")
            .orShould()
            .callMethod(System.class, "currentTimeMillis");

    private static LayeredArchitecture layers() {
        LayeredArchitecture layers = layeredArchitecture().consideringOnlyDependenciesInLayers();
        for (String layer : ORDER) {
            layers = layers.layer(layer).definedBy("dev.plumbline." + layer + "..");
        }
        for (int i = 0; i < ORDER.size(); i++) {
            String[] users = ORDER.subList(i + 1, ORDER.size()).toArray(String[]::new);
            layers = users.length == 0
                    ? layers.whereLayer(ORDER.get(i)).mayNotBeAccessedByAnyLayer()
                    : layers.whereLayer(ORDER.get(i)).mayOnlyBeAccessedByLayers(users);
        }
        return layers;
    }
}
