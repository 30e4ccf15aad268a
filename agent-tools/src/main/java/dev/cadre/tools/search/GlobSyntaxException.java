package dev.cadre.tools.search;

/** Reports a text that is no glob. */
public final class GlobSyntaxException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    GlobSyntaxException(String glob, String problem) {
        super("\"" + (glob.length() <= 120 ? glob : glob.substring(0, 120) + "…") + "\" is no glob: " + problem);
    }
}
