package io.semisup4j.experiments.launch;

import io.semisup4j.reporting.folder.RunFolder;
import io.semisup4j.training.loop.StopSignal;
import io.semisup4j.training.loop.TrainingListener;
import java.util.List;

/**
 * What an experiment is given by the launcher.
 *
 * @param folder where everything is written
 * @param data where the data sets are
 * @param listeners to be told of every training event: console and metrics file
 * @param devices W, devices that train together ({@code -Ddevices=N}), at least 1
 * @param stop set when the user presses Ctrl-C or the process is asked to end; training loops obey it
 */
public record Run(RunFolder folder, DataFolders data, List<TrainingListener> listeners, int devices, StopSignal stop) {
    public Run {
        listeners = List.copyOf(listeners);
    }
}
