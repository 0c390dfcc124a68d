/**
 * What all weight formats need from files: telling what a file really is, and reading entries of a zip archive safely.
 * No format's content is interpreted here.
 */
package io.semisup4j.weights.files;
