/**
 * From the bytes of a picture file to 8-bit RGB pixels, as Pillow's {@code convert('RGB')} gives them, or to a sentence
 * that says what is wrong with the file. Where files lie, and what class a picture has, does not belong here.
 */
package io.semisup4j.data.decode;
