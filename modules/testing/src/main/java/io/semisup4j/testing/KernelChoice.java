package io.semisup4j.testing;

import java.util.HashMap;
import java.util.Map;

/** Kernels that a numerical claim has to hold with; every one of them also runs in double, on ND4J's kernels. */
public enum KernelChoice {
    /** The portable kernels alone. */
    ND4J(Map.of("kernels", "nd4j")),
    /** What a user has without asking: oneDNN where it exists, with Winograd's convolutions where they are large. */
    ONEDNN(Map.of("kernels", "onednn,nd4j")),
    /** oneDNN with Winograd's convolutions for small ones, too. */
    ONEDNN_WINOGRAD(Map.of("kernels", "onednn,nd4j", "kernels.winogradProducts", "0")),
    /** oneDNN with direct convolutions only. */
    ONEDNN_EXACT(Map.of("kernels", "onednn,nd4j", "kernels.exact", "true"));

    private final Map<String, String> switches;

    KernelChoice(Map<String, String> switches) {
        this.switches = switches;
    }

    /** Does something whose plans are compiled for these kernels; the switches are as before when it has ended. */
    public void during(Runnable work) {
        Map<String, String> before = new HashMap<>();
        switches.keySet().forEach(name -> before.put(name, System.getProperty(name)));
        switches.forEach(System::setProperty);
        try {
            work.run();
        } finally {
            before.forEach(KernelChoice::restore);
        }
    }

    private static void restore(String name, String value) {
        if (value == null) {
            System.clearProperty(name);
        } else {
            System.setProperty(name, value);
        }
    }
}
