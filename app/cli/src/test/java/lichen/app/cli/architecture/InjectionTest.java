package lichen.app.cli.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.constructors;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;

import com.google.inject.Guice;
import com.google.inject.Inject;
import com.google.inject.Module;
import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** How objects that exist once come to be: through constructors, wired in small modules, by one injector. */
@AnalyzeClasses(packages = "lichen", importOptions = MainClasses.class)
final class InjectionTest {
    private static final String WIRING = "lichen[.]app[.]cli[.](Main|plugin[.](Plugins|ServiceFiles))([$].*)?";

    @ArchTest
    static final ArchRule guiceIsKnownToModulesAndTheProgramsStartOnly = noClasses()
            .that()
            .haveSimpleNameNotEndingWith("Module")
            .and()
            .resideOutsideOfPackage("lichen.core.plugin")
            .and()
            .haveNameNotMatching(WIRING)
            .should()
            .dependOnClassesThat(DescribedPredicate.describe(
                    "belong to Guice and are not @Inject",
                    type -> type.getPackageName().startsWith("com.google.inject")
                            && !type.isEquivalentTo(Inject.class)));

    @ArchTest
    static final ArchRule thereIsOneSpellingOfInject =
            noClasses().should().dependOnClassesThat().resideInAnyPackage("jakarta.inject..", "javax.inject..");

    @ArchTest
    static final ArchRule fieldsAreNotInjected = noFields().should().beAnnotatedWith(Inject.class);

    @ArchTest
    static final ArchRule methodsAreNotInjected = noMethods().should().beAnnotatedWith(Inject.class);

    @ArchTest
    static final ArchRule injectedConstructorsArePackagePrivate =
            constructors().that().areAnnotatedWith(Inject.class).should().bePackagePrivate();

    @ArchTest
    static final ArchRule modulesArePublicAndFinalAndNamedModule = classes()
            .that(implementModule())
            .should()
            .bePublic()
            .andShould()
            .haveModifier(JavaModifier.FINAL)
            .andShould()
            .haveSimpleNameEndingWith("Module");

    @ArchTest
    static final ArchRule onlyMainMakesAnInjector = noClasses()
            .that()
            .doNotHaveFullyQualifiedName("lichen.app.cli.Main")
            .should()
            .dependOnClassesThat()
            .areAssignableTo(Guice.class);

    private static DescribedPredicate<JavaClass> implementModule() {
        return DescribedPredicate.describe("implement Guice's Module", type -> type.isAssignableTo(Module.class));
    }
}
