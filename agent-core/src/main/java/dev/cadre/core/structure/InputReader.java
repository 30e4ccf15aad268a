package dev.cadre.core.structure;

import dev.cadre.core.diagnostic.Span;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Finds the files that the prompt tells the agent to read: named in a statement whose verb is about reading. */
final class InputReader {

    private static final int WINDOW = 300;
    private static final int NEAR_VERB = 12;

    private static final Words VERBS = Words.of("""
            read review check load see consult analyze analyse examine study parse inspect understand scan open reference
            follow reading reviewing according based input inputs context template
            lies lese lesen prüfe prüfen analysiere sichte siehe beachte laut aus gemäß
            lis lisez lire consulte consultez examine examinez étudie étudiez vérifie vérifiez selon depuis
            lee leer lea revisa revisar consulta consultar examina analiza según desde
            leia revise прочитай прочти изучи проверь из oku
            """);

    private static final Words NEGATIONS =
            Words.of("not never don't don’t without avoid nicht nie niemals ne jamais nunca não не");

    private static final List<String> UNSPACED =
            List.of("阅读", "读取", "查看", "审查", "参考", "根据", "检查", "分析", "読", "確認", "参照", "읽", "확인", "참조");

    private final LineIndex index;
    private final Set<String> outputs;
    private final Set<String> seen = new LinkedHashSet<>();
    private final List<InputFile> found = new ArrayList<>();

    private InputReader(LineIndex index, Set<String> outputs) {
        this.index = index;
        this.outputs = outputs;
    }

    static List<InputFile> of(List<Section> sections, List<Deliverable> deliverables, LineIndex index) {
        Set<String> outputs = new LinkedHashSet<>();
        deliverables.forEach(deliverable -> deliverable.path().ifPresent(outputs::add));
        InputReader reader = new InputReader(index, outputs);
        for (Section section : sections) {
            if (!section.isExample()) {
                boolean titled = Wording.INPUTS.matches(section.key());
                for (Section.Content content : section.contents()) {
                    if (content.block() instanceof Block.Listing list
                            && (titled || Wording.INPUTS.matches(content.leadKey()))) {
                        list.items().forEach(reader::given);
                    }
                    reader.read(content.block());
                }
            }
        }
        return reader.found;
    }

    private void read(Block block) {
        if (block instanceof Block.Paragraph paragraph) {
            statement(paragraph);
        }
        if (block instanceof Block.Listing list) {
            list.items().forEach(item -> item.blocks().forEach(this::read));
        }
    }

    /** An item of what is given is about the file that it begins with. */
    private void given(Block.Item item) {
        Block.Paragraph own = item.own();
        if (own != null) {
            Joined joined = Joined.of(own);
            ListedFiles.in(item)
                    .filter(token -> !token.isFolder() && !PathTokens.hasPlaceholder(token.path()))
                    .ifPresent(token -> add(own, joined, token));
        }
    }

    private void add(Block.Paragraph paragraph, Joined joined, PathTokens.Token token) {
        if (!outputs.contains(token.path()) && seen.add(token.path())) {
            int start = joined.offset(token.start());
            Span span = index.span(start, Math.max(start, joined.offset(token.end() - 1) + 1));
            found.add(new InputFile(token.path(), paragraph.text(), span));
        }
    }

    private void statement(Block.Paragraph paragraph) {
        Joined joined = Joined.of(paragraph);
        List<PathTokens.Token> written = OutputStatement.in(joined.raw());
        for (PathTokens.Token token : PathTokens.in(joined.raw())) {
            boolean input = !token.isFolder()
                    && !written.contains(token)
                    && !PathTokens.hasPlaceholder(token.path())
                    && isRead(joined.raw(), token);
            if (input) {
                add(paragraph, joined, token);
            }
        }
    }

    private static boolean isRead(String raw, PathTokens.Token token) {
        String text = raw.substring(Math.max(0, token.start() - WINDOW), token.start())
                .toLowerCase(Locale.ROOT);
        String after = raw.substring(token.end(), Math.min(raw.length(), token.end() + NEAR_VERB));
        int sentence = Math.max(text.lastIndexOf(". "), Math.max(text.lastIndexOf('。'), text.lastIndexOf("; ")));
        String own = text.substring(sentence + 1);
        for (String verb : UNSPACED) {
            if (own.contains(verb) || after.contains(verb)) {
                return true;
            }
        }
        boolean reads = false;
        for (String word : own.split("[^\\p{L}'’]+", -1)) {
            if (NEGATIONS.contains(word)) {
                return false;
            }
            reads |= VERBS.contains(word);
        }
        return reads;
    }
}
