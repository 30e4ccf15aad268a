package dev.cadre.core.registry;

/** Says who provides a definition. Of equal names the one of the higher scope counts; the first constant is the highest. */
public enum Scope {
    /** The organisation that administers the machine. */
    MANAGED,
    /** The host program or its command line. */
    HOST,
    /** The project. */
    PROJECT,
    /** The person. */
    USER,
    /** A plugin or library. */
    PLUGIN
}
