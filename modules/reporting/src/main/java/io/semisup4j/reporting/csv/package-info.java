/**
 * Progress in the CSV formats of published programs, for whoever has scripts that read them.
 * The columns of a program are stated by its paper's module; how rows are made and survive a resume is here.
 */
package io.semisup4j.reporting.csv;
