/**
 * Whole encoders, backbone and heads, and their forward pass over a list of views.
 * Losses, and what follows a forward pass, live with the methods.
 */
package io.semisup4j.nets.encoder;
