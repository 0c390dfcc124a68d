package io.semisup4j.kernelbenchmarks;

import io.semisup4j.engine.plan.Plan;
import io.semisup4j.engine.runtime.ProcessStart;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * One operation forward and backward, in the shapes of WRN-28-2 (64 images), ResNet-50 and ViT-S (8 images).
 *
 * <p>Run: {@code mvn -Pjmh -pl modules/kernel-benchmarks -am compile exec:exec}, with for example {@code
 * -Djmh.args="KernelBenchmark -p piece=ATTENTION,GELU -p kernels=onednn,nd4j"}.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(
        value = 1,
        jvmArgsAppend = {"-Xmx1g", "--add-opens=java.base/java.nio=ALL-UNNAMED"})
public class KernelBenchmark {
    @Param
    private Piece piece;

    /** Providers that may be used; those after the first fill its gaps. */
    @Param({"onednn,nd4j", "nd4j"})
    private String kernels;

    private Plan plan;

    /** Compiles the piece with the wanted kernels. */
    @Setup
    public void compile() {
        ProcessStart.prepare();
        System.setProperty("kernels", kernels);
        plan = piece.plan();
    }

    /** Forward and backward. */
    @Benchmark
    public void forwardAndBackward() {
        plan.run();
    }
}
