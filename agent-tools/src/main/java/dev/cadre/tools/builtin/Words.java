package dev.cadre.tools.builtin;

/** Words numbers for the model. */
final class Words {

    private Words() {}

    static String count(long number, String noun) {
        return number + " " + noun + (number == 1 ? "" : noun.endsWith("ch") ? "es" : "s");
    }
}
