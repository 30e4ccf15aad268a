package dev.cadre.tools.shell;

import java.util.Set;

/** Knows what programs do with their arguments, as far as that matters for permissions. */
final class Programs {

    // They take text; no argument of theirs is a file.
    private static final Set<String> TEXT = words("""
            echo printf true false : tr seq sleep yes expr pwd id whoami groups uname nproc free uptime tty cal factor
            numfmt which type command exit return break continue kill pgrep pidof ps printenv hostname locale getconf tput
            date jobs times umask ulimit set cd wait shift basename dirname test [ logname
            """);

    // They read the files that are named, and no option of theirs runs a program or writes a file.
    private static final Set<String> READERS = words("""
            cat head tail wc cut paste nl tac rev fold expand unexpand cmp comm diff md5sum sha1sum sha224sum sha256sum
            sha384sum sha512sum b2sum cksum sum strings od hexdump stat realpath readlink column base64 base32 fmt join
            look tsort zcat bzcat xzcat pr
            """);

    private static final Set<String> LISTERS = words("ls dir vdir du df");

    // Those of them that can be given a list of files to read.
    private static final Set<String> LISTED = Set.of("wc", "du", "xzcat");

    private static final Set<String> WRITERS =
            words("mkdir rmdir touch rm tee truncate chmod chown chgrp unlink mv shred mkfifo mktemp");

    // They run code in ways that no list of options tells.
    private static final Set<String> LAUNCHERS = words("""
            script watch su nsenter chroot setpriv runuser systemd-run strace ltrace gdb lldb parallel entr busybox toybox
            screen tmux at batch crontab ssh scp sftp rsync start-stop-daemon xvfb-run fakeroot bwrap firejail expect vi vim
            view nvim ex ed emacs nano pico m4 dc socat nc ncat telnet ftp mysql psql sqlite3 rlwrap unbuffer man less more
            most pinfo info gvim joe micro mc perf valgrind runcon prlimit cgexec numactl dbus-run-session faketime proot capsh
            eatmydata hyperfine run-parts setarch linux32 linux64 direnv nix-shell chpst softlimit cpulimit catchsegv torsocks
            tsocks proxychains proxychains4 dbus-launch ssh-agent gosu su-exec tini dumb-init pkexec sg newgrp
            systemd-inhibit caffeinate
            """);

    private Programs() {}

    private static Set<String> words(String text) {
        return Set.of(text.strip().split("\\s+", -1));
    }

    /** Notes what a call does. */
    static void describe(String program, Invocation.Draft draft) {
        if (TEXT.contains(program)) {
            describeText(program, draft);
        } else if (READERS.contains(program) || LISTERS.contains(program)) {
            reader(program, draft);
        } else if (WRITERS.contains(program)) {
            operands(draft, 0, FileUse.Kind.WRITE);
        } else if (LAUNCHERS.contains(program)) {
            draft.opaqueness = program + " can run any program";
            draft.runsCode(program + " can run any program", "");
            operands(draft, 0, FileUse.Kind.UNKNOWN);
        } else if (Interpreters.isInterpreter(program)) {
            Interpreters.describe(program, draft);
        } else if (!SpecialPrograms.describe(program, draft)) {
            OptionProfiles.of(program)
                    .ifPresentOrElse(
                            profile -> new ProfiledCall(program, profile, draft).describe(), () -> stranger(draft));
        }
    }

    /** Notes the files that it may get from another program, such as {@code xargs}. */
    static void describeOpenEnd(String program, Invocation.Draft draft) {
        if (!TEXT.contains(program)) {
            draft.uses(Replacement.OF_FIND.name(), operandKind(program));
        }
    }

    private static FileUse.Kind operandKind(String program) {
        if (READERS.contains(program) || LISTERS.contains(program)) {
            return FileUse.Kind.READ;
        }
        return WRITERS.contains(program)
                ? FileUse.Kind.WRITE
                : OptionProfiles.of(program).map(OptionProfile::operands).orElse(FileUse.Kind.UNKNOWN);
    }

    private static void reader(String program, Invocation.Draft draft) {
        operands(draft, 0, comparesFolders(program, draft) ? FileUse.Kind.READ_TREE : FileUse.Kind.READ);
        for (Word word : draft.arguments()) {
            if (LISTED.contains(program) && word.text().matches("--f(i.*)?")) {
                draft.concerns(program + " reads the files that a list names", word.text());
            } else if (program.equals("strings") && word.text().startsWith("@")) {
                draft.uses(Word.literal(word.text().substring(1)), FileUse.Kind.READ);
            }
        }
    }

    // With -N it shows the files that only one of the folders holds.
    private static boolean comparesFolders(String program, Invocation.Draft draft) {
        return program.equals("diff")
                && draft.argumentTexts().stream().anyMatch(text -> text.matches("-[^-]*[rNP].*|--(rec|new|unid).*"));
    }

    private static void stranger(Invocation.Draft draft) {
        draft.isStranger = true;
        operands(draft, 0, FileUse.Kind.UNKNOWN);
    }

    /** Returns whether a program runs code that it is given as a text, or in a file. */
    static boolean runsScripts(String program) {
        return Shells.isShell(program) || Interpreters.isInterpreter(program);
    }

    private static void describeText(String program, Invocation.Draft draft) {
        boolean testsFiles = program.equals("test") || program.equals("[");
        boolean namesFiles = program.equals("cd") || testsFiles;
        if (namesFiles) {
            draft.arguments().stream()
                    .filter(word -> !word.isOption() && !word.text().equals("]"))
                    .forEach(word -> draft.uses(word, FileUse.Kind.READ));
        }
        if (program.equals("date")) {
            draft.arguments().stream()
                    .filter(word -> word.text().matches("-[Ru]*[sf].*|--[sf].*"))
                    .forEach(word -> draft.concerns("date may set the clock or read a file", word.text()));
            operands(draft, 0, FileUse.Kind.READ);
        }
    }

    /** Notes the files among the arguments; options may hold names too. */
    static void operands(Invocation.Draft draft, int texts, FileUse.Kind kind) {
        int left = texts;
        boolean mayBeOption = true;
        for (Word word : draft.arguments()) {
            if (mayBeOption && word.text().equals("--")) {
                mayBeOption = false;
            } else if (mayBeOption && word.isOption()) {
                optionValue(draft, word);
            } else if (left > 0) {
                left--;
            } else {
                draft.uses(word, kind);
                // The -- before it may have been the value of an option: diff -I -- --to-file=f.
                if (word.isOption()) {
                    optionValue(draft, word);
                }
                if (kind == FileUse.Kind.UNKNOWN) {
                    EmbeddedFiles.note(draft, word);
                }
            }
        }
    }

    /** Notes the file that an option may name behind its letter or its equals sign. */
    static void optionValue(Invocation.Draft draft, Word option) {
        String text = option.text();
        int equals = text.indexOf('=');
        String value = equals >= 0 ? text.substring(equals + 1) : text.startsWith("--") ? "" : text.substring(2);
        boolean looksLikePath =
                value.startsWith("/") || value.startsWith("~") || value.contains("..") || value.contains("./");
        if (looksLikePath || (equals >= 0 && !value.isEmpty())) {
            int shift = text.length() - value.length();
            int wildcardAt = option.wildcardAt() < shift ? -1 : option.wildcardAt() - shift;
            draft.uses(new Word(value, wildcardAt, option.isHome()), FileUse.Kind.UNKNOWN);
        }
        EmbeddedFiles.note(draft, Word.literal(value));
    }
}
