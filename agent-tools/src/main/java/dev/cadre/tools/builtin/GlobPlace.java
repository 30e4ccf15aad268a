package dev.cadre.tools.builtin;

import dev.cadre.tools.ToolInputException;
import dev.cadre.tools.search.Glob;
import dev.cadre.tools.search.GlobSyntaxException;
import java.util.List;

/** Is a pattern cut into the folder where it begins and what follows the last literal folder. */
record GlobPlace(String folder, String pattern) {

    static GlobPlace of(String pattern, String path) {
        if (pattern.startsWith("regex:") || pattern.startsWith("glob:")) {
            throw new ToolInputException("\"pattern\" has no syntax prefix; write the glob alone");
        }
        String[] names = pattern.split("/", -1);
        int literal = 0;
        while (literal < names.length - 1 && isLiteral(names[literal])) {
            literal++;
        }
        for (int i = literal; i < names.length; i++) {
            if (names[i].equals("..")) {
                throw new ToolInputException("\"pattern\" may hold \"..\" at its beginning only");
            }
        }
        String folder = String.join("/", List.of(names).subList(0, literal));
        String rest = String.join("/", List.of(names).subList(literal, names.length));
        if (pattern.startsWith("/")) {
            return new GlobPlace(folder.isEmpty() ? "/" : folder, "/" + rest).checked();
        }
        // A pattern of one name means any depth; after a literal folder it means that folder.
        return new GlobPlace(folder.isEmpty() ? path : path + "/" + folder, (literal > 0 ? "/" : "") + rest).checked();
    }

    private GlobPlace checked() {
        glob();
        return this;
    }

    private static boolean isLiteral(String name) {
        return name.chars().noneMatch(c -> "*?[]{}\\!".indexOf(c) >= 0);
    }

    Glob glob() {
        try {
            return Glob.parse(pattern);
        } catch (GlobSyntaxException e) {
            throw new ToolInputException(String.valueOf(e.getMessage()));
        }
    }

    boolean wantsGit() {
        return (folder + "/" + pattern).contains(".git/");
    }
}
