/**
 * How numbers are written for people, on the console and on pages alike.
 * Machine-readable files have formats of their own and use none of this.
 */
package io.semisup4j.reporting.format;
