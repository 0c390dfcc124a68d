/**
 * Several devices training together: who takes part, where they meet, and the differentiable operations in which they
 * exchange arrays. With one device none of these operations exists. Which losses and layers use them is not known here.
 */
package io.semisup4j.engine.collective;
