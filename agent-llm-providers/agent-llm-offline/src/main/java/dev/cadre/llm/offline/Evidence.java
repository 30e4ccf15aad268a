package dev.cadre.llm.offline;

import dev.cadre.llm.Json;
import dev.cadre.llm.offline.Topic.Aspect;
import java.util.List;

/**
 * Is what was found for a topic.
 *
 * @param topic what was looked for
 * @param passages what speaks of it, in the order of the files; empty if nothing does
 * @param open the aspects of which no passage speaks
 */
record Evidence(Topic topic, List<Passage> passages, List<Aspect> open) {

    Evidence {
        passages = Json.list(passages);
        open = Json.list(open);
    }

    boolean isEmpty() {
        return passages.isEmpty();
    }
}
