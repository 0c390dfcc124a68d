/** What the tests of this module share: a played training loop. Nothing here is about one listener. */
package io.semisup4j.reporting;
