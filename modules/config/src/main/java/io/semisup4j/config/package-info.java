/**
 * Configurations as nested immutable records: overriding published values, finding every mistake at once, telling what
 * differs from the standard values, and writing it as YAML.
 * It knows no experiment and no paper; what a value means belongs to the record that holds it.
 */
package io.semisup4j.config;
