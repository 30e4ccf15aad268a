package dev.cadre.core.source;

import tools.jackson.core.JacksonException;
import tools.jackson.core.TokenStreamLocation;

/**
 * What the YAML parser said, in plain words and without its own drawing of the place.
 *
 * @param problem the problem, in one line
 * @param line the 1-based line within what was parsed, or 0 if it gave none
 * @param column the 1-based column, counted in code points
 */
record YamlMessage(String problem, int line, int column) {

    static YamlMessage of(JacksonException e) {
        // A line break that it names parts its own line in two.
        String said = String.valueOf(e.getOriginalMessage()).replace("\n(10)", " (10)");
        String[] lines = said.split("\n", -1);
        String problem = "";
        int line = 0;
        int column = 0;
        for (String text : lines) {
            int at = text.startsWith(" in reader, line ") ? 17 : -1;
            int comma = at < 0 ? -1 : text.indexOf(", column ", at);
            if (comma > 0) {
                line = number(text.substring(at, comma));
                column = number(text.substring(comma + 9).replace(":", ""));
            } else if (!text.startsWith(" ") && !text.isBlank() && !text.startsWith("in \"reader\"")) {
                problem = text;
            }
        }
        TokenStreamLocation location = e.getLocation();
        if (line == 0 && location != null && location.getLineNr() > 0) {
            line = location.getLineNr();
            column = Math.max(1, location.getColumnNr());
        }
        String plain =
                problem.isEmpty() ? "this is not YAML" : YamlFault.of(problem).problem();
        return new YamlMessage(plain, line, column);
    }

    private static int number(String text) {
        try {
            return Integer.parseInt(text.strip());
        } catch (NumberFormatException e) {
            return 0;
        }
    }
}
