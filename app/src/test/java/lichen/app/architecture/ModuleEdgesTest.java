package lichen.app.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** Who knows whom. */
@AnalyzeClasses(packages = "lichen", importOptions = MainClasses.class)
final class ModuleEdgesTest {
    @ArchTest
    static final ArchRule modulesImportEachOtherAlongTheTenEdgesOnly = layeredArchitecture()
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
            .layer("app")
            .definedBy("lichen.app..")
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
            .whereLayer("app")
            .mayNotBeAccessedByAnyLayer();

    @ArchTest
    static final ArchRule packagesAreFreeOfCycles =
            slices().matching("lichen.(**)").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule packagesAreAModuleOrOneLevelBelow =
            classes().should().resideInAnyPackage("lichen.*", "lichen.*.*");

    @ArchTest
    static final ArchRule packagesAreNotDrawersForOddsAndEnds =
            noClasses().should().resideInAnyPackage("..util..", "..common..", "..impl..", "..manager..", "..helper..");
}
