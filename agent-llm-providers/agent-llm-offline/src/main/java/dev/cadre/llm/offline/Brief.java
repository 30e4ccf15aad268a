package dev.cadre.llm.offline;

import dev.cadre.core.structure.Checklist;
import dev.cadre.core.structure.Deliverable;
import dev.cadre.core.structure.InputFile;
import dev.cadre.core.structure.PromptStructure;
import dev.cadre.core.structure.Role;
import dev.cadre.core.structure.Statement;
import dev.cadre.core.structure.WorkflowStep;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Is what system prompt and prompt ask for, in the terms of this work. Immutable. */
final class Brief {

    private static final int MAX_TOPICS = 40;
    private static final Pattern FILE =
            Pattern.compile("(?<![\\w:/.-])[\\w.-]+(?:/[\\w.-]+)*\\.[A-Za-z]\\w{0,7}(?![\\w/])");

    private final PromptStructure system;
    private final PromptStructure user;
    private final String prompt;

    private Brief(String system, String prompt) {
        this.system = PromptStructure.of(system);
        this.user = PromptStructure.of(prompt);
        this.prompt = prompt;
    }

    static Brief of(String system, String prompt) {
        return new Brief(system, prompt);
    }

    /**
     * Is a document to hand over.
     *
     * @param path where; empty if it is the answer itself
     * @param topics its sections, in order
     */
    record Order(Optional<String> path, List<Topic> topics) {}

    String role() {
        return system.role()
                .map(Role::persona)
                .or(() -> system.title().map(Statement::text))
                .orElse("");
    }

    String prompt() {
        return prompt;
    }

    /** Returns the names of the files to read: those of the definition, then those that the prompt mentions. */
    List<String> inputs() {
        Set<String> written =
                orders().stream().flatMap(order -> order.path().stream()).collect(Collectors.toSet());
        Stream<String> named =
                Stream.concat(system.inputs().stream(), user.inputs().stream()).map(InputFile::path);
        Matcher mentioned = FILE.matcher(prompt.substring(0, Math.min(prompt.length(), 20_000)));
        return Stream.concat(named, mentioned.results().map(match -> match.group()))
                .filter(path -> !written.contains(path))
                .distinct()
                .limit(MAX_TOPICS)
                .toList();
    }

    /** Returns the documents that name a place, or one without a place: the answer. Never empty. */
    List<Order> orders() {
        List<Deliverable> asked = Stream.concat(user.deliverables().stream(), system.deliverables().stream())
                .toList();
        List<Order> files = new ArrayList<>();
        Set<String> seen = new LinkedHashSet<>();
        for (Deliverable deliverable : asked) {
            deliverable.path().filter(path -> seen.add(path)).ifPresent(path -> files.add(order(path, asked)));
        }
        return files.isEmpty() ? List.of(new Order(Optional.empty(), topics(sections(asked)))) : files;
    }

    private Order order(String path, List<Deliverable> asked) {
        List<Topic> sections = sections(asked.stream()
                .filter(deliverable -> deliverable.path().equals(Optional.of(path)))
                .toList());
        return new Order(Optional.of(path), topics(sections));
    }

    private static List<Topic> sections(Collection<Deliverable> deliverables) {
        return deliverables.stream()
                .flatMap(deliverable -> deliverable.sections().stream())
                .map(section -> Topic.of(section.title(), section.detail()))
                .distinct()
                .limit(MAX_TOPICS)
                .toList();
    }

    /** Where no section is asked for, the duties are the sections, else the steps, else the request itself. */
    private List<Topic> topics(List<Topic> sections) {
        return Stream.of(sections, duties(), steps(), List.of(Topic.of(prompt, "")))
                .filter(topics -> !topics.isEmpty())
                .findFirst()
                .orElseThrow();
    }

    private List<Topic> duties() {
        return system.responsibilities().stream()
                .map(duty -> Topic.of(duty.text(), ""))
                .limit(MAX_TOPICS)
                .toList();
    }

    List<Topic> steps() {
        return system.workflow().stream().map(Brief::step).limit(MAX_TOPICS).toList();
    }

    private static Topic step(WorkflowStep step) {
        return Topic.of(
                step.text(), step.details().stream().map(Statement::text).collect(Collectors.joining("\n")));
    }

    /** Returns the items of all checklists. */
    List<Topic> checks() {
        return system.checklists().stream()
                .map(Checklist::items)
                .flatMap(List::stream)
                .map(item -> Topic.of(item.text(), ""))
                .limit(MAX_TOPICS)
                .toList();
    }

    /** Returns whether the prompt was too long for its structure to be read. */
    boolean isTooLarge() {
        return system.isTooLarge();
    }
}
