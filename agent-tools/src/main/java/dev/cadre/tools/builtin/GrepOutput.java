package dev.cadre.tools.builtin;

import dev.cadre.tools.ToolOutput;
import dev.cadre.tools.search.FileHits;
import dev.cadre.tools.search.TreeSearch;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Writes what a search found, as ripgrep does, with notices in brackets. */
final class GrepOutput {

    private final GrepTool.Input input;
    private final TreeSearch search;
    private final List<FileHits> files;
    private final List<String> lines = new ArrayList<>();
    private final List<String> notices = new ArrayList<>();

    GrepOutput(GrepTool.Input input, TreeSearch search) {
        this.input = input;
        this.search = search;
        this.files = search.hits().files();
    }

    ToolOutput output() {
        switch (input.mode()) {
            case FILES_WITH_MATCHES -> files.forEach(file -> lines.add(file.path()));
            case COUNT -> files.forEach(file -> lines.add(file.path() + ":" + file.count()));
            case CONTENT -> files.forEach(this::addLines);
        }
        long matches = files.stream().mapToLong(FileHits::count).sum();
        String body = cut();
        if (input.mode() == GrepTool.OutputMode.COUNT && !files.isEmpty()) {
            notices.add(Words.count(matches, "match") + " in " + Words.count(files.size(), "file"));
        }
        if (search.isStopped()) {
            notices.add("The search took too long and was ended; this is a part of the result");
        }
        if (search.unreadable() > 0) {
            notices.add(Words.count(search.unreadable(), "file") + " or folders could not be read");
        }
        StringBuilder text = new StringBuilder(body);
        notices.forEach(notice ->
                text.append(text.length() == 0 ? "[" : "\n[").append(notice).append(".]"));
        return new ToolOutput(
                ToolOutput.text(text.length() == 0 ? "No matches found." : text.toString())
                        .content(),
                false,
                Map.of("files", files.size(), "matches", matches));
    }

    private void addLines(FileHits file) {
        long previous = -1;
        boolean context = input.request().before() > 0 || input.request().after() > 0;
        for (FileHits.Line line : file.lines()) {
            boolean gap = previous < 0 ? !lines.isEmpty() : line.number() > previous + 1;
            if (context && gap) {
                lines.add("--");
            }
            String mark = line.match() ? ":" : "-";
            boolean numbered = !Boolean.FALSE.equals(input.lineNumbers());
            lines.add(file.path() + mark + (numbered ? line.number() + mark : "") + line.text());
            previous = line.number();
        }
        if (file.binary()) {
            notices.add(file.path() + " is binary after these lines");
        }
    }

    /** Returns the lines that were asked for, as far as they fit. */
    private String cut() {
        if (lines.isEmpty()) {
            return "";
        }
        if (input.skipped() >= lines.size()) {
            notices.add(
                    "offset " + input.skipped() + " is past the end: there are " + lines.size() + " lines of results");
            return "";
        }
        StringBuilder text = new StringBuilder();
        int at = input.skipped();
        for (; at < lines.size() && at - input.skipped() < input.limit(); at++) {
            String line = lines.get(at);
            if (text.length() + line.length() > FileLimits.PAGE_CHARACTERS) {
                break;
            }
            text.append(at == input.skipped() ? "" : "\n").append(line);
        }
        if (at < lines.size()) {
            notices.add("There is more; go on with offset " + at);
        }
        return text.toString();
    }
}
