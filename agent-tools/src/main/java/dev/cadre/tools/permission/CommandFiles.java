package dev.cadre.tools.permission;

import dev.cadre.tools.shell.FileUse;
import dev.cadre.tools.shell.Invocation;
import dev.cadre.tools.shell.Redirect;
import dev.cadre.tools.shell.Word;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Decides on the files that a shell command names. Used once, by one thread. */
final class CommandFiles {

    private static final Set<String> NOTHING =
            Set.of("/dev/null", "/dev/stdin", "/dev/stdout", "/dev/stderr", "/dev/tty", "-");

    private final Rulebook rulebook;
    private final PermissionRequest request;
    private final Steps steps;
    private final PathRules paths;
    private final Rulebook.@Nullable Entry approval;
    private final boolean isContained;
    private final String start;
    private final CriticalRemoval removal;

    /** Makes a judge of the files of a command that starts in a folder. */
    CommandFiles(
            Rulebook rulebook,
            PermissionRequest request,
            Steps steps,
            Rulebook.@Nullable Entry approval,
            String start) {
        this.start = start;
        this.rulebook = rulebook;
        this.request = request;
        this.steps = steps;
        this.paths = new PathRules(rulebook, request.paths().root());
        this.approval = approval;
        this.removal = new CriticalRemoval(request.paths());
        // What the kernel confines may name any file, as far as the host approved the tool as a whole.
        this.isContained = approval != null && request.sandboxing() == Sandboxing.ACTIVE;
    }

    void judge(Invocation invocation) {
        boolean removes = CriticalRemoval.isRemoval(invocation);
        for (String folder : invocation.directories()) {
            for (FileUse use : invocation.files()) {
                judge(use, folder, invocation.isStranger(), false);
                boolean isCritical =
                        removes && use.kind() == FileUse.Kind.WRITE && removal.means(use.word(), in(start, folder));
                if (isCritical) {
                    String text = invocation.text();
                    steps.add(Verdict.ASK, "\"" + text + "\" removes the workspace or what lies above it", null, text);
                }
            }
            for (Redirect redirect : invocation.redirects()) {
                FileUse.Kind kind = redirect.writes() ? FileUse.Kind.WRITE : FileUse.Kind.READ;
                judge(new FileUse(redirect.target(), kind), folder, false, true);
            }
        }
    }

    private void judge(FileUse use, String folder, boolean byStranger, boolean isRedirect) {
        Word word = use.word();
        FileUse.Kind kind = use.kind();
        if (word.isLiteral() && NOTHING.contains(word.text())) {
            return;
        }
        ResolvedPath path = resolve(word, folder, kind, isRedirect);
        if (path == null) {
            return;
        }
        PlacedPath placed = PlacedPath.of(path);
        boolean writes = kind == FileUse.Kind.WRITE || kind == FileUse.Kind.UNKNOWN;
        boolean reads = kind != FileUse.Kind.WRITE;
        String name = word.text();
        if (!path.inside() && !isContained) {
            steps.add(Verdict.ASK, "\"" + name + "\" lies outside the workspace, at " + path.real(), null, name);
        }
        if (kind == FileUse.Kind.WRITE || (writes && !isContained)) {
            askForProtected(placed, name);
        }
        // Programs that nobody here knows work on the workspace all the time.
        boolean isWhole = byStranger && path.literal().equals(request.paths().root());
        boolean descends = kind != FileUse.Kind.READ && !isRedirect && !isWhole;
        Named file = new Named(name, placed, descends ? PathPattern.Extent.SOME : PathPattern.Extent.ALL);
        if (reads && word.isLiteral()) {
            restrict(file, "Read", PathRules.Use.READ);
        }
        if (writes && word.isLiteral()) {
            restrict(file, "Edit", PathRules.Use.WRITE);
        }
        askForLinks(word);
        if (kind == FileUse.Kind.READ_TREE || !word.isLiteral()) {
            askForHiddenFiles(word, reads, writes);
        }
        if (isRedirect) {
            redirect(kind, placed, name);
        }
    }

    private void askForProtected(PlacedPath path, String name) {
        ProtectedPaths.nameOn(path)
                .ifPresent(guarded -> steps.add(
                        Verdict.ASK,
                        "\"" + name + "\" is protected: what lies in " + guarded + " controls programs",
                        null,
                        name));
    }

    // What find or xargs puts in was approved to the letter; a pattern of bash was not thought through to its links.
    private void askForLinks(Word word) {
        if (isPattern(word) && request.sandboxing() != Sandboxing.ACTIVE) {
            steps.add(
                    Verdict.ASK,
                    "\"" + word.text() + "\" may mean a link that leads out of the workspace, and no sandbox is there",
                    null,
                    word.text());
        }
    }

    private @Nullable ResolvedPath resolve(Word word, String folder, FileUse.Kind kind, boolean isRedirect) {
        if (word.isHome()) {
            return new ResolvedPath(word.text(), word.text(), false);
        }
        String text = word.text();
        if (word.wildcardAt() >= 0) {
            int slash = text.lastIndexOf('/', word.wildcardAt());
            text = slash < 0 ? "." : text.substring(0, slash + 1);
        }
        try {
            return request.paths().resolve(fromStart(folder, text.isEmpty() ? "." : text));
        } catch (PathRefusedException e) {
            // The kernel's boundary holds for devices and pipes too; a rule on files might mean what lies there.
            boolean isHarmless = isContained && rulebook.restrictingCommands().isEmpty();
            boolean mayBeText = kind == FileUse.Kind.UNKNOWN && e.kind() != PathRefusedException.Kind.CLOSED;
            if (!isHarmless && (!mayBeText || isRedirect)) {
                steps.add(Verdict.ASK, String.valueOf(e.getMessage()), null, word.text());
            }
            return null;
        }
    }

    private String fromStart(String folder, String path) {
        return in(start, in(folder, path));
    }

    private static String in(String folder, String path) {
        return path.startsWith("/") || folder.equals(".") ? path : folder + "/" + path;
    }

    /** Is a file that a command names, or a folder; and how much of it rules must mean to be asked about. */
    private record Named(String name, PlacedPath path, PathPattern.Extent extent) {}

    private void restrict(Named file, String tool, PathRules.Use use) {
        restrict(rulebook.deny(), Verdict.DENY, file, tool, use);
        restrict(rulebook.ask(), Verdict.ASK, file, tool, use);
    }

    private void restrict(RuleList rules, Verdict verdict, Named file, String tool, PathRules.Use use) {
        String name = file.name();
        Optional<Rulebook.Entry> direct = paths.restriction(rules, tool, use, file.path());
        if (direct.isPresent()) {
            String does = verdict == Verdict.DENY ? "denies \"" : "asks before \"";
            steps.rule(verdict, direct.get(), "a rule " + does + name + "\"", name);
            return;
        }
        paths.restrictionInside(rules, tool, use, file.path(), file.extent())
                .ifPresent(
                        entry -> steps.rule(Verdict.ASK, entry, "a rule is about what lies in \"" + name + "\"", name));
    }

    // A wildcard, a folder read with all that lies below, or names that another program gives may mean files that rules
    // are about.
    private void askForHiddenFiles(Word word, boolean reads, boolean writes) {
        for (RuleList rules : List.of(rulebook.deny(), rulebook.ask())) {
            Stream.concat(
                            reads ? PathRules.about(rules, "Read", PathRules.Use.READ) : Stream.empty(),
                            writes ? PathRules.about(rules, "Edit", PathRules.Use.WRITE) : Stream.empty())
                    .map(RuleList.OnPaths::entry)
                    .filter(entry -> !isNamePattern(word) || mayMeet(lastName(word), entry.rule()))
                    .findFirst()
                    .ifPresent(entry -> steps.rule(
                            Verdict.ASK,
                            entry,
                            "a rule may mean a file that \"" + word.text() + "\" stands for",
                            word.text()));
        }
    }

    private static String lastName(Word word) {
        return word.text().substring(word.text().lastIndexOf('/') + 1);
    }

    private static boolean isNamePattern(Word word) {
        return isPattern(word) && word.wildcardAt() > word.text().lastIndexOf('/');
    }

    private static boolean isPattern(Word word) {
        return word.wildcardAt() >= 0 && "*?[".indexOf(word.text().charAt(word.wildcardAt())) >= 0;
    }

    private static boolean mayMeet(String name, PermissionRule rule) {
        String pattern = rule.specifier().orElse("**");
        String last = pattern.substring(pattern.lastIndexOf('/') + 1);
        boolean isName = !last.isEmpty() && !Glob.isGlob(last) && last.indexOf('{') < 0;
        return !isName || Glob.compile(name).matches(last);
    }

    // A file that bash opens for writing is an edit; the tool as a whole approved includes it.
    private void redirect(FileUse.Kind kind, PlacedPath path, String name) {
        if (kind != FileUse.Kind.WRITE) {
            return;
        }
        Optional<Rulebook.Entry> edit = paths.approval("Edit", PathRules.Use.WRITE, path)
                .or(() -> rulebook.allow().entries().stream()
                        .filter(entry ->
                                entry.rule().meaning().isEmpty() && entry.rule().meansTool("Edit"))
                        .findFirst());
        Rulebook.@Nullable Entry approving = approval != null ? approval : edit.orElse(null);
        steps.modes(Steps.Kind.WRITE, approving, "writes \"" + name + "\"", name);
    }
}
