package dev.cadre.core.structure;

import java.util.Optional;

/**
 * The bold beginning of a line, and the rest of it.
 *
 * @param lead the bold text without its colon
 * @param rest what follows, without a leading colon or dash
 * @param isHeading whether it can head what follows: nothing stands behind it but perhaps a colon
 */
record BoldLead(String lead, String rest, boolean isHeading) {

    static Optional<BoldLead> of(String raw) {
        String line = raw.strip();
        String mark = line.startsWith("**") ? "**" : line.startsWith("__") ? "__" : "";
        int close = mark.isEmpty() ? -1 : line.indexOf(mark, 2);
        if (close <= 2) {
            return Optional.empty();
        }
        while (close + 2 < line.length() && line.charAt(close + 2) == mark.charAt(0)) {
            close++;
        }
        String lead = PlainText.of(line.substring(2, close));
        String rest = line.substring(close + 2).strip();
        if (lead.isEmpty()) {
            return Optional.empty();
        }
        boolean aside = rest.startsWith("(")
                && rest.indexOf(')') >= Titles.withoutColon(rest).length() - 1;
        boolean heads = rest.isEmpty() || rest.equals(":") || rest.equals("：") || aside;
        return Optional.of(new BoldLead(Titles.withoutColon(lead), PlainText.of(withoutJoint(rest)), heads));
    }

    private static String withoutJoint(String rest) {
        int i = 0;
        while (i < rest.length() && (Character.isWhitespace(rest.charAt(i)) || ":：-–—".indexOf(rest.charAt(i)) >= 0)) {
            i++;
        }
        return rest.substring(i);
    }
}
