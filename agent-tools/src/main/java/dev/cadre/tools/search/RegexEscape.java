package dev.cadre.tools.search;

import java.util.Optional;

/** Reads what follows a backslash, in and outside of brackets. */
final class RegexEscape {

    private final RegexText text;

    RegexEscape(RegexText text) {
        this.text = text;
    }

    /** Reads a named set; empty, and nothing read, if the escape is a character. */
    Optional<CharSet> set() {
        int c = text.more() ? text.peek() : -1;
        CharSet set = switch (c) {
            case 'd', 'D' -> CharClasses.digit();
            case 's', 'S' -> CharClasses.SPACE;
            case 'w', 'W' -> CharClasses.word();
            case 'p', 'P' -> CharSet.NONE;
            default -> null;
        };
        if (set == null) {
            return Optional.empty();
        }
        text.next();
        if (c == 'p' || c == 'P') {
            set = property();
        }
        return Optional.of(Character.isUpperCase(c) ? set.complement() : set);
    }

    private CharSet property() {
        String name = text.take('{') ? text.upTo('}') : Character.toString(text.next());
        boolean negated = name.startsWith("^");
        String known = name.substring(Math.max(negated ? 1 : 0, name.indexOf('=') + 1));
        CharSet set =
                CharClasses.unicode(known).orElseThrow(() -> text.failure("unknown Unicode property \"" + name + "\""));
        return negated ? set.complement() : set;
    }

    /** Reads one character. */
    int character() {
        int c = text.next();
        return switch (c) {
            case 'n' -> '\n';
            case 't' -> '\t';
            case 'r' -> '\r';
            case 'f' -> '\f';
            case 'v' -> 0x0B;
            case 'a' -> 7;
            case 'x' -> text.take('{') ? text.code(text.upTo('}')) : text.hex(2);
            case 'u' -> text.take('{') ? text.code(text.upTo('}')) : text.hex(4);
            case 'U' -> text.take('{') ? text.code(text.upTo('}')) : text.hex(8);
            default -> punctuation(c);
        };
    }

    private int punctuation(int c) {
        if (c >= '0' && c <= '9') {
            throw text.failure("backreferences are not supported");
        }
        if (c >= 0x80 || Character.isLetter(c)) {
            throw text.failure("unknown escape \"\\" + Character.toString(c) + "\"");
        }
        return c;
    }
}
