package dev.cadre.llm.testkit.wire;

import dev.cadre.llm.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Says how the bytes of an answer travel. Offsets count the bytes of the body as it is sent, compressed or not.
 *
 * @param pieceSize cut after each so many bytes; 0 for never
 * @param cuts further places to cut
 * @param gates places to wait at
 * @param gzip whether the body is compressed
 * @param end how the answer ends
 * @param endAt where it ends, unless it ends well
 */
record WireDelivery(int pieceSize, List<Integer> cuts, Map<Integer, Gate> gates, boolean gzip, End end, int endAt) {

    /** Says how an answer ends. */
    enum End {
        WELL,
        CLOSE,
        RESET,
        HANG
    }

    /** The place before the first byte of the head. */
    static final int BEFORE_HEAD = -2;

    /** A place within the head. */
    static final int IN_HEAD = -1;

    static final WireDelivery WHOLE = new WireDelivery(0, List.of(), Map.of(), false, End.WELL, 0);

    WireDelivery withPieces(int size) {
        return new WireDelivery(size, cuts, gates, gzip, end, endAt);
    }

    WireDelivery withCuts(List<Integer> offsets) {
        List<Integer> all = new ArrayList<>(cuts);
        all.addAll(offsets);
        return new WireDelivery(pieceSize, Json.list(all), gates, gzip, end, endAt);
    }

    WireDelivery withGate(int offset, Gate gate) {
        Map<Integer, Gate> all = new TreeMap<>(gates);
        all.put(offset, gate);
        return new WireDelivery(pieceSize, cuts, all, gzip, end, endAt);
    }

    WireDelivery withGzip() {
        return new WireDelivery(pieceSize, cuts, gates, true, end, endAt);
    }

    WireDelivery ending(End how, int at) {
        return new WireDelivery(pieceSize, cuts, gates, gzip, how, at);
    }

    boolean isPlain() {
        return pieceSize == 0 && cuts.isEmpty() && gates.isEmpty() && end == End.WELL;
    }

    /** Returns the offsets after which a piece ends, the last byte to send included. */
    Iterable<Integer> boundaries(int length) {
        int last = end == End.WELL ? length : Math.min(Math.max(endAt, 0), length);
        TreeSet<Integer> offsets = new TreeSet<>(cuts);
        offsets.addAll(gates.keySet());
        if (pieceSize > 0) {
            for (int at = pieceSize; at < last; at += pieceSize) {
                offsets.add(at);
            }
        }
        offsets.removeIf(at -> at < 0 || at > last);
        offsets.add(last);
        return offsets;
    }
}
