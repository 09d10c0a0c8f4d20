package lichen.app.cli.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** Who knows whom. What a profile adds is on the class path only there, where these rules are tested again. */
@AnalyzeClasses(packages = "lichen", importOptions = MainClasses.class)
final class ModuleEdgesTest {
    @ArchTest
    static final ArchRule modulesImportEachOtherAlongTheirEdgesOnly = layeredArchitecture()
            .consideringOnlyDependenciesInLayers()
            .layer("core")
            .definedBy("lichen.core..")
            .layer("model")
            .definedBy("lichen.model..")
            .layer("descriptor")
            .definedBy("lichen.descriptor..")
            .layer("synthesis")
            .definedBy("lichen.synthesis..")
            .layer("io")
            .definedBy("lichen.io..")
            .layer("quality")
            .definedBy("lichen.app.quality..")
            .layer("experiment")
            .definedBy("lichen.app.experiment..")
            .layer("cli")
            .definedBy("lichen.app.cli..")
            .optionalLayer("spark")
            .definedBy("lichen.app.spark..")
            .whereLayer("core")
            .mayNotAccessAnyLayer()
            .whereLayer("model")
            .mayOnlyAccessLayers("core")
            .whereLayer("descriptor")
            .mayOnlyAccessLayers("core")
            .whereLayer("synthesis")
            .mayOnlyAccessLayers("core", "descriptor")
            .whereLayer("io")
            .mayOnlyAccessLayers("core")
            .whereLayer("quality")
            .mayOnlyAccessLayers("core", "model", "descriptor", "io")
            .whereLayer("experiment")
            .mayOnlyAccessLayers("core", "model", "descriptor", "synthesis", "io", "quality")
            .whereLayer("cli")
            .mayOnlyBeAccessedByLayers("spark")
            .whereLayer("spark")
            .mayNotBeAccessedByAnyLayer();

    /** What is in no room would escape the edges above. */
    @ArchTest
    static final ArchRule allOfAppIsInARoom = classes()
            .that()
            .resideInAPackage("lichen.app..")
            .should()
            .resideInAnyPackage(
                    "lichen.app.quality..", "lichen.app.experiment..", "lichen.app.cli..", "lichen.app.spark..");

    @ArchTest
    static final ArchRule packagesAreFreeOfCycles =
            slices().matching("lichen.(**)").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule packagesAreAModuleOrOneLevelBelow = classes()
            .should()
            .resideInAnyPackage("lichen.*", "lichen.*.*")
            .orShould()
            .resideInAnyPackage("lichen.app.*", "lichen.app.*.*");

    @ArchTest
    static final ArchRule packagesAreNotDrawersForOddsAndEnds =
            noClasses().should().resideInAnyPackage("..util..", "..common..", "..impl..", "..manager..", "..helper..");
}
