package io.semisup4j.nets.encoder;

import static org.assertj.core.api.Assertions.assertThat;

import io.semisup4j.engine.graph.Graph;
import io.semisup4j.engine.graph.Tensor;
import io.semisup4j.engine.plan.Plan;
import io.semisup4j.engine.plan.PlanBuilder;
import io.semisup4j.engine.plan.Profile;
import io.semisup4j.engine.runtime.ResidentMemory;
import io.semisup4j.nets.backbones.WideResNet;
import io.semisup4j.nets.scope.Pass;
import io.semisup4j.nets.state.Declaration;
import io.semisup4j.nets.state.Declarations;
import io.semisup4j.nets.state.NetState;
import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * Resident memory over training steps of WRN-28-2 on 64 images of 32x32; prints time, memory and profile. Run it by
 * {@code mvn test -pl modules/nets -am -Dgroups=soak -DexcludedGroups=}, with {@code -Dsteps=N} for another number.
 */
@Tag("soak")
class TrainingStepSoakTest {
    private static final int STEPS = Integer.getInteger("steps", 300);
    private static final int WARM_UP = 20;

    @Test
    void resident_memory_stays_flat_over_training_steps() {
        Assumptions.assumeFalse(Double.isNaN(ResidentMemory.megabytes()), "this system does not tell resident memory");
        NetState state = NetState.initial(encoder().layout(), 1, DataType.FLOAT);
        INDArray gradients = state.layout().parameters().zeros(DataType.FLOAT);
        Plan plan = trainingPlan(state, gradients);
        plan.input("images")
                .assign(Nd4j.randn(DataType.FLOAT, plan.input("images").shape()));

        double[] milliseconds = new double[STEPS];
        double before = 0;
        for (int i = 0; i < STEPS; i++) {
            if (i == WARM_UP) {
                touchYoungGeneration();
                before = ResidentMemory.megabytes();
            }
            long start = System.nanoTime();
            plan.run();
            Nd4j.getBlasWrapper().level1().axpy(gradients.length(), -1e-4, gradients, state.parameters());
            milliseconds[i] = (System.nanoTime() - start) / 1e6;
        }
        double after = ResidentMemory.megabytes();
        Profile profile = new Profile();
        for (int i = 0; i < 10; i++) {
            plan.run(profile);
        }
        Arrays.sort(milliseconds);
        System.out.printf(
                "%d steps: fastest %.0f ms, median %.0f ms; %s; resident %.0f MB after %d steps, %.0f MB after all%n%s%n",
                STEPS, milliseconds[0], milliseconds[STEPS / 2], plan.memory(), before, WARM_UP, after, profile);
        assertThat(after - before).as("growth of resident memory, MB").isLessThan(20);
    }

    /** ND4J's calls leave small garbage, and fresh pages of Java's heap would pass for growth until its first round. */
    private static void touchYoungGeneration() {
        long collections = collections();
        long sum = 0;
        while (collections() < collections + 2) {
            byte[] garbage = new byte[1 << 16];
            sum += garbage.length;
        }
        assertThat(sum).isPositive();
    }

    private static long collections() {
        return ManagementFactory.getGarbageCollectorMXBeans().stream()
                .mapToLong(GarbageCollectorMXBean::getCollectionCount)
                .sum();
    }

    private static Encoder encoder() {
        return Encoder.classifier(new WideResNet(28, 2), 10);
    }

    private static Plan trainingPlan(NetState state, INDArray gradients) {
        Graph graph = new Graph(DataType.FLOAT);
        Tensor images = graph.input("images", 64, 32, 32, 3);
        Tensor logits = new ViewsForward(encoder(), graph, new Declarations(), Pass::train)
                .groups(List.of(images))
                .h();
        Tensor upstream = graph.constant("upstream", Nd4j.randn(DataType.FLOAT, logits.shape()));
        Map<Tensor, Tensor> found = graph.gradients(Map.of(logits, upstream));
        PlanBuilder builder = state.bind(graph, Plan.of(graph)).output("logits", logits);
        for (Declaration parameter : state.layout().of(Declaration.Kind.PARAMETER)) {
            String name = parameter.name();
            Tensor gradient = found.get(graph.parameter(name, parameter.shape()));
            builder.output(name, gradient)
                    .at(gradient, state.layout().parameters().view(gradients, name));
        }
        return builder.compile();
    }
}
