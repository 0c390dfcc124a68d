/**
 * Data sets that are folders of picture files, a folder for each class, as ImageNet has them: their listing, lazily
 * decoded pictures, and a check of everything that can be wrong with one. How a file is decoded does not live here.
 */
package io.semisup4j.data.folder;
