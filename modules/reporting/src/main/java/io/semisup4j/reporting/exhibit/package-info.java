/**
 * What a report shows of a net at work (views, neighbours, confusion, embedding, timing): small files in the run folder,
 * written by the methods and read back for the page. How they are laid out and what they are computed from is not known here.
 */
package io.semisup4j.reporting.exhibit;
