package io.semisup4j.experiments.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.autodiff.samediff.ops.SDLoss;

/** What no class of the project may do. */
class RulesTest {

    static Stream<ArchRule> rules() {
        ArchRule noStockLosses = noClasses()
                .should()
                .dependOnClassesThat()
                .areAssignableTo(SDLoss.class)
                .because("the gradients of SameDiff's own losses are silently wrong");
        ArchRule noExit = noClasses()
                .that()
                .doNotHaveFullyQualifiedName("io.semisup4j.experiments.launch.Launcher")
                .should()
                .callMethod(System.class, "exit", int.class)
                .orShould()
                .callMethod(Runtime.class, "exit", int.class)
                .orShould()
                .callMethod(Runtime.class, "halt", int.class)
                .because("an experiment has to be callable from a test and from another program");
        // Dice seeds its generator anew for every picture; DataVec's interface hands a generator over.
        ArchRule noRandomStream = noClasses()
                .that()
                .doNotHaveFullyQualifiedName("io.semisup4j.data.drawn.Dice")
                .and()
                .doNotHaveFullyQualifiedName("io.semisup4j.data.augment.DataVecTransform")
                .should()
                .dependOnClassesThat()
                .haveFullyQualifiedName("java.util.Random")
                .because(
                        "every draw depends on (seed, epoch, index, view) alone, so that a run can be resumed exactly");
        ArchRule noMathRandom =
                noClasses().should().callMethod(Math.class, "random").because("nobody can repeat what it draws");
        return Stream.of(noStockLosses, noExit, noRandomStream, noMathRandom);
    }

    @ParameterizedTest
    @MethodSource("rules")
    void no_class_breaks_the_rule(ArchRule rule) {
        rule.check(Production.CLASSES);
    }

    @ParameterizedTest
    @MethodSource("rules")
    void the_rule_catches_an_offender(ArchRule rule) {
        JavaClasses offender = new ClassFileImporter().importClasses(Offender.class);
        assertThat(rule.evaluate(offender).hasViolation()).isTrue();
    }

    @Test
    void every_package_says_what_lives_there() throws IOException {
        Path root = Path.of(System.getProperty("basedir", "."))
                .toAbsolutePath()
                .resolve("..")
                .normalize();
        try (Stream<Path> files = Files.walk(root)) {
            List<Path> packages = files.filter(file -> file.toString().endsWith(".java"))
                    .map(Path::getParent)
                    .filter(folder -> folder.toString().contains("src/main/java"))
                    .distinct()
                    .toList();
            assertThat(packages).isNotEmpty().allSatisfy(folder -> assertThat(folder.resolve("package-info.java"))
                    .exists());
        }
    }
}
