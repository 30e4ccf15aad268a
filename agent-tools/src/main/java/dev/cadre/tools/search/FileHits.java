package dev.cadre.tools.search;

import java.util.List;

/**
 * Is what a search found in one file.
 *
 * @param path relative to the workspace's root
 * @param count how many lines match; in a search over lines' ends, how many matches there are
 * @param lines the lines to show, as many as were asked for
 * @param binary whether a NUL byte ended the search of the file
 */
public record FileHits(String path, long count, List<Line> lines, boolean binary) {

    /**
     * Is one line to show.
     *
     * @param number from 1
     * @param text without its end, cut where it is very long
     * @param match whether it matches; else it is context
     */
    public record Line(long number, String text, boolean match) {}
}
