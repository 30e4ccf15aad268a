package dev.cadre.llm.offline;

import dev.cadre.llm.LlmRequest;
import dev.cadre.llm.Message;
import dev.cadre.llm.ToolResult;
import dev.cadre.llm.offline.Brief.Order;
import dev.cadre.llm.offline.ReportText.Delivery;
import dev.cadre.llm.offline.Toolbox.Wish;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Does the work of one run, from the plan to the report; begun anew at every model call, see {@link Exchange}. */
final class Work {

    private static final int SECTION_PASSAGES = 8;
    private static final int SHORT_PASSAGES = 2;
    private static final int SEARCHES_A_TURN = 4;

    private static final Pattern ENVIRONMENT = Pattern.compile("<environment>.*?</environment>\\s*$", Pattern.DOTALL);
    private static final Pattern ROOT = Pattern.compile("(?m)^Working directory: (/.*)$");

    private final Brief brief;
    private final Toolbox tools;
    private final Library library;
    private final Runnable checkpoint;

    private Work(LlmRequest request, Runnable checkpoint) {
        Exchange exchange = Exchange.of(request);
        Matcher root = ROOT.matcher(request.system());
        this.brief = Brief.of(ENVIRONMENT.matcher(request.system()).replaceFirst(""), exchange.prompt());
        this.tools = new Toolbox(exchange, request);
        this.library = new Library(tools, root.find() ? root.group(1) : "/");
        this.checkpoint = checkpoint;
    }

    /** Returns the next answer: tool calls, or the report. */
    static Message.Assistant next(LlmRequest request, Runnable checkpoint) {
        try {
            return Message.assistant(new Work(request, checkpoint).run());
        } catch (Unanswered pending) {
            return pending.message();
        }
    }

    private String run() {
        checkpoint.run();
        if (tools.names().isEmpty()) {
            return ReportText.withoutTools(brief);
        }
        List<Order> orders = brief.orders();
        List<String> written =
                orders.stream().flatMap(order -> order.path().stream()).toList();
        plan(orders);
        library.list(Stream.concat(brief.inputs().stream(), written.stream()).toList());
        Map<String, Optional<String>> inputs = readInputs();
        start("Read the files that matter most");
        library.read("I read what may matter:", library.worthReading(interests(orders), written));
        search(orders, written);
        library.read("I read what the search found:", library.found());
        checkpoint.run();

        List<SourceFile> files = library.files(written);
        EvidenceFinder finder = EvidenceFinder.of(files, Words.stems(brief.prompt()));
        Findings findings = findings(inputs, files, finder);
        List<Delivery> deliveries = new ArrayList<>();
        for (Order order : orders) {
            deliveries.add(deliver(order, findings, finder));
        }
        start("Report");
        tools.todo().finish();
        tools.call("The work is done; I report.", List.of());
        return ReportText.of(findings, deliveries, tools.troubles());
    }

    private void plan(List<Order> orders) {
        if (!brief.inputs().isEmpty()) {
            tools.todo().add(readItem());
        }
        tools.todo().add("Read the files that matter most");
        orders.forEach(order -> order.topics().forEach(topic -> tools.todo().add(searchItem(topic))));
        orders.forEach(order -> order.path().ifPresent(path -> tools.todo().add("Write " + path)));
        if (!brief.checks().isEmpty()) {
            tools.todo().add(checkItem());
        }
        tools.todo().add("Report");
    }

    private String readItem() {
        return "Read " + String.join(", ", brief.inputs());
    }

    private static String searchItem(Topic topic) {
        return "Find evidence: " + DocumentText.oneLine(topic.title());
    }

    private String checkItem() {
        return "Go through the checklist (" + DocumentText.count(brief.checks().size(), "item") + ")";
    }

    private void start(String item) {
        tools.todo().start(item);
    }

    /** Returns for each named file the path under which it was found. */
    private Map<String, Optional<String>> readInputs() {
        Map<String, Optional<String>> inputs = new LinkedHashMap<>();
        boolean listed = library.size() > 0;
        // Without a list, reading is the way to see whether a file is there.
        brief.inputs()
                .forEach(name ->
                        inputs.put(name, library.find(name).or(() -> listed ? Optional.empty() : Optional.of(name))));
        if (!inputs.isEmpty()) {
            start(readItem());
        }
        library.read(
                "I read the named files:",
                inputs.values().stream().flatMap(Optional::stream).distinct().toList());
        return inputs;
    }

    private Set<String> interests(List<Order> orders) {
        Set<String> stems = new LinkedHashSet<>(Words.stems(brief.prompt()));
        orders.forEach(order ->
                order.topics().forEach(topic -> topic.aspects().forEach(aspect -> stems.addAll(aspect.stems()))));
        return stems;
    }

    private void search(List<Order> orders, List<String> written) {
        List<Topic> sections = orders.stream()
                .flatMap(order -> order.topics().stream())
                .distinct()
                .toList();
        for (int from = 0; from < sections.size(); from += SEARCHES_A_TURN) {
            List<Topic> some = sections.subList(from, Math.min(sections.size(), from + SEARCHES_A_TURN));
            start(searchItem(some.get(0)));
            library.search(some, written);
            checkpoint.run();
        }
        // Where every file was read, a search finds nothing new.
        if (library.isReadWhole()) {
            return;
        }
        List<Topic> others = Stream.of(brief.steps(), brief.checks(), List.of(request()))
                .flatMap(List::stream)
                .filter(topic -> !sections.contains(topic))
                .distinct()
                .toList();
        library.search(others, written);
    }

    private Topic request() {
        return Topic.of(brief.prompt().substring(0, Math.min(brief.prompt().length(), 2_000)), "");
    }

    private Findings findings(Map<String, Optional<String>> inputs, List<SourceFile> files, EvidenceFinder finder) {
        return new Findings(
                brief,
                named(inputs, path -> path.filter(library::isRead).isPresent()),
                named(inputs, Optional::isEmpty),
                named(inputs, path -> path.isPresent() && !library.isRead(path.get())),
                files,
                finder.find(request(), SHORT_PASSAGES),
                find(finder, brief.steps()),
                find(finder, brief.checks()));
    }

    private static List<String> named(Map<String, Optional<String>> inputs, Predicate<Optional<String>> which) {
        return inputs.entrySet().stream()
                .filter(input -> which.test(input.getValue()))
                .map(Map.Entry::getKey)
                .toList();
    }

    private static List<Evidence> find(EvidenceFinder finder, List<Topic> topics) {
        return topics.stream().map(topic -> finder.find(topic, SHORT_PASSAGES)).toList();
    }

    private Delivery deliver(Order order, Findings findings, EvidenceFinder finder) {
        List<Evidence> sections = order.topics().stream()
                .map(topic -> finder.find(topic, SECTION_PASSAGES))
                .toList();
        if (order.path().isEmpty()) {
            return new Delivery("", sections, "");
        }
        String path = order.path().get();
        start("Write " + path);
        return new Delivery(path, sections, write(path, DocumentText.of(path, findings, sections)));
    }

    /** Returns why it could not be written; empty if it was. */
    private String write(String path, String content) {
        if (path.endsWith("/") || path.matches(".*[{}<>*$\\[\\]].*")) {
            return "the name is not complete.";
        }
        if (!FileKind.isDocument(path)) {
            return "this model writes documents only.";
        }
        if (!tools.has("Write")) {
            return "there is no Write tool.";
        }
        // Tools want a file to be read before it is replaced.
        library.find(path).ifPresent(old -> library.read("I look at what I will replace:", List.of(old)));
        Map<String, Object> input = new LinkedHashMap<>();
        input.put("file_path", path);
        input.put("content", content);
        List<ToolResult> results = tools.call("I write " + path + ".", List.of(new Wish("Write", path, input)));
        return results.get(0).isError() ? "Write failed." : "";
    }
}
