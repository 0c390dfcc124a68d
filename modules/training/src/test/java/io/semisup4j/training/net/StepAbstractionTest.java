package io.semisup4j.training.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.semisup4j.engine.flat.Views;
import io.semisup4j.engine.graph.Graph;
import io.semisup4j.engine.graph.Tensor;
import io.semisup4j.engine.ops.Arithmetic;
import io.semisup4j.engine.ops.CrossEntropy;
import io.semisup4j.engine.ops.Elementwise;
import io.semisup4j.engine.ops.Matrices;
import io.semisup4j.engine.ops.Rows;
import io.semisup4j.engine.ops.Shapes;
import io.semisup4j.engine.ops.Sums;
import io.semisup4j.engine.plan.Plan;
import io.semisup4j.nets.layers.BatchNorm;
import io.semisup4j.nets.layers.Layer;
import io.semisup4j.nets.layers.Linear;
import io.semisup4j.nets.scope.Pass;
import io.semisup4j.nets.scope.Scope;
import io.semisup4j.nets.state.Declarations;
import io.semisup4j.nets.state.NetState;
import io.semisup4j.training.ema.ExponentialMovingAverage;
import io.semisup4j.training.optimiser.ParameterGroups;
import io.semisup4j.training.optimiser.Sgd;
import io.semisup4j.training.optimiser.SgdSettings;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** What the systems beside PAWS need of a step: teachers, evaluation inside training, input gradients, memories. */
class StepAbstractionTest {
    private static final DataType TYPE = DataType.DOUBLE;
    private static final Layer NET = (scope, x) -> {
        Tensor hidden = new Linear(6).named("fc1", scope, x);
        return new Linear(3).named("fc2", scope, BatchNorm.RELU.named("bn", scope, hidden));
    };

    private TrainedNet net;
    private INDArray images;
    private INDArray targets;

    @BeforeEach
    void a_small_net_and_a_batch() {
        Graph graph = new Graph(TYPE);
        Declarations declarations = new Declarations();
        NET.apply(Scope.root(graph, declarations, Pass.evaluation()), graph.input("x", 8, 5));
        net = new TrainedNet(NetState.initial(declarations.layout(), 7, TYPE));
        Nd4j.getRandom().setSeed(5);
        images = Nd4j.randn(TYPE, 8, 5);
        targets = Nd4j.create(TYPE, 8, 3);
        for (int i = 0; i < 8; i++) {
            targets.putScalar(i, i % 3, 1);
        }
    }

    @Test
    void a_teacher_on_a_second_plan_follows_the_student_by_moving_average() {
        NetState teacher = net.state().copy();
        Plan teaching = forward(teacher, Pass.evaluation());
        TrainingPlan training = supervised();
        INDArray before = teacher.parameters().dup();

        training.run();
        sgd().apply(net.parameters(), net.gradients(), 0.5);
        ExponentialMovingAverage.update(teacher.parameters(), net.parameters(), 0.9);
        teaching.run();

        INDArray expected = before.mul(0.9).add(net.parameters().mul(0.1));
        assertThat(teacher.parameters().sub(expected).amaxNumber().doubleValue())
                .isLessThan(1e-15);
        Plan fresh = forward(
                new NetState(teacher.layout(), expected, teacher.buffers(), teacher.batches()), Pass.evaluation());
        fresh.run();
        assertThat(teaching.output("y").sub(fresh.output("y")).amaxNumber().doubleValue())
                .isLessThan(1e-13);
    }

    @Test
    void an_evaluation_mode_forward_inside_a_step_uses_and_keeps_the_running_statistics() {
        Graph graph = new Graph(TYPE);
        Declarations declarations = new Declarations();
        Tensor x = graph.input("x", 8, 5);
        Pass train = Pass.train();
        Tensor student = NET.apply(Scope.root(graph, declarations, train), x);
        Tensor calm = NET.apply(Scope.root(graph, declarations, Pass.evaluation()), x);
        Tensor pseudo = Rows.softmax(Shapes.stopGradient(calm));
        TrainingPlan plan = TrainingPlan.compile(
                net, graph, CrossEntropy.mean(student, pseudo), List.of(train), Map.of("calm", calm));
        plan.plan().input("x").assign(images);
        Plan alone = forward(net.state().copy(), Pass.evaluation());
        alone.run();

        plan.run();

        assertThat(plan.plan()
                        .output("calm")
                        .sub(alone.output("y"))
                        .amaxNumber()
                        .doubleValue())
                .isLessThan(1e-13);
        assertThat(net.state().batches()).containsEntry("bn", 1L);
        assertThat(net.gradients().amaxNumber().doubleValue()).isPositive();
    }

    /** Virtual adversarial training moves the input against the prediction. */
    @Test
    void a_gradient_with_respect_to_the_input_raises_the_loss() {
        Graph graph = new Graph(TYPE);
        Tensor x = graph.differentiableInput("x", 8, 5);
        Tensor logits = NET.apply(Scope.root(graph, new Declarations(), Pass.evaluation()), x);
        Tensor loss = CrossEntropy.mean(logits, graph.constant("t", targets));
        Tensor dx = graph.gradients(Map.of(loss, graph.constant("one", Nd4j.ones(TYPE, 1))))
                .get(x);
        Plan plan = net.state()
                .bind(graph, Plan.of(graph).output("loss", loss).output("dx", dx))
                .compile();
        plan.input("x").assign(images);
        plan.run();
        double before = plan.number("loss");
        INDArray direction = plan.output("dx").dup();

        double step = 1e-6;
        plan.input("x").addi(direction.mul(step));
        plan.run();

        double squared = direction.mul(direction).sumNumber().doubleValue();
        assertThat((plan.number("loss") - before) / step).isCloseTo(squared, within(1e-4 * squared));
    }

    @Test
    void a_memory_that_the_loss_reads_is_updated_after_the_step() {
        INDArray queue = Nd4j.zeros(TYPE, 16, 3);
        Graph graph = new Graph(TYPE);
        Pass pass = Pass.train();
        Tensor z = Rows.normalise(NET.apply(Scope.root(graph, new Declarations(), pass), graph.input("x", 8, 5)));
        Tensor memory = graph.input("queue", 16, 3);
        Tensor loss = Sums.mean(Elementwise.square(Matrices.productTransposed(z, memory)));
        Tensor total = Arithmetic.add(loss, Sums.mean(Elementwise.square(z)));
        TrainingPlan plan = TrainingPlan.compile(net, graph, total, List.of(pass), Map.of("z", z, "read", loss));
        plan.plan().input("x").assign(images);

        plan.plan().input("queue").assign(queue);
        plan.run();
        double empty = plan.number("read");
        Views.of(queue, 0, 8, 3).assign(plan.plan().output("z"));
        plan.plan().input("queue").assign(queue);
        plan.run();

        assertThat(empty).isZero();
        assertThat(plan.number("read")).isPositive();
    }

    private TrainingPlan supervised() {
        Graph graph = new Graph(TYPE);
        Pass pass = Pass.train();
        Tensor logits = NET.apply(Scope.root(graph, new Declarations(), pass), graph.input("x", 8, 5));
        Tensor loss = CrossEntropy.mean(logits, graph.constant("t", targets));
        TrainingPlan plan = TrainingPlan.compile(net, graph, loss, List.of(pass), Map.of());
        plan.plan().input("x").assign(images);
        return plan;
    }

    private Plan forward(NetState state, Pass pass) {
        Graph graph = new Graph(TYPE);
        Tensor y = NET.apply(Scope.root(graph, new Declarations(), pass), graph.input("x", 8, 5));
        Plan plan = state.bind(graph, Plan.of(graph).output("y", y)).compile();
        plan.input("x").assign(images);
        return plan;
    }

    private Sgd sgd() {
        SgdSettings settings = SgdSettings.plain(0, false, ParameterGroups.single(0, false));
        return new Sgd(settings, net.state().layout().parameters(), TYPE);
    }
}
