package dev.cadre.tools.permission;

/** Reports a text that is no permission rule. */
public final class RuleSyntaxException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String rule;
    private final String problem;

    /** Makes the failure with the text and what is wrong with it. */
    public RuleSyntaxException(String rule, String problem) {
        super("\"" + rule + "\" is no permission rule: " + problem);
        this.rule = rule;
        this.problem = problem;
    }

    /** Returns the text. */
    public String rule() {
        return rule;
    }

    /** Returns what is wrong with it. */
    public String problem() {
        return problem;
    }
}
