package io.semisup4j.experiments.launch;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.FileAppender;
import java.nio.file.Path;
import org.slf4j.LoggerFactory;

/** Copies the log of a run into its folder, with the stack traces that the console does not show. */
final class RunLog implements AutoCloseable {
    private static final String FILE_ONLY = "io.semisup4j.trace";

    private final FileAppender<ILoggingEvent> appender;
    private final Logger root;
    private final Logger fileOnly;

    private RunLog(LoggerContext context, FileAppender<ILoggingEvent> appender) {
        this.appender = appender;
        this.root = context.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
        this.fileOnly = context.getLogger(FILE_ONLY);
        fileOnly.setAdditive(false);
        fileOnly.addAppender(appender);
        root.addAppender(appender);
    }

    /** Appends to the file until closed. */
    static RunLog open(Path file) {
        LoggerContext context = (LoggerContext) LoggerFactory.getILoggerFactory();
        PatternLayoutEncoder encoder = new PatternLayoutEncoder();
        encoder.setContext(context);
        encoder.setPattern("%d{yyyy-MM-dd HH:mm:ss.SSS} %-5level %logger{0}: %msg%n%ex");
        encoder.start();
        FileAppender<ILoggingEvent> appender = new FileAppender<>();
        appender.setContext(context);
        appender.setEncoder(encoder);
        appender.setFile(file.toString());
        appender.start();
        return new RunLog(context, appender);
    }

    /** Writes an error with its stack trace to the file alone. */
    void trace(String sentence, Throwable thrown) {
        fileOnly.error(sentence, thrown);
    }

    /** Writes a line to the file alone. */
    void note(String sentence) {
        fileOnly.info(sentence);
    }

    @Override
    public void close() {
        root.detachAppender(appender);
        fileOnly.detachAppender(appender);
        appender.stop();
    }
}
