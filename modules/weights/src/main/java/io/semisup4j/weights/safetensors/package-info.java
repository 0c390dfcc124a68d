/**
 * The safetensors format: a JSON header with names, formats, shapes and offsets, then raw little-endian values.
 * Headers are checked before anything is read by them.
 */
package io.semisup4j.weights.safetensors;
