package dev.cadre.tools;

import jakarta.validation.ConstraintViolation;
import jakarta.validation.Validation;
import jakarta.validation.Validator;
import java.util.Locale;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Collectors;
import org.hibernate.validator.HibernateValidator;
import org.hibernate.validator.messageinterpolation.ParameterMessageInterpolator;

/** Checks the constraints of {@code jakarta.validation} on a record; in English, without expression language and XML. */
final class RecordConstraints {

    private RecordConstraints() {}

    /**
     * Checks one record; records inside it are checked when they are bound.
     *
     * @param places gives the place in the input of a component
     * @throws ToolInputException if a constraint does not hold
     */
    static void check(Record input, UnaryOperator<String> places) {
        Set<ConstraintViolation<Record>> violations = Lazy.VALIDATOR.validate(input);
        if (!violations.isEmpty()) {
            throw new ToolInputException(violations.stream()
                    .map(violation -> describe(violation, places))
                    .sorted()
                    .collect(Collectors.joining("; ")));
        }
    }

    private static String describe(ConstraintViolation<Record> violation, UnaryOperator<String> places) {
        String path = violation.getPropertyPath().toString();
        if (path.isEmpty()) {
            return "the input " + violation.getMessage();
        }
        int end = path.indexOf('[');
        String component = end < 0 ? path : path.substring(0, end);
        String index = end < 0 ? "" : path.substring(end).replace(".<list element>", "");
        return "\"" + places.apply(component) + index + "\" " + violation.getMessage();
    }

    /** Holds the validator, which takes long to make and is stateless. */
    private static final class Lazy {

        // Kept here, for loggers that nobody holds lose their level.
        private static final Logger VERSION = Logger.getLogger("org.hibernate.validator.internal.util.Version");

        static final Validator VALIDATOR = make();

        private static Validator make() {
            VERSION.setLevel(Level.WARNING);
            return Validation.byProvider(HibernateValidator.class)
                    .configure()
                    .ignoreXmlConfiguration()
                    .messageInterpolator(new ParameterMessageInterpolator(
                            Set.of(Locale.ENGLISH), Locale.ENGLISH, request -> Locale.ENGLISH, false))
                    .buildValidatorFactory()
                    .getValidator();
        }
    }
}
