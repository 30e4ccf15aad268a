package dev.cadre.core.definition;

import dev.cadre.llm.Json;
import java.util.List;
import java.util.Objects;

/** Says which model a definition asks for. The host decides what a name means. */
public sealed interface ModelChoice {

    /** The parent's model, or the host's default. */
    record Inherit() implements ModelChoice {

        private static final Inherit ANY = new Inherit();
    }

    /**
     * One model.
     *
     * @param name an alias such as {@code sonnet}, a full id, or {@code provider/model}, as written
     */
    record Named(String name) implements ModelChoice {

        /** Checks that there is a name. */
        public Named {
            if (Objects.requireNonNull(name, "name").isBlank()) {
                throw new IllegalArgumentException("the name of the model is blank");
            }
        }
    }

    /**
     * The first of these that the host has.
     *
     * @param names the models, in the order of preference
     */
    record Priority(List<String> names) implements ModelChoice {

        /** Copies the names. */
        public Priority {
            names = Json.list(names);
            if (names.isEmpty()) {
                throw new IllegalArgumentException("a list of models needs at least one");
            }
        }
    }

    /** Returns the choice that says nothing. */
    static ModelChoice inherit() {
        return Inherit.ANY;
    }

    /** Returns the choice of one model. */
    static ModelChoice named(String name) {
        return new Named(name);
    }
}
