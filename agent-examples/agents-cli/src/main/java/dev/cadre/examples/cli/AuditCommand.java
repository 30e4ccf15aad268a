package dev.cadre.examples.cli;

import dev.cadre.tools.AuditException;
import dev.cadre.tools.FileAuditLog;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Checks the chain of an audit log. */
@Command(
        name = "audit",
        description = "Checks that no line of an audit log was changed, removed, added or moved.",
        mixinStandardHelpOptions = true,
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {"0:the chain holds", "1:it is broken", "2:unusable input"})
final class AuditCommand implements Callable<Integer> {

    private final Surroundings world;

    @Parameters(paramLabel = "FILE", description = "The audit log.")
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private Path file;

    @Option(
            names = "--head",
            paramLabel = "HASH",
            description =
                    "The hash with which the log must end, kept elsewhere: without it, missing last lines go unseen.")
    private @Nullable String wanted;

    @Mixin
    private OutputFormat format = new OutputFormat();

    AuditCommand(Surroundings world) {
        this.world = world;
    }

    @Override
    public Integer call() {
        boolean json = format.isJson();
        try {
            String head = FileAuditLog.verify(file);
            boolean isWanted = wanted == null || wanted.equals(head);
            String problem = isWanted ? "" : file + ": the chain holds, but ends with " + head + ", not with " + wanted;
            return answer(json, head, 0, problem);
        } catch (AuditException e) {
            if (e.brokenLine().isEmpty()) {
                throw new UnusableInputException(String.valueOf(e.getMessage()));
            }
            return answer(json, "", e.brokenLine().getAsLong(), String.valueOf(e.getMessage()));
        }
    }

    private int answer(boolean json, String head, long brokenLine, String problem) {
        if (json) {
            Map<String, Object> answer = new LinkedHashMap<>();
            answer.put("path", file.toString());
            answer.put("holds", problem.isEmpty());
            if (brokenLine > 0) {
                answer.put("line", brokenLine);
            }
            if (!head.isEmpty()) {
                answer.put("head", head);
            }
            if (!problem.isEmpty()) {
                answer.put("problem", problem);
            }
            world.out().println(JsonLines.write(answer));
        } else {
            world.out().println(problem.isEmpty() ? file + ": the chain holds and ends with " + head : problem);
        }
        return problem.isEmpty() ? 0 : 1;
    }
}
