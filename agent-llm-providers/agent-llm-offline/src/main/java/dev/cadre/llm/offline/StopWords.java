package dev.cadre.llm.offline;

import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** Knows words that say nothing about a subject: the grammar of some languages, and what prompts say of any work. */
final class StopWords {

    private static final String GRAMMAR = """
            a about after all also an and any are as at be been before being below both but by can could did do does
            done down each either else every for from had has have having here how if in including into is it its
            itself just like may might more most must need needs never no nor not now of off on once one only or
            other our out over own per shall she he her his should so some such than that the their them then there
            these they this those through to too under until up upon us use used uses using very via was we were what
            when where whether which while who whom whose why will with within without would yes you your yours
            der die das den dem des ein eine einer eines einem einen und oder aber auf aus bei beim bis durch für
            gegen im ist sind mit nach nicht noch nur ob ohne sich sie er es sowie über um unter vom von vor wann war
            was welche welcher wenn werden wer wie wird wir wo zu zum zur zwischen alle auch kann muss darf soll
            le la les un une des du de et ou mais dans en est sont avec par pas pour que qui quoi sans sous sur ses
            son sa leur leurs au aux ce ces cette comme chaque doit peut être
            el los las una unos unas del al y o pero con para por sin sobre entre como cada debe puede ser está son
            cuando donde qué quién su sus lo se si
            os uma não com para pelo pela mais como cada deve pode ser está são
            il gli uno una di del della e ma per con su tra fra che chi come ogni deve può essere sono
            """;

    private static final String ANY_WORK = """
            accordingly actual appropriate appropriately approach approaches best comprehensive consider correctly
            create detailed ensure ensuring excellent expert following good implement implementation implementations
            implemented include includes included make making practice practices proper properly provide relevant
            nobody none nothing robust say says senior something specific strategies strategy various well work working
            works
            """;

    private static final Set<String> WORDS = Arrays.stream((GRAMMAR + ANY_WORK).split("\\s+"))
            .filter(word -> !word.isEmpty())
            .collect(Collectors.toUnmodifiableSet());

    private StopWords() {}

    static boolean contains(String word) {
        return WORDS.contains(word.toLowerCase(Locale.ROOT));
    }
}
