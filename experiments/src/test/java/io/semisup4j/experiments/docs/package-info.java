/** The pages in docs that are made from the sources, or kept true by them. */
package io.semisup4j.experiments.docs;
