package dev.cadre.llm.together;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cadre.llm.LlmException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;

/** Looks for a planted key wherever it is shown something, and in everything that is logged meanwhile. */
final class Sightings implements AutoCloseable {

    private static final Logger ROOT = Logger.getLogger("");

    private final String key;
    private final List<String> places = new ArrayList<>();
    private final List<String> found = new ArrayList<>();
    private final Level levelBefore = ROOT.getLevel();
    private final Handler handler = new Handler() {
        private final SimpleFormatter formatter = new SimpleFormatter();

        @Override
        public void publish(LogRecord line) {
            look("the log of " + line.getLoggerName(), formatter.format(line));
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    };

    Sightings(String key) {
        this.key = key;
        handler.setLevel(Level.ALL);
        ROOT.setLevel(Level.ALL);
        ROOT.addHandler(handler);
    }

    synchronized void look(String place, Object shown) {
        String text = String.valueOf(shown);
        String encoded = Base64.getEncoder().encodeToString(key.getBytes(StandardCharsets.UTF_8));
        places.add(place);
        if (text.contains(key) || text.contains(encoded)) {
            found.add(place + ": " + text);
        }
    }

    /** Looks at all that a failure says, its causes and what it suppressed included. */
    void look(String place, LlmException failure) {
        StringWriter trace = new StringWriter();
        failure.printStackTrace(new PrintWriter(trace, true));
        look(place, (Object) trace);
        look("the request id, " + place, failure.requestId());
    }

    synchronized void assertNone(int placesAtLeast) {
        assertThat(found).isEmpty();
        assertThat(places).as("places that were looked at").hasSizeGreaterThanOrEqualTo(placesAtLeast);
    }

    @Override
    public void close() {
        ROOT.removeHandler(handler);
        ROOT.setLevel(levelBefore);
    }
}
