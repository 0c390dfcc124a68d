/**
 * Checkpoint folders: written aside, checksummed, flushed to the disk, renamed; the newest intact one is found again.
 * What the state means is known to the parts that own it, never here.
 */
package io.semisup4j.training.checkpoint;
