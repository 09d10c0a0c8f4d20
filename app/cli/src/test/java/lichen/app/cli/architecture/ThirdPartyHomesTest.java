package lichen.app.cli.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Each third party has a home, so that it can be replaced there. */
@AnalyzeClasses(packages = "lichen", importOptions = MainClasses.class)
final class ThirdPartyHomesTest {
    @ArchTest
    static final ArchRule deeplearning4jLivesInModel = noClasses()
            .that()
            .resideOutsideOfPackages("lichen.model.spec", "lichen.model.deeplearning4j")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.deeplearning4j..");

    @ArchTest
    static final ArchRule nativeCodeLivesInCore = noClasses()
            .that()
            .resideOutsideOfPackages("lichen.core.backend", "lichen.core.tensor")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "org.bytedeco..",
                    "org.nd4j.nativeblas..",
                    "org.nd4j.linalg.factory..",
                    "org.nd4j.linalg.api.ops..",
                    "org.nd4j.linalg.api.memory..",
                    "org.nd4j.linalg.api.blas..");

    @ArchTest
    static final ArchRule outsideCoreATensorIsAnINDArrayAndNothingElseOfNd4j = noClasses()
            .that()
            .resideOutsideOfPackage("lichen.core..")
            .and()
            .doNotHaveFullyQualifiedName("lichen.model.spec.Dl4jNetworks")
            .and()
            .resideOutsideOfPackages("lichen.model.onnx", "lichen.model.deeplearning4j")
            .should()
            .dependOnClassesThat(ofNd4jBut(INDArray.class));

    @ArchTest
    static final ArchRule hdf5LivesInModelKeras = onlyIn("lichen.model.keras", "io.jhdf..");

    @ArchTest
    static final ArchRule onnxLivesInModelOnnx = onlyIn("lichen.model.onnx", "onnx..");

    @ArchTest
    static final ArchRule protocolBuffersLiveInModelOnnx = onlyIn("lichen.model.onnx", "org.nd4j.shade..");

    @ArchTest
    static final ArchRule jacksonLivesInIoModelAndApp = noClasses()
            .that()
            .resideOutsideOfPackages("lichen.io..", "lichen.model..", "lichen.app..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("com.fasterxml..");

    @ArchTest
    static final ArchRule imageIoLivesInIoImage = onlyIn("lichen.io.image", "javax.imageio..");

    @ArchTest
    static final ArchRule commonsTextLivesInIoJson = onlyIn("lichen.io.json", "org.apache.commons.text..");

    @ArchTest
    static final ArchRule fourierTransformsLiveInCoreWave = onlyIn("lichen.core.wave", "org.jtransforms..");

    @ArchTest
    static final ArchRule picocliLivesInCommands = noClasses()
            .that()
            .resideOutsideOfPackage("lichen.app.cli.command")
            .and()
            .haveNameNotMatching("lichen[.]app[.]cli[.]Main([$].*)?")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("picocli..");

    @ArchTest
    static final ArchRule templatesLiveInReports = onlyIn("lichen.app.experiment.report", "gg.jte..");

    @ArchTest
    static final ArchRule progressBarsLiveInProgress = onlyIn("lichen.app.cli.progress", "me.tongfei..");

    @ArchTest
    static final ArchRule sparkLivesInSpark = onlyIn("lichen.app.spark", "org.apache.spark..");

    private static ArchRule onlyIn(String home, String thirdParty) {
        return noClasses()
                .that()
                .resideOutsideOfPackage(home)
                .should()
                .dependOnClassesThat()
                .resideInAPackage(thirdParty);
    }

    private static DescribedPredicate<JavaClass> ofNd4jBut(Class<?> allowed) {
        return DescribedPredicate.describe(
                "belong to ND4J and are not " + allowed.getSimpleName(),
                type -> type.getPackageName().startsWith("org.nd4j.") && !type.isEquivalentTo(allowed));
    }
}
