package dev.cadre.benchmarks;

/** Starts a JVM and ends. */
final class FirstNothing {

    private FirstNothing() {}

    /** Prints a word, as the others do. */
    public static void main(String[] args) {
        System.out.println(args[0]);
    }
}
