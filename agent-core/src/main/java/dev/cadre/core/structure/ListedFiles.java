package dev.cadre.core.structure;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Finds the files that a list names one an item, where its heading or lead-in tells to write them. */
final class ListedFiles {

    private static final int MOST_WORDS_BEFORE = 2;

    /** From here on stand the letters of scripts in which a particle behind the name begins a sentence about it. */
    private static final int UNSPACED = 0x3040;

    private static final Words CONDITIONS = Words.of("only if when unless exists");

    /** Folders that are made are no results yet. */
    private static final Words FOLDERS =
            Words.of("folders directories subfolders subdirectories ordner dossiers carpetas");

    private static final Words EXAMPLES =
            Words.of("example examples beispiel beispiele exemple exemples ejemplo ejemplos");

    private ListedFiles() {}

    /** Returns whether the lists of the section name files to write. */
    static boolean areOrdered(Section section) {
        for (Section at = section; at != null; at = at.parent()) {
            if (Wording.FILES_TO_WRITE.matches(at.key())) {
                return true;
            }
        }
        return false;
    }

    /** Returns whether the heading is about what is to be handed over; files may be among it. */
    static boolean mayBeAmong(Section section) {
        return OutputTitles.isTitled(section) && !Wording.NOT_FILES_TO_WRITE.matches(section.key());
    }

    /** Returns whether the lead-in tells to write the files of the list behind it. */
    static boolean areOrdered(Block.@Nullable Paragraph lead) {
        if (lead == null || !PathTokens.in(Section.leadRaw(lead)).isEmpty()) {
            return false;
        }
        String key = Section.leadKey(lead);
        List<String> words = List.of(key.split(" ", -1));
        boolean first = OutputWords.VERBS.contains(words.get(0)) && !OutputWords.NOUNS.contains(words.get(0));
        boolean verb = first || OutputWords.VERBS_BEHIND.contains(words.get(words.size() - 1));
        boolean unspaced = OutputWords.UNSPACED_VERBS.stream().anyMatch(key::contains)
                && OutputWords.UNSPACED_NEGATIONS.stream().noneMatch(key::contains);
        boolean foreign =
                words.stream().anyMatch(word -> OutputWords.SOURCES.contains(word) && !"following".equals(word));
        if (words.stream().anyMatch(FOLDERS::contains)) {
            return false;
        }
        return Wording.FILES_TO_WRITE.matches(key) || unspaced || (verb && !foreign);
    }

    /** Returns the file that the item is about: the first in it, with at most a word or two before. */
    static Optional<PathTokens.Token> in(Block.Item item) {
        Block.Paragraph own = item.own();
        if (own == null || item.box() != Block.Box.NONE) {
            return Optional.empty();
        }
        String raw = Joined.of(own).raw();
        List<PathTokens.Token> tokens = PathTokens.anyFileIn(raw);
        if (tokens.isEmpty()) {
            return Optional.empty();
        }
        PathTokens.Token first = tokens.get(0);
        List<String> before = words(raw.substring(0, first.start()));
        boolean near = before.isEmpty() || (first.isCode() && before.size() <= MOST_WORDS_BEFORE);
        boolean named = near && before.stream().noneMatch(ListedFiles::leadsElsewhere) && !beginsSentence(raw, first);
        return named ? Optional.of(first) : Optional.empty();
    }

    /** Returns the file that the item names and sets off: a word behind the name would make it a sentence about it. */
    static Optional<PathTokens.Token> setOffIn(Block.Item item) {
        Block.Paragraph own = item.own();
        return own == null
                ? Optional.empty()
                : in(item).filter(file -> isSetOff(Joined.of(own).raw(), file));
    }

    private static boolean isSetOff(String raw, PathTokens.Token file) {
        String behind = behind(raw, file);
        return behind.isEmpty() || !Character.isLetterOrDigit(behind.codePointAt(0));
    }

    /** Whether a particle of an unspaced script or a condition stands behind the name. */
    private static boolean beginsSentence(String raw, PathTokens.Token file) {
        String behind = behind(raw, file);
        if (behind.isEmpty()) {
            return false;
        }
        int first = behind.codePointAt(0);
        boolean particle = first >= UNSPACED && Character.isLetter(first);
        return particle || CONDITIONS.contains(behind.split("[^\\p{L}]", 2)[0].toLowerCase(Locale.ROOT));
    }

    /** Returns what stands behind the name and its emphasis. */
    private static String behind(String raw, PathTokens.Token file) {
        int i = file.end();
        while (i < raw.length() && (raw.charAt(i) == '*' || raw.charAt(i) == '_' || raw.charAt(i) == ' ')) {
            i++;
        }
        return raw.substring(i);
    }

    private static boolean leadsElsewhere(String word) {
        return EXAMPLES.contains(word)
                || OutputWords.SOURCES.contains(word)
                || OutputWords.NEGATIONS.contains(word)
                || OutputWords.PLACES.contains(word)
                || Verbs.isImperative(word);
    }

    private static List<String> words(String text) {
        List<String> words = new ArrayList<>();
        for (String word : PlainText.of(text).toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}]+", -1)) {
            if (!word.isEmpty()) {
                words.add(word);
            }
        }
        return words;
    }
}
