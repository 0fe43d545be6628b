package org.multisynq4j.e2e;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The dependency rules of docs/architecture.md. */
class ArchitectureTest {
    private static final String BASE = "org.multisynq4j.";

    private static final String[] ENGINE = {
        BASE + "model..",
        BASE + "vm..",
        BASE + "snapshot..",
        BASE + "protocol..",
        BASE + "identity..",
        BASE + "crypto..",
        BASE + "json..",
        BASE + "text..",
        BASE + "math..",
        BASE + "data..",
        BASE + "manifest.."
    };

    private static final List<String> MODULES = List.of(
            "shared/engine",
            "shared/apps",
            "shared/scan",
            "client/core",
            "client/browser",
            "client/jvm",
            "client/teavm",
            "server/reflector",
            "server/store",
            "server/app",
            "web/pages");

    private static JavaClasses importModules() {
        Path root = Path.of("").toAbsolutePath();
        while (!Files.isDirectory(root.resolve("shared/engine"))) {
            root = root.getParent();
        }
        Path top = root;
        return new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .importPaths(MODULES.stream()
                        .map(m -> top.resolve(m).resolve("target/classes"))
                        .toList());
    }

    /** Read once: there are thousands. */
    private static final JavaClasses ALL = importModules();

    private static String[] engineAnd(String... more) {
        String[] joined = new String[ENGINE.length + more.length];
        System.arraycopy(ENGINE, 0, joined, 0, ENGINE.length);
        System.arraycopy(more, 0, joined, ENGINE.length, more.length);
        return joined;
    }

    @Test
    void theEngineNeedsNothingButBouncyCastle() {
        classes()
                .that()
                .resideInAnyPackage(ENGINE)
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(engineAnd("java..", "org.bouncycastle.."))
                .check(ALL);
    }

    @Test
    void theClientCoreKnowsOnlyTheEngineAndItsPorts() {
        classes()
                .that()
                .resideInAPackage(BASE + "client..")
                .and()
                .resideOutsideOfPackages(BASE + "client.browser..", BASE + "client.jvm..", BASE + "client.teavm..")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(engineAnd("java..", BASE + "client..", "org.bouncycastle.."))
                .check(ALL);
        noClasses()
                .that()
                .resideInAPackage(BASE + "client..")
                .and()
                .resideOutsideOfPackages(BASE + "client.browser..", BASE + "client.jvm..", BASE + "client.teavm..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        BASE + "client.browser..",
                        BASE + "client.jvm..",
                        BASE + "client.teavm..",
                        "java.net..",
                        "java.nio.file..",
                        "java.util.concurrent..",
                        "java.io..",
                        "org.teavm..")
                .check(ALL);
    }

    @Test
    void theReflectorIsPure() {
        classes()
                .that()
                .resideInAPackage(BASE + "reflector..")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        BASE + "reflector..",
                        BASE + "protocol..",
                        BASE + "json..",
                        BASE + "text..",
                        BASE + "identity..",
                        "java.lang..",
                        "java.util..",
                        "java.math..")
                .check(ALL);
        noClasses()
                .that()
                .resideInAPackage(BASE + "reflector..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("java.net..", "java.io..", "java.nio..", "java.util.concurrent..")
                .check(ALL);
    }

    @Test
    void onlyTheOuterModulesTouchTheWorld() {
        noClasses()
                .that()
                .resideInAnyPackage(engineAnd(BASE + "apps..", BASE + "reflector.."))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "java.net..", "java.nio.file..", "java.util.concurrent..", "java.sql..", "org.teavm..")
                .check(ALL);
        noClasses()
                .that()
                .resideInAnyPackage(engineAnd(BASE + "apps..", BASE + "reflector.."))
                .should()
                .callMethod(System.class, "currentTimeMillis")
                .orShould()
                .callMethod(System.class, "nanoTime")
                .orShould()
                .dependOnClassesThat()
                .areAssignableTo(Thread.class)
                .check(ALL);
    }

    @Test
    void sampleModelsKnowOnlyTheModelApi() {
        classes()
                .that()
                .resideInAPackage(BASE + "apps..")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        BASE + "apps..",
                        BASE + "model..",
                        BASE + "json..",
                        BASE + "text..",
                        "java.lang..",
                        "java.util..")
                .check(ALL);
    }

    @Test
    void packagesOfTheEngineFormNoCycles() {
        slices().matching(BASE + "(*)..").should().beFreeOfCycles().check(ALL);
    }
}
