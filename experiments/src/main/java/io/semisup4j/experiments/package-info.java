/**
 * The experiments: one small class each, and the list that makes them known by name.
 * An experiment chooses and connects; what a method does belongs to the papers' modules, how one is started to launch.
 */
package io.semisup4j.experiments;
