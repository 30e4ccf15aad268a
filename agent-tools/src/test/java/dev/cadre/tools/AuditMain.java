package dev.cadre.tools;

import java.nio.file.Path;

/** Opens an audit log in a JVM of its own and says how that went: {@code FILE}. */
final class AuditMain {

    private AuditMain() {}

    @SuppressWarnings("SystemOut")
    public static void main(String[] args) {
        try (FileAuditLog log = FileAuditLog.builder(Path.of(args[0])).build()) {
            System.out.println("opened at " + log.head());
        } catch (AuditException e) {
            System.out.println(e.getMessage());
        }
    }
}
