package dev.cadre.tools.egress;

import java.util.Optional;

/**
 * Is what was found at an address.
 *
 * @param address where it was found, after redirects
 * @param status the code of the answer
 * @param type the media type in lower case without parameters, empty if none was said
 * @param text the body, decoded
 * @param isWhole whether nothing was left out
 * @param elsewhere where the host says to look instead, on another host; not followed
 */
public record WebPage(
        WebAddress address, int status, String type, String text, boolean isWhole, Optional<WebAddress> elsewhere) {}
