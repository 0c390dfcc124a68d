package io.semisup4j.engine.collective;

import io.semisup4j.engine.spec.OpSpec;

/** Operations in which the devices of a group exchange arrays of equal shapes. */
public sealed interface CollectiveSpec extends OpSpec {
    Group group();

    /** x [n, ...]; gives the x of all devices one below the other, device by device, [W n, ...]. */
    record Gather(Group group) implements CollectiveSpec {}

    /** dy [W n, ...]; gives the sum over all devices of their rows that belong to this device, [n, ...]. */
    record GatherGradient(Group group) implements CollectiveSpec {}

    /** x; gives the mean of the x of all devices. */
    record Mean(Group group) implements CollectiveSpec {}
}
