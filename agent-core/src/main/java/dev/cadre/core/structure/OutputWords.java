package dev.cadre.core.structure;

import java.util.List;

/** The words with which prompts tell that a file is to be written, in several languages. */
final class OutputWords {

    static final Words VERBS = Words.of("""
            generate create write save produce output export store deliver record persist document compile draft emit maintain
            put place keep saved written stored overwrite update append log track
            erstelle erstellen erzeuge erzeugen generiere generieren schreibe schreib schreiben speichere speichern
            verfasse verfassen dokumentiere dokumentieren aktualisiere aktualisieren trage ergänze schreib
            génère générez générer crée créez créer écris écrivez écrire rédige rédigez rédiger enregistre enregistrez
            enregistrer produis produisez produire
            genera generar genere crea crear cree escribe escribir escriba guarda guardar guarde redacta redactar elabora
            gere gerar crie criar escreva salve salvar
            создай создать напиши написать сохрани сохранить запиши записать сгенерируй сгенерировать обнови обновить
            oluştur kaydet yaz
            """);

    /** Verbs behind which a folder alone says where something goes; one can also create a folder. */
    static final Words SAVING_VERBS = Words.of("""
            save store saved stored export log speichere speichern enregistre enregistrez enregistrer guarda guardar
            guarde salve salvar сохрани сохранить kaydet
            """);

    /** Verbs whose bare infinitive is an order, wherever it stands. */
    static final Words FINAL_VERBS = Words.of("""
            schreiben speichern erstellen erzeugen создать написать сохранить записать обновить сгенерировать
            """);

    static final List<String> UNSPACED_VERBS =
            List.of("生成", "创建", "写入", "保存", "输出", "撰写", "编写", "作成", "追加", "書き込", "出力", "생성", "작성", "저장");

    /** Verbs that tell to write the file before them. */
    static final Words VERBS_BEHIND = Words.of("erstellen aktualisieren schreiben pflegen ergänzen anlegen erzeugen");

    /** What goes into a folder as a document. */
    static final Words DOCUMENTS = Words.of("""
            document documents report reports plan plans note notes entry entries spec specs brief briefs summary summaries
            adr adrs prd prds findings results research proposal proposals review reviews task tasks
            dokument dokumente bericht berichte rapport rapports informe informes
            """);

    /** Folders of programs. */
    static final Words SOURCE_FOLDERS = Words.of("""
            src lib app apps test tests spec component components package packages pages public static config api
            controllers models routes services utils hooks scripts middleware migrations schemas templates infra terraform .github workflows assets resources include
            """);

    /** What stands between a verb and a file that is not its object. */
    static final Words LINKS = Words.of("""
            for of from like matching such than on with about what whose where how because since only and or all every
            each any is are be as more less both everything anything nothing whatever changes tests code
            """);

    /** What begins a sentence whose order stands behind the comma. */
    static final Words INTRODUCTIONS = Words.of("""
            optionally finally lastly additionally afterwards next first second third last also similarly subsequently
            at in as during with upon to from using based following by given depending besides alongside
            """);

    static final List<String> UNSPACED_SAVING = List.of("写入", "保存", "输出", "書き込", "出力", "저장");

    /** What stands before a file that is only used. */
    static final List<String> UNSPACED_SOURCES = List.of("使用", "根据", "基于", "按照", "读取", "参考", "从", "依据");

    static final List<String> GENITIVES = List.of("的", "の", "의 ");

    static final List<String> UNSPACED_NEGATIONS = List.of("不要", "不得", "禁止", "しない", "하지 마");

    /** What may stand directly before the path, between it and the verb. */
    static final Words BEFORE_PATH = Words.of("""
            a an the your to in into at as under inside file document report named called and or new single plan summary
            it them update results findings output final complete full by path either here location
            datei die das den der unter nach eine ein einen dem als bericht dokument
            le la les un une fichier dans sous rapport
            el los una archivo en fichero como documento informe para
            o um em arquivo no
            файл в документ как
            """);

    /** What stands before the verb of an instruction; anything else makes it a description. */
    static final Words BEFORE_VERB = Words.of("""
            you to and then always also : - – — or finally be automatically immediately please optionally next first /
            ( → tool user findings results report plan output i
            und dann wird werden ergebnis ergebnisse bericht et puis y luego
            """);

    /** What stands between the subject and the verb. */
    static final Words AUXILIARIES = Words.of("must will shall should");

    /** Whose writing is an instruction. */
    static final Words SUBJECTS = Words.of("you i we agent subagent assistant model claude , . : and to be always");

    /** Verbs that are nouns just as often; the path must be where they put something. */
    static final Words NOUNS =
            Words.of("document record draft output export report append log track trage put place keep");

    /** What begins the naming of a thing. */
    static final Words OBJECTS = Words.of("a an the its your their all any one");

    static final Words PLACES = Words.of("in to into at as under inside");

    /** What makes the path a source rather than a target. */
    static final Words SOURCES = Words.of("following using based from per via see against");

    /** Files that configure a project; writing them is programming. */
    static final Words CONFIGURATION = Words.of("""
            package.json package-lock.json tsconfig.json pom.xml cargo.toml pyproject.toml composer.json vercel.json turbo.json
            pnpm-workspace.yaml docker-compose.yml docker-compose.yaml settings.json .mcp.json app.json netlify.toml
            """);

    static final Words NEGATIONS = Words.of("""
            not never dont don't don’t no without avoid if unless before when can could cannot already was been
            that which nicht nie kein keine niemals ne jamais sans nunca sin não не
            """);

    static final Wording LABELS = Wording.of("""
            storage, saved to, written to,
            output, output file, output path, output location, output document, output artifact, output to, report file,
            report location, report path, save to, save as, saves to, save location, write to, file to create,
            deliverable, primary output, main output, final output,
            ausgabe, ausgabedatei, ausgabepfad, speicherort, ablage, ergebnisdatei,
            fichier de sortie, sortie, archivo de salida, salida, fichero de salida, ruta de salida, arquivo de saída,
            saída, выходной файл, 输出文件, 输出路径, 输出, 保存位置, 输出位置, 出力ファイル, 出力先, 출력 파일
            """);

    static final Words JOINTS = Words.of(", and or & + und oder et y e и 和 、 /");

    private OutputWords() {}
}
