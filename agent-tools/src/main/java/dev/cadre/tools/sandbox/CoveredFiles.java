package dev.cadre.tools.sandbox;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Remembers which files and folders were covered by mounts. Where a program of the host exchanges one, as editors do when
 * they save, its mount inside is gone.
 */
final class CoveredFiles {

    private final Map<Path, Object> identities = new LinkedHashMap<>();

    /** Looks at places now, before they are covered. */
    CoveredFiles(Collection<Path> places) {
        places.forEach(place -> identities.put(place, identity(place)));
    }

    /** Says whether each place is still the one that was covered. */
    boolean areUnchanged() {
        return identities.entrySet().stream().allMatch(each -> each.getValue().equals(identity(each.getKey())));
    }

    private static Object identity(Path place) {
        try {
            Object key = Files.readAttributes(place, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS)
                    .fileKey();
            return key == null ? place : key;
        } catch (IOException e) {
            return "absent";
        }
    }
}
