package dev.cadre.tools;

/**
 * Takes a record before and after every tool call of a run, refused calls included.
 *
 * <p>Implementations must be thread-safe, and must have stored a record for good when a method returns. A call whose first
 * record can't be stored is not run.
 */
public interface AuditLog {

    /**
     * Records what is about to happen to a call.
     *
     * @param planned the call with its decision
     * @param objection why it will not run, empty if it will
     * @throws AuditException if the record can't be stored; the call is refused then
     */
    void before(PlannedCall planned, String objection);

    /**
     * Records what became of a call. Does not throw: if the record can't be stored, {@link #before} fails from then on.
     */
    void after(ToolOutcome outcome);
}
