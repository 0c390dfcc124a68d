/**
 * Event files that TensorBoard reads: framing, the few messages that are needed, and the listener that fills them.
 * No TensorFlow library is used; nothing but scalars is written.
 */
package io.semisup4j.reporting.tensorboard;
