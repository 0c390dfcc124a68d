package io.semisup4j.config;

/** Where the values come from that a configuration is compared with. */
public enum Origin {
    /** A recipe that its authors have published. */
    PUBLISHED("published"),
    /** Values of this suite, where nothing was published. */
    DEFAULT("default");

    private final String word;

    Origin(String word) {
        this.word = word;
    }

    /** The word before such a value, in remarks and in headings. */
    public String word() {
        return word;
    }
}
