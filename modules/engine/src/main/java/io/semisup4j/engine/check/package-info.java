/**
 * Checks of graphs by numbers: analytic gradients against central differences, in double.
 * For the tests of operations, layers and losses, here and in methods that users add; nothing in a training run uses it.
 */
package io.semisup4j.engine.check;
