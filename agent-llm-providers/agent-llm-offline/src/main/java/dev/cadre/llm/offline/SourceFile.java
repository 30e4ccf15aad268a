package dev.cadre.llm.offline;

import dev.cadre.llm.Json;
import dev.cadre.llm.offline.Passage.Line;
import java.util.List;

/**
 * Is what was read of one file.
 *
 * @param path relative to the workspace
 * @param lines the lines that were seen, in order, with their numbers; gaps are possible
 */
record SourceFile(String path, List<Line> lines) {

    SourceFile {
        lines = Json.list(lines);
    }

    List<Passage> passages() {
        return FileKind.of(path) == FileKind.PROSE ? ProsePassages.of(this) : CodePassages.of(this);
    }
}
