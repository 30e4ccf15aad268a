package dev.cadre.tools.builtin;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** Tells from its first bytes what a file holds; names are not believed. */
enum FileKind {
    UTF_8,
    UTF_16_LE,
    UTF_16_BE,
    PNG,
    JPEG,
    GIF,
    WEBP,
    PDF,
    BINARY;

    static FileKind of(byte[] head) {
        if (starts(head, 0, 0x89, 'P', 'N', 'G')) {
            return PNG;
        }
        if (starts(head, 0, 0xFF, 0xD8, 0xFF)) {
            return JPEG;
        }
        if (starts(head, 0, 'G', 'I', 'F', '8')) {
            return GIF;
        }
        if (starts(head, 0, 'R', 'I', 'F', 'F') && starts(head, 8, 'W', 'E', 'B', 'P')) {
            return WEBP;
        }
        if (starts(head, 0, '%', 'P', 'D', 'F', '-')) {
            return PDF;
        }
        if (starts(head, 0, 0xFF, 0xFE)) {
            return UTF_16_LE;
        }
        if (starts(head, 0, 0xFE, 0xFF)) {
            return UTF_16_BE;
        }
        return isBinary(head) ? BINARY : UTF_8;
    }

    private static boolean isBinary(byte[] head) {
        for (byte b : head) {
            if (b == 0) {
                return true;
            }
        }
        return starts(head, 0, 0x1F, 0x8B) || starts(head, 0, 'P', 'K', 3, 4);
    }

    private static boolean starts(byte[] head, int at, int... expected) {
        if (head.length < at + expected.length) {
            return false;
        }
        for (int i = 0; i < expected.length; i++) {
            if ((head[at + i] & 0xFF) != expected[i]) {
                return false;
            }
        }
        return true;
    }

    boolean isImage() {
        return this == PNG || this == JPEG || this == GIF || this == WEBP;
    }

    String mediaType() {
        return "image/" + name().toLowerCase(Locale.ROOT);
    }

    Charset charset() {
        return this == UTF_16_LE
                ? StandardCharsets.UTF_16LE
                : this == UTF_16_BE ? StandardCharsets.UTF_16BE : StandardCharsets.UTF_8;
    }
}
