package dev.cadre.llm.offline;

import dev.cadre.llm.offline.Passage.Kind;
import dev.cadre.llm.offline.Passage.Line;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Takes each telling line of code as a passage of its own. */
final class CodePassages {

    // What names other modules says where something is used, not what it is.
    private static final Pattern IMPORT =
            Pattern.compile("\\s*(import|from|package|using|include|#include|require|use|export \\*)\\b.*");

    private CodePassages() {}

    static List<Passage> of(SourceFile file) {
        List<Passage> passages = new ArrayList<>();
        for (Line line : file.lines()) {
            if (!IMPORT.matcher(line.text()).matches()) {
                passages.add(new Passage(file.path(), List.of(line), "", Kind.CODE));
            }
        }
        return passages;
    }
}
