/**
 * Keeps the reporting of a run from breaking it or costing it much: failures become a warning, work is done only where a
 * small share of the time pays for it. What is reported belongs to the other packages.
 */
package io.semisup4j.reporting.guard;
