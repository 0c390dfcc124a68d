package io.semisup4j.experiments.architecture;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collections;

/** Every class of the project that is not a test's; the helpers of tests in the module testing are left out. */
final class Production {
    static final JavaClasses CLASSES = read();

    private Production() {}

    /** Asks the class loader where the project's packages are, which spares reading through the libraries. */
    private static JavaClasses read() {
        try {
            return new ClassFileImporter()
                    .withImportOption(new ImportOption.DoNotIncludeTests())
                    .withImportOption(location -> !location.contains("io/semisup4j/testing/"))
                    .importUrls(
                            Collections.list(Production.class.getClassLoader().getResources("io/semisup4j")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
