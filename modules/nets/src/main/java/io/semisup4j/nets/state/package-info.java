/**
 * What a network's state is: its arrays by official name, their places in flat vectors, their first values, and the way
 * to and from official state dictionaries. What a network computes is not known here.
 */
package io.semisup4j.nets.state;
