/**
 * Damaged and hostile files for the tests of readers: how files are spoilt, and what a reader may do with one.
 * No file format is known here; each reader's tests bring an intact file and the reader.
 */
package io.semisup4j.testing.hostile;
