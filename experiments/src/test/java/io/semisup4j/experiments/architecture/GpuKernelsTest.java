package io.semisup4j.experiments.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.buffer.DataBuffer;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * The kernels of ND4J's provider are GPU code by construction: all they do is call native operations on whole arrays. An
 * element read or written from the host would be a transfer for each.
 */
class GpuKernelsTest {
    /** Methods of arrays that touch elements on the host, or fetch a number from the device. */
    private static final Pattern OF_ARRAYS =
            Pattern.compile("get(Double|Float|Int|Long|Number|String|Scalar)(Unsafe)?|putScalar(Unsafe)?|put|element"
                    + "|to(Double|Float|Int|Long)(Vector|Matrix)|\\w+Number");

    /** Methods of buffers that touch elements on the host. */
    private static final Pattern OF_BUFFERS =
            Pattern.compile("(get|put|set|as)(Double|Float|Int|Long|Number|Data|Nio\\w+|Bytes)?|assign|read|write");

    private static final ArchRule NO_HOST_ELEMENTS = noClasses()
            .should()
            .callMethodWhere(touchesElements())
            .because(
                    "one element at a time through the host is no GPU code; use a native operation on the whole array");

    private static DescribedPredicate<JavaMethodCall> touchesElements() {
        return describe("elements of arrays on the host", call -> {
            JavaClass owner = call.getTargetOwner();
            String name = call.getTarget().getName();
            return owner.isAssignableTo(INDArray.class)
                            && OF_ARRAYS.matcher(name).matches()
                    || owner.isAssignableTo(DataBuffer.class)
                            && OF_BUFFERS.matcher(name).matches();
        });
    }

    @Test
    void no_kernel_of_the_portable_provider_touches_elements_on_the_host() {
        JavaClasses kernels = Production.CLASSES.that(resideInAPackage("io.semisup4j.engine.kernels.nd4j.."));
        assertThat(kernels).isNotEmpty();
        NO_HOST_ELEMENTS.check(kernels);
    }

    @Test
    void exchanges_between_devices_do_not_either() {
        NO_HOST_ELEMENTS.check(Production.CLASSES.that(resideInAPackage("io.semisup4j.engine.collective..")));
    }

    @Test
    void a_host_loop_is_found() {
        JavaClasses loop = new ClassFileImporter().importClasses(HostLoop.class);
        assertThat(NO_HOST_ELEMENTS.evaluate(loop).getFailureReport().getDetails())
                .anySatisfy(detail -> assertThat(detail).contains("getDouble"))
                .anySatisfy(detail -> assertThat(detail).contains("putScalar"))
                .anySatisfy(detail -> assertThat(detail).contains("getFloat"));
    }
}
