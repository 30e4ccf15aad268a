package dev.cadre.core.definition;

import dev.cadre.core.diagnostic.Diagnostic;
import dev.cadre.core.diagnostic.DiagnosticCode;
import dev.cadre.core.diagnostic.Span;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.Validation;
import jakarta.validation.Validator;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.hibernate.validator.HibernateValidator;
import org.hibernate.validator.messageinterpolation.ParameterMessageInterpolator;

/** Checks the constraints of {@code jakarta.validation} on definitions; in English, without expression language and XML. */
final class Constraints {

    private Constraints() {}

    /** Returns what does not hold, each at the place of the value, in the order of the source. */
    static List<Diagnostic> check(AgentDefinition definition) {
        return Lazy.VALIDATOR.validate(definition).stream()
                .sorted(Comparator.comparing(
                        violation -> violation.getPropertyPath().toString()))
                .map(violation -> diagnostic(definition.origin(), violation))
                .sorted(Comparator.comparingInt(problem -> problem.span().offset()))
                .toList();
    }

    private static Diagnostic diagnostic(Origin origin, ConstraintViolation<AgentDefinition> violation) {
        String path = violation.getPropertyPath().toString().replace(".<list element>", "");
        Span span = origin.span(path).orElse(Span.START);
        return Diagnostic.builder(DiagnosticCode.VALUE_CONSTRAINT, span, "\"" + path + "\" " + violation.getMessage())
                .advice("change the value")
                .build();
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
