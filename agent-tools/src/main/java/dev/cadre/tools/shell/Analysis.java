package dev.cadre.tools.shell;

import dev.cadre.llm.Json;
import java.util.List;

/** Is what the analyser found out about a command. */
public sealed interface Analysis {

    /** Returns the commands that were understood, in the order of the text; those that others run follow them. */
    List<Invocation> invocations();

    /**
     * Every command that bash would start, and every file that it would open for one, is known.
     *
     * @param invocations all of them
     */
    record Analysed(List<Invocation> invocations) implements Analysis {

        /** Copies the list. */
        public Analysed {
            invocations = Json.list(invocations);
        }
    }

    /**
     * Something in the command can't be told without running it.
     *
     * @param reason what it is, in words
     * @param offset where, in UTF-16 code units from the start of the text
     * @param invocations the commands that were understood before
     */
    record Unanalysable(String reason, int offset, List<Invocation> invocations) implements Analysis {

        /** Copies the list. */
        public Unanalysable {
            invocations = Json.list(invocations);
        }
    }
}
