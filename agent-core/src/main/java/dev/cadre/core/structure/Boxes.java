package dev.cadre.core.structure;

/** Recognises the box before an item: {@code [ ]}, {@code [x]}, or a sign that looks like one. */
final class Boxes {

    private static final String OPEN = "☐□❏⬜";
    private static final String TICKED = "☑☒";
    private static final String TICKS = "✅✔✓";

    private Boxes() {}

    static Block.Box of(String raw) {
        if (raw.length() > 3 && raw.charAt(0) == '[' && raw.charAt(2) == ']' && raw.charAt(3) == ' ') {
            char mark = raw.charAt(1);
            boolean ticked = mark == 'x' || mark == 'X';
            return ticked ? Block.Box.TICKED : mark == ' ' ? Block.Box.OPEN : Block.Box.NONE;
        }
        int end = sign(raw);
        if (raw.length() < end + 2 || raw.charAt(end) != ' ') {
            return Block.Box.NONE;
        }
        return OPEN.indexOf(raw.charAt(0)) >= 0
                ? Block.Box.OPEN
                : TICKED.indexOf(raw.charAt(0)) >= 0 ? Block.Box.TICKED : Block.Box.NONE;
    }

    /** Returns the same, and in a checklist a tick alone is a box. */
    static Block.Box orTick(String raw) {
        Block.Box box = of(raw);
        boolean tick = raw.length() > sign(raw) && raw.charAt(sign(raw)) == ' ' && TICKS.indexOf(raw.charAt(0)) >= 0;
        return box == Block.Box.NONE && tick ? Block.Box.TICKED : box;
    }

    // A sign that asks to be drawn as an emoji is followed by one that can't be seen.
    private static int sign(String raw) {
        return raw.length() > 1 && raw.charAt(1) == '\uFE0F' ? 2 : 1;
    }

    /** Returns what stands behind the box. */
    static Line without(Line line) {
        int cut = line.raw().charAt(0) == '[' ? 3 : sign(line.raw());
        return new Line(line.raw().substring(cut), line.offset() + cut);
    }
}
