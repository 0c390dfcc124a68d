/**
 * Looks once at all of a data set on disk and tells everything that is wrong with it, before a long run finds it out.
 * Reading formats and deciding what a run does about damage is done elsewhere.
 */
package io.semisup4j.data.check;
