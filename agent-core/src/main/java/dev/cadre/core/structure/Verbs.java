package dev.cadre.core.structure;

import java.util.List;
import java.util.Locale;

/** Knows the verbs with which instructions begin. */
final class Verbs {

    private static final Words IMPERATIVES = Words.of("""
            abort accept acknowledge activate adapt add adjust adopt aggregate align allocate always analiza analyse
            analysiere analyze announce answer anticipate append apply approve archive arrange articulate ask
            assemble assert assess assign attach audit augment automate await backup batch begin benchmark bind
            brainstorm break bring broadcast build bump bundle calculate calibrate call capture catalog categorize
            chart check checkout choose cite clarify classify clean clone close cluster coach collect combine comment
            commit communicate compare compile complete compose compress compute conclude conduct configure confirm
            connect consider consolidate construct consult consume contact continue convert coordinate copy count
            cover craft crawl crea create cross crée curate customize cut debug decide declare decompose deduplicate
            define definiere degrade delegate delete deliver deploy deprecate derive describe design destroy detect
            determine develop diagnose diff disable discard discover discuss dispatch display distill distribute
            divide document download draft edit ejecuta elevate eliminate emit emphasize enable encrypt enforce
            enrich ensure enter enumerate erstelle escalate escape escribe establish estimate evaluate examine
            exclude execute exercise exit expand explain explore export expose extend extract fetch fill filter
            finalize find first fix flag flush focus follow for fork form format formulate forward führe gather
            generate get give grade grant greet grep group guard guide hand handle harden hash hide highlight
            hypothesize identifica identifie identifiziere identify ignore implement import improve include
            incorporate index infer inform ingest initialize inject insert inspect install instrument integrate
            intercept interpret interview introduce investigate invoke isolate issue iterate join keep label launch
            lead learn lee leverage lies lift limit link lint lis list load locate lock log look maintain make map
            mark match measure mention merge migrate mirror mock model modify monitor move name navigate negotiate
            normalize note notify observe offer onboard open optimize order organize orient outline output own
            package parallelize parse partition pass pause perform pick ping pinpoint plan plane poll populate
            postpone prepare present preserve prevent prioritize probe proceed process produce profile promote
            propose prototype provide prüfe publish pull purge push put quantify query quote raise rank rate re-read
            re-run read rebase rebuild recheck recommend reconcile record reduce refactor reference refine refresh
            register rehearse reinforce reject relate relaunch relay release remove rename render repeat replace
            replay report reproduce request require reread rerun research reset resize resolve respond restart
            restate restore resume retry return reuse revert review revisa rewrite roll rollback rotate route run
            rédige sammle sample sanitize save scaffold scan schedule schreibe score search secure seed segment
            select send separate serve set setup share shift show sign simplify simulate sketch skim snapshot solve
            sort source spawn specify split squash stage standardize start state steer stop store stress strip
            structure stub study submit subscribe substitute suche suggest summarize support suppress surface sweep
            switch sync synthesize tackle tag tail take target tell test teste then think tie time toggle trace track
            train transfer transform translate triage trigger trim try tune turn type unblock understand undo unify
            unpack update upload use validate verifica verify vet view visit visualize vérifie wait walk warm warn
            watch weigh wire work wrap write zip
            aktualisiere beachte befrage begründe beginne behebe berechne berichte beschreibe bestimme bestätige bewerte
            dokumentiere durchsuche entferne entscheide entwickle entwirf ergänze erfasse ermittle erkläre erkunde
            erweitere erzeuge fasse finde formuliere frage generiere gib gleiche gliedere halte hole implementiere
            klassifiziere kläre konfiguriere kontrolliere leite lege lies markiere melde merke nenne notiere nutze
            optimiere ordne plane priorisiere protokolliere recherchiere schlage setze sichere speichere starte stelle
            teile teste trage trenne untersuche validiere verarbeite verfasse vergib vergleiche verifiziere verwende
            warte wende wähle zeige zerlege
            """);

    /** A step may begin with its condition. */
    private static final Words CONDITIONS =
            Words.of("if when on upon after before once while for do wenn falls bei nach si se cuando");

    private static final List<String> UNSPACED = List.of(
            "分析", "阅读", "检查", "创建", "编写", "运行", "识别", "确认", "实现", "查看", "执行", "理解", "收集", "验证", "生成", "审查", "更新", "读取",
            "开始", "使用", "定义", "设计", "提交", "输出");

    private Verbs() {}

    static boolean isImperative(String text) {
        String start = text.substring(signs(text)).toLowerCase(Locale.ROOT);
        int end = 0;
        while (end < start.length() && Character.isLetter(start.charAt(end))) {
            end++;
        }
        String word = start.substring(0, end);
        if (isCondition(word)) {
            return true;
        }
        return IMPERATIVES.contains(word) || UNSPACED.stream().anyMatch(start::startsWith);
    }

    /** Returns whether the word, in lower case, begins a condition: {@code when}, {@code after}. */
    static boolean isCondition(String word) {
        return CONDITIONS.contains(word);
    }

    private static int signs(String text) {
        int i = 0;
        while (i < text.length() && !Character.isLetterOrDigit(text.codePointAt(i))) {
            i += Character.charCount(text.codePointAt(i));
        }
        return i;
    }
}
