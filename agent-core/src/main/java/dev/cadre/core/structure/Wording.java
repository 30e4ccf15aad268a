package dev.cadre.core.structure;

import java.util.List;
import java.util.stream.Stream;

/**
 * The words by which headings say what they head, in the languages that definitions are written in.
 *
 * <p>Phrases are separated by commas and matched as whole words against {@link Titles#key}; those in scripts without
 * blanks anywhere in it. A phrase behind a {@code ^} must begin the heading, one before a {@code $} must end it.
 */
final class Wording {

    static final Wording EXAMPLE = new Wording("""
            ^example, ^examples, ^bad example, ^good example, example usage, example interactions, ^beispiel,
            ^beispiele, ^exemple, ^exemples, ^ejemplo, ^ejemplos, ^exemplo, ^exemplos, ^пример, 示例, 例子, 使用例,
            예시
            """);

    static final Wording CHECKLIST = new Wording("""
            checklist, checklists, check list, ^definition of done, checkliste, checklisten, prüfliste, liste de contrôle,
            liste de vérification, lista de verificación, lista de control, lista de comprobación,
            lista de verificação, чек лист, чеклист, 检查清单, 清单, 检查表, 核对表, チェックリスト, 체크리스트
            """);

    /** Lists of what must not be there. */
    static final Wording NOT_CHECKLIST = new Wording("red flags, red flag, 红旗");

    /** Headings over what the agent is given. */
    static final Wording INPUTS = new Wording("""
            ^input$, ^inputs$, ^inputs you, ^input you, ^parameters$, ^required inputs, ^expected inputs, you will be given$, you receive$,
            you will receive$, ^eingabe$, ^eingaben$, ^entrées$, ^entradas$, ^输入$, ^入力$, ^입력$
            """);

    static final Wording RESPONSIBILITIES = new Wording("""
            responsibility, responsibilities, duties, your job is to, verantwortlichkeiten, zuständigkeiten,
            verantwortung, kernaufgaben, deine aufgaben, ihre aufgaben, aufgaben$, responsabilités,
            responsabilidades, обязанности, 职责, 責務, 責任, 책임
            """);

    static final Wording WORKFLOW = new Wording("""
            workflow, process, approach every, approach each, procedure, procedures, steps, methodology, when invoked,
            once invoked, when activated, when called, when loaded, upon invocation, on invocation,
            your approach, ^approach, approach$, how you work, how to work, execution flow, execution order,
            sequence, your task is to, protocol, read in order, read these in order, read in this order,
            execution guidelines, interaction flow, vorgehen, vorgehensweise, arbeitsablauf, arbeitsabläufe,
            ablauf, arbeitsweise, arbeitsschritte, schritte, wenn du aufgerufen wirst, bei aufruf,
            beim aufruf, démarche, processus, étapes, flux de travail, déroulement, procédure,
            méthode de travail, lorsque tu es invoqué, flujo de trabajo, pasos, proceso, procedimiento,
            metodología, cuando seas invocado, cuando te invoquen, cuando se te invoque, al ser invocado,
            fluxo de trabalho, passos, processo, quando invocado, рабочий процесс, порядок работы, алгоритм,
            шаги, 工作流, 流程, 步骤, 被调用时, 工作方法, 执行步骤, 工作步骤, iş akışı, i̇ş akışı, adımlar, ワークフロー, プロセス$, 手順, 起動されたら, 起動時, 呼び出し時, 워크플로, 절차, 작업 순서
            """);

    static final Wording MAIN_WORKFLOW = new Wording("""
            when invoked, once invoked, when activated, when called, your workflow, ^workflow, your process,
            core workflow, main workflow, your approach, workflow process, execution flow,
            wenn du aufgerufen wirst, dein vorgehen, dein ablauf, ton processus, votre processus,
            tu flujo de trabajo, cuando seas invocado, 被调用时, 工作流程
            """);

    /** What surely leads into steps. */
    static final Wording STEPS_AHEAD = new Wording("""
            these steps, following steps, folgenden schritten, folgende schritte, étapes suivantes, siguientes pasos,
            seguintes passos, 以下步骤
            """);

    static final Wording PHASES = new Wording("phase$, stage$, step$, 阶段$, フェーズ$, 단계$");

    static final Wording NOT_WORKFLOW = new Wording("""
            tell the user, ask the user,
            functions, notes, ^issues, common issues, known issues, wins, your job is to, decision framework, decision tree, workflows, solutions, recommendations, remember, philosophy,
            scenario, scenarios, problems, causes, symptoms, options, tactics, myths, anti patterns, red flags, questions,
            responsibility, responsibilities, expertise, competency, competencies, capability, capabilities,
            principles, standards, rules, guidelines, focus, criteria, metrics, practices, example, examples,
            questions, deliverable, deliverables, output, outputs, format, formats, template, templates,
            structure, schema, pattern, patterns, pitfalls, mistakes, priority, priorities, tips, traits,
            limitations, constraints, concepts, skills, knowledge, features, techniques, strategies,
            considerations, requirements, levels, categories, options, reasons, benefits, goals, objectives,
            directives, mission, areas, components, key aspects, dimensions, types, aufgaben,
            verantwortlichkeiten, zuständigkeiten, grundsätze, prinzipien, regeln, kompetenzen, compétences,
            principes, règles, responsabilités, competencias, principios, reglas, responsabilidades, 职责, 原则,
            能力, 规则, 標準, 标准, 原則, 책임, 원칙, 规范
            """);

    static final Wording DELIVERABLES = new Wording("""
            deliverable, deliverables, output$, outputs$, output format, output formats, output structure,
            output contract, output requirement, output requirements, output schema, output guidance, output guidelines,
            output expectations, output specification, output specifications, output artifacts, output esperado,
            output message, output characteristics,
            output template, response template, required format, structured return, structured returns,
            return format, what you produce, ^report back$, plan format, plan template, completion format, summary format,
            analysis format, review format, presentation format, findings format, feedback format, answer format, delivery format, ^change report$,
            what to report, what you report, report must include, report must contain, document must include,
            document must contain, summary must include, plan must include,
            output should, response should, report should, reports should, output must, response must, structure your,
            berichtsformat, çıktı formatı, çıktı yapısı, ^çıktı$, rapor formatı, ^输出$, ^产出$, ^出力$, 交付格式, 输出模板, 报告模板, 报告格式, 回复格式,
            ^report format, report format$, report structure, report template, ^response format,
            response format$, response structure, what you deliver, what to deliver, final report$,
            you will deliver, you deliver, liefergegenstände, liefergegenstand, ergebnisse$, liefergebnisse,
            lieferumfang, ausgabe$, ^ausgabe, ausgabeformat, livrables, livrable, format de sortie, ^sortie,
            ^sorties, résultats attendus, entregables, entregable, formato de salida, ^salida, ^salidas,
            resultados esperados, entregáveis, formato de saída, ^saída, результаты, результат$,
            формат вывода, формат ответа, 交付物, 交付成果, 可交付成果, 输出格式, 输出结构, 输出要求, 出力形式, 出力フォーマット, 成果物, 산출물, 출력 형식, 출력$
            """);

    /** What leads into the parts of an answer. */
    static final Wording ANSWERS = new Wording("""
            provide$, provide the following, you provide, provide feedback, ^return, ^deliver, return a concise, return a structured, return a summary,
            return a report, return a brief, you return, i return, return$,
            report$, report with$, respond with$, ^present$, ^document$, 结构化输出$, 输出以下, liefere, ^berichte, ^melde, gib zurück, fournis, fournissez, proporciona, forneça, 请提供, 返回
            """);

    /** Headings over what is handed to other agents. */
    static final Wording HANDOVERS = new Wording("^to, ^from, ^handoff to, ^handoff from, ^hand off to, ^handover to");

    /** What leads into the form of something to write. */
    static final Wording CREATES = new Wording("""
            create, write, generate, produce, draft, erstelle, schreibe, rédige, génère, escribe, genera, crea, 创建, 生成, 编写
            """);

    /** What such a form is of. */
    static final Wording DOCUMENTS = new Wording("""
            document, report, sections, plan, summary, dokument, bericht, abschnitten, rapport, informe, documento, 文档, 报告
            """);

    /** What leads into the steps for one occasion. */
    static final Wording OCCASIONS = new Wording("""
            ^when, ^whenever, ^before, ^after, ^once, ^wenn, ^sobald, ^bevor, ^nach, ^lorsque, ^quand, ^avant, ^après, ^cuando,
            ^antes de, ^después de, ^al, ^quando, ^ao, ^когда
            """);

    /** Words for what an agent answers with. */
    static final Wording RESULTS = new Wording("""
            response, responses, report, output, summary, feedback, findings, results, answer, antwort, bericht, réponse,
            rapport, respuesta, informe, 回复, 报告
            """);

    /** Headings that a template below makes a deliverable. */
    static final Wording REPORTS = new Wording("""
            report$, report required, summary$, bericht$, rapport$, informe$, relatório$, 报告$,
            レポート$
            """);

    /** Headings that a document in code below makes a deliverable. */
    static final Wording TEMPLATES = new Wording("""
            template$, templates$, format$, formats$, vorlage$, vorlagen$, modèle$, plantilla$, modelo$, 模板$, テンプレート$, 템플릿$,
            格式$, フォーマット$, 형식$
            """);

    /** Templates of what steers an agent, not of what it hands over. */
    static final Wording NOT_OUTPUT_TEMPLATES = new Wording("""
            ^template$, prompt, prompts, example, skill, agent, subagent, command, system, config, configuration, basic, invocation,
            dispatch, commit, diff, message, log, date, input, file, naming, event, error, ticket
            """);

    /** Headings and lead-ins of lists that name one file an item, all of them to be written. */
    static final Wording FILES_TO_WRITE = new Wording("""
            required artifacts, output file, output files, ^produce, output artifacts, files to create, files to write, files to generate,
            files to produce, files you create, files you write, artifacts to produce, produce artifacts,
            generated artifacts, documents to create, documents to produce, what you produce,
            what to produce, write output files, zu erstellende dateien, zu erzeugende dateien, fichiers à créer,
            fichiers à produire, archivos a crear, archivos a generar, arquivos a criar, 需要生成的文件, 生成文件, 要创建的文件,
            作成するファイル, 生成するファイル, 파일 생성, 생성할 파일
            """);

    static final Wording NOT_FILES_TO_WRITE = new Wording("""
            format, formats, template, templates, structure, report, reports, message, ausgabeformat, berichtsformat,
            formato, формат, 格式, 模板, 形式, フォーマット, 형식
            """);

    /** What announces the form in which something is answered. */
    static final Wording FORMS = new Wording("""
            following format, this format, findings as$, results as$, report as$, exact format, structured format, json format, this structure,
            following structure, this template, following template, folgendem format, diesem format, format suivant,
            siguiente formato, este formato, 以下格式, 如下格式, 次の形式
            """);

    /** What leads into conditions, not into steps. */
    static final Wording CONDITIONS = new Wording("""
            when$, if$, unless$, verify$, ensure$, that$, which$, falls$, wenn$, si$, cuando$, quando$, any of, one of, all of, whether
            """);

    static final Wording NOT_DELIVERABLES = new Wording("""
            style, styling, styles, limit, limits, rules, validation, command, commands, directory, encoding, handling,
            checklist, not, never, verbosity, protocol, input, inputs, tokens, user must, user will, users, from the output
            """);

    static final Wording STANDARDS = new Wording("""
            ^standards$, quality standard, quality standards, quality metrics, quality targets, quality goals,
            performance targets, performance budget, performance budgets, performance requirements,
            success metrics, success criteria, quality gates, quality criteria, acceptance criteria,
            key metrics, performance metrics, performance standards, service level objectives,
            qualitätsstandards, qualitätsziele, qualitätskriterien, erfolgskriterien, standards de qualité,
            critères de qualité, critères de succès, estándares de calidad, criterios de calidad,
            criterios de éxito, padrões de qualidade, стандарты качества, критерии успеха, 质量标准, 成功标准, 性能指标,
            成功指标, 品質基準, 成功指標, 품질 기준
            """);

    static final Wording TRIGGERS = new Wording("""
            when to use, when to engage, when to invoke, when to call, when to activate, when to delegate,
            when youre invoked, when you are invoked, when i should be used, use this agent when,
            use this agent for, use this skill when, use this when, ^use when, ^use for, ^use it for,
            ^use it when, ^use this agent whenever, ^use me when, ^use me whenever, ^activate when, ^activate whenever,
            ^invoke when, ^invoke whenever, trigger conditions, ^triggers, activation criteria, activation triggers,
            invoke me when, invoke this agent when, call me when, wann einsetzen, wann verwenden, wann nutzen,
            wann du eingesetzt wirst, einsatz$, einsatzgebiete, quand utiliser, quand lutiliser,
            quand faire appel, quand intervenir, cuándo usar, cuándo usarlo, cuándo utilizar, cuándo recurrir,
            quando usar, когда использовать, когда применять, 何时使用, 使用场景, 适用场景, 触发条件, 使用するタイミング, 使用場面, 사용 시점
            """);

    static final Wording NOT_TRIGGERS = new Wording("""
            not, never, dont, nicht, ne pas, no usar, não, не, 不, ない
            """);

    static final Wording ROLE = new Wording("""
            ^role, your role, ^persona, ^identity, ^rolle, deine rolle, ^rôle, ^rol, tu rol, 角色, 役割, 역할
            """);

    private final List<Phrase> phrases;

    private Wording(String phrases) {
        this.phrases = Stream.of(phrases.split(",", -1))
                .map(String::strip)
                .filter(phrase -> !phrase.isEmpty())
                .map(Phrase::of)
                .toList();
    }

    static Wording of(String phrases) {
        return new Wording(phrases);
    }

    /** Returns whether the heading is one of the phrases and nothing more. */
    boolean isExactly(String key) {
        return phrases.stream().anyMatch(phrase -> phrase.text().strip().equals(key));
    }

    boolean matches(String key) {
        if (key.isEmpty()) {
            return false;
        }
        String padded = " " + key + " ";
        for (Phrase phrase : phrases) {
            if (phrase.isIn(padded)) {
                return true;
            }
        }
        return false;
    }

    private record Phrase(String text, boolean first, boolean last) {

        static Phrase of(String pattern) {
            boolean first = pattern.startsWith("^");
            boolean last = pattern.endsWith("$");
            String words = pattern.substring(first ? 1 : 0, pattern.length() - (last ? 1 : 0));
            return new Phrase(isSpaced(words) ? " " + words + " " : words, first, last);
        }

        private static boolean isSpaced(String words) {
            return words.codePoints().noneMatch(c -> c >= 0x3040);
        }

        boolean isIn(String padded) {
            boolean begins = padded.startsWith(text) || padded.startsWith(" " + text);
            boolean ends = padded.endsWith(text) || padded.endsWith(text + " ");
            boolean anchored = (!first || begins) && (!last || ends);
            return (first || last) ? anchored : padded.contains(text);
        }
    }
}
