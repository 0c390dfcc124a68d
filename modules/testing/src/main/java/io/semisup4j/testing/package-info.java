/**
 * What the tests of several modules share: finding golden files and data folders.
 * No production code depends on it, and nothing about a particular paper lives here.
 */
package io.semisup4j.testing;
