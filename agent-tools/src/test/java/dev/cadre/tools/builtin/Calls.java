package dev.cadre.tools.builtin;

import java.util.LinkedHashMap;
import java.util.Map;

/** Writes tool inputs. */
final class Calls {

    private Calls() {}

    static Map<String, Object> input(Object... pairs) {
        Map<String, Object> input = new LinkedHashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            input.put((String) pairs[i], pairs[i + 1]);
        }
        return input;
    }
}
