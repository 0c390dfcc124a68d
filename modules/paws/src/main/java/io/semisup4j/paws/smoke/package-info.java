/**
 * A run of PAWS on made-up patterns that takes seconds and has a known result: does everything work together?
 * Nothing here is of use for real pictures.
 */
package io.semisup4j.paws.smoke;
