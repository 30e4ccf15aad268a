package dev.cadre.tools.shell;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Writes an analysis as a command again, each command in a shell of its own so that order no longer matters. */
final class Rewriting {

    private static final String PLAIN = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_./-*?";

    private Rewriting() {}

    /** Returns the text; empty if a wildcard or a home stands where quotes can't be told apart from what they held. */
    static Optional<String> of(List<Invocation> invocations) {
        StringBuilder text = new StringBuilder();
        for (Invocation each : invocations) {
            boolean isDuplication = each.words().isEmpty() && each.redirects().isEmpty();
            text.append(isDuplication ? "( >&1 " : "( ");
            for (Word word : each.words()) {
                if (!isWritable(word)) {
                    return Optional.empty();
                }
                text.append(written(word)).append(' ');
            }
            for (Redirect redirect : each.redirects()) {
                if (!isWritable(redirect.target())) {
                    return Optional.empty();
                }
                text.append(redirect.writes() ? "> " : "< ")
                        .append(written(redirect.target()))
                        .append(' ');
            }
            text.append(")\n");
        }
        return Optional.of(text.toString());
    }

    private static boolean isWritable(Word word) {
        int from = word.isHome() ? 0 : word.wildcardAt();
        return word.isLiteral()
                || word.text().substring(from).chars().allMatch(c -> PLAIN.indexOf(c) >= 0 || (c == '~' && from == 0));
    }

    private static String written(Word word) {
        if (word.isLiteral()) {
            return quoted(word.text());
        }
        return word.isHome()
                ? word.text()
                : quoted(word.text().substring(0, word.wildcardAt()))
                        + word.text().substring(word.wildcardAt());
    }

    private static String quoted(String text) {
        return "'" + text.replace("'", "'\\''") + "'";
    }

    /** Returns what matters of invocations, in a form that can be compared. */
    static String meaning(List<Invocation> invocations) {
        return invocations.stream()
                .map(each -> List.of(
                                each.words(),
                                each.redirects(),
                                each.files(),
                                each.concerns(),
                                each.opaqueness(),
                                each.isPeeled(),
                                each.isOpenEnded())
                        + meaning(each.inner()))
                .collect(Collectors.joining("\n"));
    }
}
