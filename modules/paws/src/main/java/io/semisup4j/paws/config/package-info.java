/**
 * The configuration of PAWS as immutable records with the published values.
 * Only values and their bounds live here; binding and overriding them is the config module's affair.
 */
package io.semisup4j.paws.config;
