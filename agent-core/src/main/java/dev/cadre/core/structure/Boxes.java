package dev.cadre.core.structure;

/** Recognises the box before an item: {@code [ ]}, {@code [x]}, or a sign that looks like one. */
final class Boxes {

    private static final String OPEN = "☐□❏⬜";
    private static final String TICKED = "☑☒";

    private Boxes() {}

    static Block.Box of(String raw) {
        if (raw.length() > 3 && raw.charAt(0) == '[' && raw.charAt(2) == ']' && raw.charAt(3) == ' ') {
            char mark = raw.charAt(1);
            boolean ticked = mark == 'x' || mark == 'X';
            return ticked ? Block.Box.TICKED : mark == ' ' ? Block.Box.OPEN : Block.Box.NONE;
        }
        if (raw.length() < 3 || raw.charAt(1) != ' ') {
            return Block.Box.NONE;
        }
        return OPEN.indexOf(raw.charAt(0)) >= 0
                ? Block.Box.OPEN
                : TICKED.indexOf(raw.charAt(0)) >= 0 ? Block.Box.TICKED : Block.Box.NONE;
    }

    /** Returns what stands behind the box. */
    static Line without(Line line) {
        int cut = line.raw().charAt(0) == '[' ? 3 : 1;
        return new Line(line.raw().substring(cut), line.offset() + cut);
    }
}
