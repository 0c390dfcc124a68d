package io.semisup4j.engine.plan;

import io.semisup4j.engine.kernels.KernelProvider;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.TreeMap;

/** Finds the kernel providers of the process. */
public final class Providers {
    /** Names of the providers to use, separated by commas, for example {@code nd4j}; all that are found if unset. */
    public static final String SWITCH = "kernels";

    private Providers() {}

    /** The usable providers in order of preference, as far as the switch allows them. */
    public static List<KernelProvider> found() {
        String allowed = System.getProperty(SWITCH);
        List<KernelProvider> providers = ServiceLoader.load(KernelProvider.class).stream()
                .map(ServiceLoader.Provider::get)
                .filter(provider ->
                        allowed == null || Arrays.asList(allowed.split(",")).contains(provider.name()))
                .filter(KernelProvider::available)
                .sorted(Comparator.comparingInt(KernelProvider::preference).reversed())
                .toList();
        if (providers.isEmpty()) {
            throw new IllegalStateException("-D" + SWITCH + "=" + allowed
                    + " leaves no kernels; 'nd4j' is always there, so use -D" + SWITCH + "=nd4j or leave it out");
        }
        return providers;
    }

    /**
     * {@link KernelProvider#numericSwitches()} of all providers sorted by name, whether they are usable
     * here or not; loads no native library.
     */
    public static Map<String, String> numericSwitches() {
        Map<String, String> switches = new TreeMap<>();
        ServiceLoader.load(KernelProvider.class).forEach(provider -> switches.putAll(provider.numericSwitches()));
        return switches;
    }
}
