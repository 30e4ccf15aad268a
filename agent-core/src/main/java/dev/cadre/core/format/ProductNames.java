package dev.cadre.core.format;

import dev.cadre.core.dialect.Dialect;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Set;

/** Knows what products accept as names: of agents, and of tools where one unknown name spoils the file. */
public final class ProductNames {

    private static final Set<String> FACTORY_TOOLS = Set.of(
            "Read",
            "LS",
            "Grep",
            "Glob",
            "Create",
            "Edit",
            "ApplyPatch",
            "Execute",
            "WebSearch",
            "FetchUrl",
            "Task",
            "TodoWrite",
            "read-only",
            "edit",
            "execute",
            "web",
            "mcp");

    private ProductNames() {}

    /** Returns whether a product takes an agent of this name. */
    public static boolean isName(Dialect dialect, String name) {
        return switch (dialect) {
            case GEMINI, FACTORY -> name.chars().allMatch(c -> isLower(c) || c == '_');
            case SKILL ->
                name.length() <= 64
                        && name.chars().allMatch(ProductNames::isLower)
                        && !name.startsWith("-")
                        && !name.endsWith("-")
                        && !name.contains("--");
            case ROO -> name.chars().allMatch(c -> isLower(Character.toLowerCase(c)));
            case CLAUDE, CLAUDE_JSON, CLAUDE_PLUGIN -> name.indexOf(':') < 0 && !name.startsWith("-");
            default -> true;
        };
    }

    /** Returns how many characters of a description a product takes. */
    public static int longestDescription(Dialect dialect) {
        return switch (dialect) {
            case SKILL -> 1024;
            case FACTORY -> 500;
            default -> Integer.MAX_VALUE;
        };
    }

    private static boolean isLower(int c) {
        return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-';
    }

    /** Returns the name that is nearest to one that a product does not take. */
    public static String fitted(Dialect dialect, String name) {
        if (isName(dialect, name)) {
            return name;
        }
        String plain = Normalizer.normalize(name, Normalizer.Form.NFD).toLowerCase(Locale.ROOT);
        StringBuilder fitted = new StringBuilder();
        plain.chars()
                .filter(c -> Character.getType(c) != Character.NON_SPACING_MARK)
                .forEach(c -> {
                    if (isLower(c) && c != '-') {
                        fitted.append((char) c);
                    } else if (!fitted.isEmpty() && fitted.charAt(fitted.length() - 1) != '-') {
                        fitted.append('-');
                    }
                });
        if (dialect == Dialect.SKILL) {
            fitted.setLength(Math.min(fitted.length(), 64));
        }
        while (!fitted.isEmpty() && fitted.charAt(fitted.length() - 1) == '-') {
            fitted.setLength(fitted.length() - 1);
        }
        return fitted.isEmpty() ? "agent" : fitted.toString();
    }

    /** Returns whether a product takes a file that names a tool like this. */
    public static boolean isTool(Dialect dialect, String word) {
        return switch (dialect) {
            case GEMINI -> !word.startsWith("mcp__") && word.equals(word.toLowerCase(Locale.ROOT));
            case FACTORY -> FACTORY_TOOLS.contains(word);
            default -> true;
        };
    }
}
