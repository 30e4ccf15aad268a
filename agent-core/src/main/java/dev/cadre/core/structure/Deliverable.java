package dev.cadre.core.structure;

import dev.cadre.core.diagnostic.Span;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Something that the agent is told to hand over: a named file, or the parts of its answer.
 *
 * <p>Immutable and safe for use by many threads.
 */
public final class Deliverable implements Located {

    private final String title;
    private final @Nullable String path;
    private final List<DeliverableSection> sections;
    private final boolean conditional;
    private final Span span;

    Deliverable(
            String title, @Nullable String path, List<DeliverableSection> sections, boolean conditional, Span span) {
        this.title = title;
        this.path = path;
        this.sections = List.copyOf(sections);
        this.conditional = conditional;
        this.span = span;
    }

    /** Returns the statement or heading that asks for it. */
    public String title() {
        return title;
    }

    /**
     * Returns where it is to be written, exactly as the prompt says it; empty if the prompt names no place.
     *
     * <p>Prompts are not programs: the path may be absolute, may end in {@code /} where only a folder is named, and may
     * hold placeholders, see {@link #hasPlaceholder()}. It carries no permission.
     */
    public Optional<String> path() {
        return Optional.ofNullable(path);
    }

    /** Returns whether the path has parts that the agent must fill in, such as {@code {name}} or {@code YYYY-MM-DD}. */
    public boolean hasPlaceholder() {
        return path != null && PathTokens.hasPlaceholder(path);
    }

    /** Returns the parts that it must have, in order; empty if the prompt names none. */
    public List<DeliverableSection> sections() {
        return sections;
    }

    /**
     * Returns whether it is asked for only on a condition, such as {@code if the schema changed} or {@code optionally};
     * its absence is then no failure.
     */
    public boolean isConditional() {
        return conditional;
    }

    @Override
    public Span span() {
        return span;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Deliverable that
                && title.equals(that.title)
                && Objects.equals(path, that.path)
                && sections.equals(that.sections)
                && conditional == that.conditional
                && span.equals(that.span);
    }

    @Override
    public int hashCode() {
        return Objects.hash(title, path, sections, conditional, span);
    }

    @Override
    public String toString() {
        return "Deliverable[title=" + title + ", path=" + path + ", sections=" + sections + ", conditional="
                + conditional + ", span=" + span + "]";
    }
}
