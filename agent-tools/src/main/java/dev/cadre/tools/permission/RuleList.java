package dev.cadre.tools.permission;

import dev.cadre.llm.Json;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Holds rules of one kind, in the order in which they are considered, and apart what they mean. Immutable.
 *
 * @param entries all of them
 * @param commands those on commands
 * @param commandPatterns the patterns of these
 * @param paths those on files
 */
record RuleList(
        List<Rulebook.Entry> entries,
        List<OnCommands> commands,
        List<CommandPattern> commandPatterns,
        List<OnPaths> paths) {

    /** Is a rule on commands. */
    record OnCommands(Rulebook.Entry entry, CommandPattern pattern) {}

    /** Is a rule on files. */
    record OnPaths(Rulebook.Entry entry, PathPattern pattern) {

        String tool() {
            return entry.rule().tool();
        }
    }

    static RuleList of(List<Rulebook.Entry> entries) {
        List<OnCommands> commands =
                entries.stream().flatMap(entry -> onCommands(entry).stream()).toList();
        return new RuleList(
                Json.list(entries),
                commands,
                commands.stream().map(OnCommands::pattern).toList(),
                entries.stream().flatMap(entry -> onPaths(entry).stream()).toList());
    }

    private static Optional<OnCommands> onCommands(Rulebook.Entry entry) {
        return entry.rule().meaning().orElse(null) instanceof Specifier.Command meaning
                ? Optional.of(new OnCommands(entry, meaning.pattern()))
                : Optional.empty();
    }

    private static Optional<OnPaths> onPaths(Rulebook.Entry entry) {
        return entry.rule().meaning().orElse(null) instanceof Specifier.Path meaning
                ? Optional.of(new OnPaths(entry, meaning.pattern()))
                : Optional.empty();
    }

    /** Returns those on commands or files, the first of which stands for all where what a command does is not known. */
    Stream<Rulebook.Entry> limitingCommands() {
        return entries.stream()
                .filter(entry -> entry.rule().meaning().orElse(null) instanceof Specifier.Command
                        || entry.rule().meaning().orElse(null) instanceof Specifier.Path);
    }
}
