/**
 * One step on several devices: a replica of it on a thread for each, driven by Deeplearning4j's ParallelWrapper, which
 * averages their gradients. What a replica computes, and which data it reads, is the methods' affair.
 */
package io.semisup4j.training.parallel;
