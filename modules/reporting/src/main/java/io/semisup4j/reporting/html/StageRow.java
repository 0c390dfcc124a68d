package io.semisup4j.reporting.html;

import io.semisup4j.reporting.format.Numbers;
import io.semisup4j.reporting.history.StageCourse;

/**
 * A line of the table of stages.
 *
 * @param done share that is done, in percent, without its sign
 * @param waiting share of the step time that was spent waiting for data
 */
public record StageRow(
        String label,
        LineStyle style,
        String steps,
        String epochs,
        String time,
        String images,
        String rate,
        String waiting,
        String done,
        boolean complete) {

    static StageRow of(StageCourse stage, Methods stages) {
        boolean timed = stage.seconds() > 0;
        return new StageRow(
                stages.label(stage.stage()),
                stages.style(stage.stage()),
                Numbers.number(stage.stepsDone()) + " of " + Numbers.number(stage.totalSteps()),
                Numbers.number(stage.stepsDone() / stage.stepsPerEpoch()) + " of " + Numbers.number(stage.epochs()),
                Numbers.duration(stage.seconds()),
                Numbers.number(stage.images()),
                timed ? Numbers.number(Math.rint(stage.images() / stage.seconds())) : "",
                timed ? Numbers.percent(stage.waitSeconds() / stage.seconds()) : "",
                SvgPath.text(Math.floor(100 * stage.share())),
                stage.complete());
    }
}
