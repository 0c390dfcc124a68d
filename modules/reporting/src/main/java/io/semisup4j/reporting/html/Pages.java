package io.semisup4j.reporting.html;

import freemarker.template.Configuration;
import freemarker.template.DefaultObjectWrapperBuilder;
import freemarker.template.TemplateException;
import freemarker.template.TemplateExceptionHandler;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** The templates. What they are given is escaped unless it is marked as markup, so no name or value can break a page. */
final class Pages {
    private static final Configuration TEMPLATES = configuration();

    private Pages() {}

    private static Configuration configuration() {
        Configuration configuration = new Configuration(Configuration.VERSION_2_3_34);
        configuration.setClassForTemplateLoading(Pages.class, "/io/semisup4j/reporting/html");
        configuration.setDefaultEncoding(StandardCharsets.UTF_8.name());
        configuration.setLocale(Locale.ROOT);
        configuration.setNumberFormat("computer");
        configuration.setObjectWrapper(new DefaultObjectWrapperBuilder(Configuration.VERSION_2_3_34).build());
        configuration.setTemplateExceptionHandler(TemplateExceptionHandler.RETHROW_HANDLER);
        configuration.setLogTemplateExceptions(false);
        return configuration;
    }

    /** The page of a template whose name has no ending. */
    static String render(String template, Object page) throws IOException {
        StringWriter text = new StringWriter();
        try {
            TEMPLATES.getTemplate(template + ".ftlh").process(page, text);
        } catch (TemplateException e) {
            throw new IOException("the page " + template + " cannot be made: " + e.getMessage(), e);
        }
        return text.toString();
    }
}
