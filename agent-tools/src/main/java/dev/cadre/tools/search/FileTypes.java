package dev.cadre.tools.search;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Knows the file names of languages and formats, under the words that ripgrep uses for them. */
public final class FileTypes {

    private static final Map<String, String> GLOBS = new TreeMap<>(Map.ofEntries(
            Map.entry("asm", "*.asm *.s *.S"),
            Map.entry("c", "*.c *.h *.H *.cats"),
            Map.entry("clojure", "*.clj *.cljc *.cljs *.cljx"),
            Map.entry("cmake", "*.cmake CMakeLists.txt"),
            Map.entry("cpp", "*.C *.cc *.cpp *.cxx *.c++ *.h *.H *.hh *.hpp *.hxx *.h++ *.inl"),
            Map.entry("cs", "*.cs"),
            Map.entry("csharp", "*.cs"),
            Map.entry("css", "*.css *.scss"),
            Map.entry("csv", "*.csv"),
            Map.entry("dart", "*.dart"),
            Map.entry("docker", "*Dockerfile*"),
            Map.entry("elixir", "*.ex *.eex *.exs"),
            Map.entry("elm", "*.elm"),
            Map.entry("erlang", "*.erl *.hrl"),
            Map.entry("fsharp", "*.fs *.fsx *.fsi"),
            Map.entry("go", "*.go"),
            Map.entry("gradle", "*.gradle"),
            Map.entry("graphql", "*.graphql *.graphqls"),
            Map.entry("groovy", "*.groovy *.gradle"),
            Map.entry("haskell", "*.hs *.lhs *.cpphs *.c2hs *.hsc"),
            Map.entry("html", "*.htm *.html *.ejs"),
            Map.entry("java", "*.java *.jsp *.jspx *.properties"),
            Map.entry("js", "*.js *.jsx *.vue"),
            Map.entry("json", "*.json composer.lock"),
            Map.entry("jsonl", "*.jsonl"),
            Map.entry("julia", "*.jl"),
            Map.entry("kotlin", "*.kt *.kts"),
            Map.entry("less", "*.less"),
            Map.entry("log", "*.log"),
            Map.entry("lua", "*.lua"),
            Map.entry(
                    "make",
                    "*.mk *.mak [Gg][Nn][Uu]makefile [Mm]akefile [Mm]akefile.am [Mm]akefile.in "
                            + "[Gg][Nn][Uu]makefile.am [Gg][Nn][Uu]makefile.in"),
            Map.entry("markdown", "*.markdown *.md *.mdown *.mkdn"),
            Map.entry("md", "*.markdown *.md *.mdown *.mkdn"),
            Map.entry("objc", "*.h *.m"),
            Map.entry("objcpp", "*.h *.mm"),
            Map.entry("ocaml", "*.ml *.mli *.mll *.mly"),
            Map.entry("perl", "*.perl *.pl *.PL *.plh *.plx *.pm *.t"),
            Map.entry("php", "*.php *.php3 *.php4 *.php5 *.phtml"),
            Map.entry("protobuf", "*.proto"),
            Map.entry("ps", "*.cdxml *.ps1 *.ps1xml *.psd1 *.psm1"),
            Map.entry("py", "*.py"),
            Map.entry("python", "*.py"),
            Map.entry("r", "*.R *.r *.Rmd *.Rnw"),
            Map.entry("rst", "*.rst"),
            Map.entry("ruby", "*.gemspec *.rb .irbrc Gemfile Rakefile config.ru"),
            Map.entry("rust", "*.rs"),
            Map.entry("sass", "*.sass *.scss"),
            Map.entry("scala", "*.scala *.sbt"),
            Map.entry("sql", "*.sql *.psql"),
            Map.entry("svelte", "*.svelte"),
            Map.entry("svg", "*.svg"),
            Map.entry("swift", "*.swift"),
            Map.entry("tex", "*.tex *.ltx *.cls *.sty *.bib *.dtx *.ins"),
            Map.entry("tf", "*.tf"),
            Map.entry("toml", "*.toml Cargo.lock"),
            Map.entry("ts", "*.ts *.tsx *.cts *.mts"),
            Map.entry("txt", "*.txt"),
            Map.entry("vue", "*.vue"),
            Map.entry("xml", "*.xml *.xml.dist *.dtd *.xsl *.xslt *.xsd *.xjb *.rng *.sch *.xhtml"),
            Map.entry("yaml", "*.yaml *.yml"),
            Map.entry("zig", "*.zig")));

    private FileTypes() {}

    /** Returns the globs of a type, if it is known. */
    public static Optional<List<Glob>> globs(String type) {
        return Optional.ofNullable(GLOBS.get(type))
                .map(globs ->
                        List.of(globs.split(" ", -1)).stream().map(Glob::parse).toList());
    }

    /** Returns all types, sorted. */
    public static List<String> names() {
        return List.copyOf(GLOBS.keySet());
    }
}
