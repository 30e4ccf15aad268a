package dev.cadre.tools;

import dev.cadre.tools.builtin.BashTool;
import dev.cadre.tools.builtin.EditTool;
import dev.cadre.tools.builtin.GlobTool;
import dev.cadre.tools.builtin.GrepTool;
import dev.cadre.tools.builtin.ReadTool;
import dev.cadre.tools.builtin.TodoWriteTool;
import dev.cadre.tools.builtin.WebFetchTool;
import dev.cadre.tools.builtin.WriteTool;
import java.util.List;

/**
 * Lists the tools that every agent may be given. Names, parameters and behaviour are those of Claude Code, for which
 * definitions are written.
 */
public final class BuiltinTools {

    private BuiltinTools() {}

    /** Returns all of them, in the order in which models see them. */
    public static List<Tool> all() {
        return List.of(
                ReadTool.create(),
                WriteTool.create(),
                EditTool.create(),
                GlobTool.create(),
                GrepTool.create(),
                BashTool.create(),
                WebFetchTool.create(),
                TodoWriteTool.create());
    }
}
