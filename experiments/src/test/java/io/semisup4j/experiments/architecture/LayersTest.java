package io.semisup4j.experiments.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Arrows run down only. A new module is a new word in the list of floors. */
class LayersTest {
    private static final List<List<String>> FLOORS = List.of(
            List.of("experiments"),
            List.of("paws", "semiformer", "esvit", "allspark", "s4l"),
            List.of("training", "evaluation", "data", "reporting", "config"),
            List.of("nets", "weights", "onednn"),
            List.of("engine"));

    @Test
    void no_module_knows_one_above_it() {
        for (int floor = 1; floor < FLOORS.size(); floor++) {
            List<String> above =
                    FLOORS.subList(0, floor).stream().flatMap(List::stream).toList();
            noClasses()
                    .that(areIn(FLOORS.get(floor)))
                    .should()
                    .dependOnClassesThat(areIn(above))
                    .allowEmptyShould(true)
                    .check(Production.CLASSES);
        }
    }

    @Test
    void no_paper_knows_another() {
        List<String> papers = FLOORS.get(1);
        IntStream.range(0, papers.size()).forEach(i -> {
            List<String> others = papers.stream()
                    .filter(other -> !other.equals(papers.get(i)))
                    .toList();
            noClasses()
                    .that(areIn(List.of(papers.get(i))))
                    .should()
                    .dependOnClassesThat(areIn(others))
                    .allowEmptyShould(true)
                    .check(Production.CLASSES);
        });
    }

    @Test
    void nobody_knows_the_kernels_of_one_provider() {
        noClasses()
                .that(DescribedPredicate.not(areIn(List.of("onednn"))))
                .should()
                .dependOnClassesThat(areIn(List.of("onednn")))
                .because("it is found by ServiceLoader and absent with the cuda profile")
                .check(Production.CLASSES);
    }

    @Test
    void modules_of_one_floor_do_not_run_in_circles() {
        slices().matching("io.semisup4j.(*)..").should().beFreeOfCycles().check(Production.CLASSES);
    }

    @Test
    void every_class_is_on_a_floor() {
        List<String> all = FLOORS.stream().flatMap(List::stream).toList();
        assertThat(Production.CLASSES.stream().filter(areIn(all).negate()).map(JavaClass::getName))
                .as("classes that belong to no floor")
                .isEmpty();
        assertThat(Production.CLASSES.stream().filter(areIn(all))).isNotEmpty();
    }

    private static DescribedPredicate<JavaClass> areIn(List<String> modules) {
        String described = "are in " + String.join(", ", modules);
        return DescribedPredicate.describe(described, type -> modules.stream()
                .anyMatch(module -> (type.getPackageName() + ".").startsWith("io.semisup4j." + module + ".")));
    }
}
