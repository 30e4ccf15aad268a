package dev.cadre.core.structure;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The number that a heading begins with: {@code 1. Read}, {@code Step 2: Write}, {@code 第3步}.
 *
 * @param value the number
 * @param isNamed whether a word such as step or phase stands with it
 * @param rest the heading behind it; the whole heading where nothing follows
 */
record StepNumber(int value, boolean isNamed, String rest) {

    private static final List<String> WORDS = List.of(
            "step", "phase", "stage", "schritt", "étape", "etape", "paso", "fase", "etapa", "passo", "шаг", "этап",
            "步骤", "阶段", "ステップ", "フェーズ", "단계");

    private static final String NUMERALS = "一二三四五六七八九十";

    static Optional<StepNumber> of(String heading) {
        String text = withDigits(withoutSigns(heading));
        String lower = text.toLowerCase(Locale.ROOT);
        int at = 0;
        boolean named = false;
        for (String word : WORDS) {
            if (lower.startsWith(word)) {
                at = word.length();
                named = true;
                break;
            }
        }
        if (text.startsWith("第")) {
            at = 1;
        }
        while (at < text.length() && text.charAt(at) == ' ') {
            at++;
        }
        return number(text, at, named, heading);
    }

    /** Returns the text with a number in Chinese characters behind 第 in digits. */
    private static String withDigits(String text) {
        int value = text.length() > 1 && text.startsWith("第") ? NUMERALS.indexOf(text.charAt(1)) + 1 : 0;
        return value == 0 ? text : "第" + value + text.substring(2);
    }

    private static Optional<StepNumber> number(String text, int from, boolean named, String heading) {
        int end = from;
        while (end < text.length() && end - from < 3 && text.charAt(end) >= '0' && text.charAt(end) <= '9') {
            end++;
        }
        if (end == from) {
            return Optional.empty();
        }
        int value = Integer.parseInt(text.substring(from, end));
        String behind = text.substring(end);
        boolean chinese = text.startsWith("第") && (behind.startsWith("步") || behind.startsWith("阶段"));
        if (chinese) {
            behind = behind.substring(behind.startsWith("步") ? 1 : 2);
        }
        String rest = withoutJoint(behind);
        boolean keycap = behind.startsWith("\uFE0F\u20E3") || behind.startsWith("\u20E3");
        boolean jointed = behind.length() > rest.length()
                && ".):：-–—、".indexOf(behind.strip().charAt(0)) >= 0;
        if (!(named || chinese || keycap || jointed) || (Character.isDigit(first(rest)) && jointed && !named)) {
            return Optional.empty();
        }
        return Optional.of(new StepNumber(value, named || chinese, rest.isEmpty() ? heading : rest));
    }

    private static char first(String text) {
        return text.isEmpty() ? ' ' : text.charAt(0);
    }

    private static String withoutSigns(String heading) {
        int i = 0;
        while (i < heading.length()) {
            int c = heading.codePointAt(i);
            if (Character.isLetterOrDigit(c)) {
                break;
            }
            i += Character.charCount(c);
        }
        return heading.substring(i);
    }

    private static String withoutJoint(String text) {
        int i = 0;
        while (i < text.length()
                && (Character.isWhitespace(text.charAt(i)) || ".):：-–—、\uFE0F\u20E3".indexOf(text.charAt(i)) >= 0)) {
            i++;
        }
        return text.substring(i);
    }
}
