/**
 * Values that change with the step, such as the learning rate, as pure functions of the step's number.
 * Nothing here keeps state, so a resumed run needs nothing but its step.
 */
package io.semisup4j.training.schedule;
