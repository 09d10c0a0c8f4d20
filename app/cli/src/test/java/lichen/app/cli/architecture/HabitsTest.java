package lichen.app.cli.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.ACCESS_STANDARD_STREAMS;

import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.concurrent.ThreadLocalRandom;

/** What code does not do, and what it is not called. */
@AnalyzeClasses(packages = "lichen", importOptions = MainClasses.class)
final class HabitsTest {
    @ArchTest
    static final ArchRule standardStreamsAreForTheProgramOnly = noClasses()
            .that()
            .resideOutsideOfPackages("lichen.app.cli.command", "lichen.app.cli.progress")
            .should(ACCESS_STANDARD_STREAMS);

    @ArchTest
    static final ArchRule onlyMainEndsTheProcess = noClasses()
            .that()
            .doNotHaveFullyQualifiedName("lichen.app.cli.Main")
            .should()
            .callMethod(System.class, "exit", int.class);

    @ArchTest
    static final ArchRule randomNumbersComeFromSeededStreamsThatArePassed = noClasses()
            .that()
            .resideOutsideOfPackage("lichen.core.random")
            .should()
            .dependOnClassesThat()
            .belongToAnyOf(Random.class, SplittableRandom.class, ThreadLocalRandom.class)
            .orShould()
            .callMethod(Math.class, "random");

    @ArchTest
    static final ArchRule namesSayWhatAThingIs = noClasses()
            .should()
            .haveNameMatching(".*[.$](.*(Utils?|Helper|Manager|Impl|Data|Info)|(Abstract|Base|I)[A-Z].*)");
}
