package dev.cadre.core.definition;

/** Says what a reader does with what it understands although it is not quite right. */
public enum Strictness {
    /** Read it and warn; never at the price of a restriction. */
    LENIENT,
    /** Refuse whatever deserves a warning. What is read strictly is read leniently with the same values. */
    STRICT
}
