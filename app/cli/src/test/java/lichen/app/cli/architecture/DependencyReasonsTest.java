package lichen.app.cli.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** No third party without a reason in the README of the module that takes it in. */
final class DependencyReasonsTest {
    private static final Pattern ARTIFACT =
            Pattern.compile("<dependency>\\s*<groupId>(?!lichen<)[^<]+</groupId>\\s*<artifactId>([^<]+)</artifactId>");

    static final List<String> MODULES = Repository.MODULES;

    @ParameterizedTest
    @FieldSource("MODULES")
    void standUnderWhyInTheReadme(String module) {
        String readme = Repository.text(module, "README.md");
        int why = readme.indexOf("\n## Why\n");
        assertThat(why).as("## Why in %s/README.md", module).isPositive();
        String reasons = readme.substring(why).toLowerCase(Locale.ROOT);
        assertThat(artifacts(module).filter(artifact -> !reasons.contains(artifact.toLowerCase(Locale.ROOT))))
                .as("dependencies of %s without a reason under Why in its README.md", module)
                .isEmpty();
    }

    private static Stream<String> artifacts(String module) {
        return ARTIFACT.matcher(Repository.text(module, "pom.xml"))
                .results()
                .map(found -> found.group(1))
                .distinct();
    }
}
