package dev.cadre.tools.shell;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Follows {@code cd}. It may fail, so every folder that was ever possible stays possible, except for what runs only
 * after it succeeded.
 */
final class Directories {

    private static final int MAX = 16;

    private List<String> everPossible;
    private List<String> possible;
    private List<String> beforeLast;

    /** Starts in any of some folders. */
    Directories(List<String> start) {
        everPossible = start;
        possible = start;
        beforeLast = start;
    }

    /** Moves on to the next command, and returns in which folders it may run. */
    List<String> next(SimpleCommand.Follows follows) {
        if (follows == SimpleCommand.Follows.PIPE) {
            possible = beforeLast;
        } else if (follows == SimpleCommand.Follows.ANYTHING) {
            possible = everPossible;
        }
        beforeLast = possible;
        return possible;
    }

    /** Notes a call of {@code cd}; the words are its arguments. */
    void change(List<Word> arguments, int offset) {
        List<Word> targets = new ArrayList<>();
        boolean mayBeOption = true;
        for (Word argument : arguments) {
            if (mayBeOption && argument.isOption() && argument.isLiteral()) {
                mayBeOption = !argument.text().equals("--");
                if (mayBeOption
                        && !argument.text().equals("-P")
                        && !argument.text().equals("-L")) {
                    throw new Uncertainty("where cd leads is not known", offset);
                }
            } else {
                mayBeOption = false;
                targets.add(argument);
            }
        }
        boolean isKnown = targets.size() == 1
                && targets.get(0).isLiteral()
                && !targets.get(0).text().isEmpty()
                && !targets.get(0).text().equals("-");
        if (!isKnown) {
            throw new Uncertainty("where cd leads is not known", offset);
        }
        add(targets.get(0).text(), offset);
    }

    private void add(String target, int offset) {
        Set<String> targets = new LinkedHashSet<>();
        possible.forEach(folder -> targets.add(in(folder, target)));
        Set<String> all = new LinkedHashSet<>(everPossible);
        all.addAll(targets);
        if (all.size() > MAX) {
            throw new Uncertainty("there are more than " + MAX + " folders to which cd may have led", offset);
        }
        possible = List.copyOf(targets);
        everPossible = List.copyOf(all);
    }

    /** Returns a path as seen from where the command starts. */
    static String in(String folder, String path) {
        return path.startsWith("/") || folder.equals(".") ? path : folder + "/" + path;
    }
}
