package dev.cadre.core.structure;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Finds the paragraph that tells the agent who it is. */
final class RoleReader {

    private static final List<String> OPENINGS = List.of(
            "you are ",
            "you're ",
            "you’re ",
            "act as ",
            "i am ",
            "i'm ",
            "du bist ",
            "sie sind ",
            "agiere als ",
            "tu es ",
            "vous êtes ",
            "agis comme ",
            "agissez comme ",
            "eres ",
            "usted es ",
            "actúa como ",
            "você é ",
            "ты — ",
            "ты - ",
            "ты ",
            "вы — ",
            "sei ",
            "你是",
            "您是",
            "你作为",
            "あなたは",
            "당신은 ",
            "너는 ",
            "sen ");

    private static final Words NO_PERSONS = Words.of("""
            able allowed expected required free invoked called given working done not about ready asked running going to
            in on being also unsure stuck successful finished complete here both now only
            """);

    private static final List<String> ENDS = List.of(
            " specializing ",
            " specialising ",
            " with ",
            " specialized in ",
            " who ",
            " whose ",
            " that ",
            " responsible ",
            " tasked ",
            " focused ",
            " dedicated ",
            " embodying ",
            " mit ",
            " der ",
            " die ",
            " das ",
            " avec ",
            " qui ",
            " con ",
            " que ",
            " spécialisé",
            " especializad");

    private RoleReader() {}

    static Optional<Role> of(List<Section> sections) {
        for (Section section : sections) {
            if (!section.isExample()) {
                for (Block block : section.blocks()) {
                    if (block instanceof Block.Paragraph paragraph && isOpening(paragraph.text())) {
                        return Optional.of(role(paragraph));
                    }
                }
            }
        }
        return titled(sections);
    }

    private static Optional<Role> titled(List<Section> sections) {
        for (Section section : sections) {
            if (!section.isExample() && Wording.ROLE.matches(section.key())) {
                for (Block block : section.blocks()) {
                    if (block instanceof Block.Paragraph paragraph) {
                        return Optional.of(role(paragraph));
                    }
                }
            }
        }
        return labelled(sections);
    }

    /** A line such as {@code **Role:** harbour pilot}. */
    private static Optional<Role> labelled(List<Section> sections) {
        for (Section section : sections) {
            for (Block block : section.isExample() ? List.<Block>of() : section.blocks()) {
                if (block instanceof Block.Paragraph paragraph) {
                    Optional<BoldLead> bold = BoldLead.of(
                                    paragraph.lines().get(0).raw())
                            .filter(lead -> !lead.rest().isEmpty() && Wording.ROLE.matches(Titles.key(lead.lead())));
                    if (bold.isPresent()) {
                        Role whole = role(paragraph);
                        return Optional.of(new Role(whole.text(), bold.get().rest(), paragraph.span()));
                    }
                }
            }
        }
        return Optional.empty();
    }

    /** Returns whether the text tells somebody who they are. */
    static boolean isOpening(String text) {
        String opening = opening(text);
        if (opening.isEmpty() || Titles.endsWithColon(text)) {
            return false;
        }
        String rest = text.substring(opening.length());
        int end = 0;
        while (end < rest.length() && Character.isLetter(rest.charAt(end))) {
            end++;
        }
        return !NO_PERSONS.contains(rest.substring(0, end).toLowerCase(Locale.ROOT));
    }

    private static String opening(String text) {
        String start = text.substring(0, Math.min(text.length(), 40)).toLowerCase(Locale.ROOT);
        for (String opening : OPENINGS) {
            if (start.startsWith(opening)) {
                return opening;
            }
        }
        return "";
    }

    private static Role role(Block.Paragraph paragraph) {
        String text = paragraph.text();
        String rest = text.substring(opening(text).length());
        int end = sentenceEnd(rest);
        int comma = rest.indexOf(", ");
        boolean named = comma > 0
                && (rest.startsWith("a ", comma + 2)
                        || rest.startsWith("an ", comma + 2)
                        || rest.startsWith("the ", comma + 2));
        int next = named ? rest.indexOf(", ", comma + 2) : comma;
        if (next > 0) {
            end = Math.min(end, next);
        }
        for (String mark : ENDS) {
            int at = rest.indexOf(mark);
            if (at > 0) {
                end = Math.min(end, at);
            }
        }
        String persona = rest.substring(0, end).strip();
        return new Role(text, persona.isEmpty() ? text : persona, paragraph.span());
    }

    private static int sentenceEnd(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean dot = (c == '.' || c == ';') && (i + 1 == text.length() || text.charAt(i + 1) == ' ');
            if (dot || "。；，".indexOf(c) >= 0) {
                return i;
            }
        }
        return text.length();
    }
}
