package io.semisup4j.config;

import jakarta.validation.ConstraintViolation;
import jakarta.validation.Validation;
import jakarta.validation.Validator;
import jakarta.validation.ValidatorFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.hibernate.validator.HibernateValidator;

/**
 * Checks the jakarta.validation constraints of every record in a configuration, nested ones without any {@code @Valid},
 * then the conditions between values.
 */
final class Constraints {
    private final Validator validator;
    private final List<String> failedKeys;
    private final List<String> problems = new ArrayList<>();

    private Constraints(Validator validator, List<String> failedKeys) {
        this.validator = validator;
        this.failedKeys = new ArrayList<>(failedKeys);
    }

    /** All problems; conditions between values are skipped where a key below has failed. */
    static List<String> check(Record config, Schema.Group schema, Record published, List<String> failedKeys) {
        try (ValidatorFactory factory = Validation.byProvider(HibernateValidator.class)
                .configure()
                .defaultLocale(Locale.ENGLISH)
                .locales(Locale.ENGLISH)
                .localeResolver(context -> Locale.ENGLISH)
                .buildValidatorFactory()) {
            Constraints constraints = new Constraints(factory.getValidator(), failedKeys);
            constraints.visit(config, schema, published, "");
            return constraints.problems;
        }
    }

    private void visit(Object value, Schema schema, Object published, String path) {
        if (value instanceof List<?> list && schema instanceof Schema.Items items) {
            List<?> before = published instanceof List<?> old ? old : List.of();
            for (int i = 0; i < list.size(); i++) {
                Object old = i < before.size() ? before.get(i) : null;
                visit(list.get(i), items.element(), old, Keys.join(path, String.valueOf(i)));
            }
        } else if (value != null && schema instanceof Schema.Group group) {
            for (ConstraintViolation<Object> violation : validator.validate(value)) {
                if (violation.getLeafBean() == value) { // what @Valid finds further down is told there
                    report(violation, group, published, path);
                }
            }
            for (Map.Entry<String, Schema.Entry> key : group.entries().entrySet()) {
                Object old = published == null ? null : Trees.component(published, key.getValue());
                Object inner = Trees.component(value, key.getValue());
                visit(inner, key.getValue().schema(), old, Keys.join(path, key.getKey()));
            }
            if (value instanceof SelfChecking checking && nothingFailedBelow(path)) {
                checking.problems()
                        .forEach(sentence -> problems.add(path.isEmpty() ? sentence : path + ": " + sentence));
            }
        }
    }

    private void report(ConstraintViolation<Object> violation, Schema.Group group, Object published, String path) {
        String key = violation.getPropertyPath().toString().replaceAll("\\[(\\d+)]\\.<[^>]*>", ".$1");
        String full = key.isEmpty() ? path : Keys.join(path, key);
        Object wrong = violation.getInvalidValue();
        Schema.Entry entry = group.entries().get(key);
        Object old = published == null || entry == null ? null : Trees.component(published, entry);
        String before = old == null || old.equals(wrong) ? "" : "; the default is " + old;
        failedKeys.add(full);
        String subject = full.isEmpty() ? "The configuration " : full + " = " + wrong + ": ";
        problems.add(subject + violation.getMessage() + before + ".");
    }

    private boolean nothingFailedBelow(String path) {
        return failedKeys.stream().noneMatch(key -> path.isEmpty() || key.equals(path) || key.startsWith(path + "."));
    }
}
