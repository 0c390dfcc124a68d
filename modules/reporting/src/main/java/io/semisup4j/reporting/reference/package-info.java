/**
 * What every metric means: a list that each module keeps beside its code and that pages, tests and documentation read.
 * No metric is computed here.
 */
package io.semisup4j.reporting.reference;
