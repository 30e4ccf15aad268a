package dev.cadre.benchmarks;

import java.util.Arrays;

/** Runs a comparison by its name, or whatever benchmarks the arguments tell JMH to run. */
final class Main {

    private Main() {}

    /** Runs it; without arguments, every JMH benchmark. */
    public static void main(String[] args) throws Exception {
        String what = args.length == 0 ? "" : args[0];
        switch (what) {
            case "reading" -> ReadingComparison.run();
            case "first" -> FirstComparison.run(args.length > 1 ? Integer.parseInt(args[1]) : 15);
            case "memory" -> KeptMemory.run();
            default -> org.openjdk.jmh.Main.main(Arrays.copyOf(args, args.length));
        }
    }
}
