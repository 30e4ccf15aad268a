package dev.cadre.tools.sandbox;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/**
 * Makes the program by which the kernel refuses system calls that lead around the namespaces: to the keyrings of the host's
 * user, to sockets of the machine that runs this one (vsock), and to io_uring, which makes sockets as well.
 *
 * <p>A program for seccomp(2) in classic BPF, little-endian. Numbers from the kernel's tables of system calls.
 */
final class SystemCallFilter {

    private static final int NO_SUCH_CALL = 38;
    private static final int NO_SUCH_FAMILY = 97;
    private static final int FAMILY_VSOCK = 40;
    private static final int ANY = -1;

    // On x86-64, calls of the x32 ABI bear this bit; elsewhere no call is so high.
    private static final int X32 = 0x40000000;

    private static final List<Architecture> ARCHITECTURES = List.of(
            new Architecture(0xc000003e, rules(41, 248, 249, 250, 425)),
            // The same machine's programs of 32 bits; "socketcall" is the older way to make a socket.
            new Architecture(0x40000003, with(rules(359, 286, 287, 288, 425), new Rule(102, 1, NO_SUCH_CALL))),
            new Architecture(0xc00000b7, rules(198, 217, 218, 219, 425)),
            new Architecture(0xc00000f3, rules(198, 217, 218, 219, 425)));

    private SystemCallFilter() {}

    /** Returns the number of prctl(2) on this machine, by which a program is set; empty if its calls are not known. */
    static OptionalInt prctl() {
        return switch (System.getProperty("os.arch")) {
            case "amd64", "x86_64" -> OptionalInt.of(157);
            case "aarch64", "riscv64" -> OptionalInt.of(167);
            default -> OptionalInt.empty();
        };
    }

    /** Returns the program. */
    static byte[] program() {
        List<Instruction> program = new ArrayList<>(List.of(Instruction.load(4)));
        for (Architecture architecture : ARCHITECTURES) {
            List<Instruction> block = block(architecture.rules());
            program.add(Instruction.unlessEqual(architecture.number(), block.size()));
            program.addAll(block);
        }
        program.add(Instruction.refuse(NO_SUCH_CALL));
        ByteBuffer bytes = ByteBuffer.allocate(8 * program.size()).order(ByteOrder.LITTLE_ENDIAN);
        program.forEach(each -> each.write(bytes));
        return bytes.array();
    }

    private static List<Rule> rules(int socket, int... absent) {
        List<Rule> rules = new ArrayList<>(List.of(new Rule(socket, FAMILY_VSOCK, NO_SUCH_FAMILY)));
        for (int call : absent) {
            rules.add(new Rule(call, ANY, NO_SUCH_CALL));
        }
        return rules;
    }

    private static List<Rule> with(List<Rule> rules, Rule more) {
        rules.add(more);
        return rules;
    }

    private static List<Instruction> block(List<Rule> rules) {
        List<Instruction> block = new ArrayList<>();
        block.add(Instruction.load(0));
        block.add(Instruction.unlessAtLeast(X32, 1));
        block.add(Instruction.refuse(NO_SUCH_CALL));
        for (Rule rule : rules) {
            if (rule.argument() == ANY) {
                block.add(Instruction.unlessEqual(rule.call(), 1));
                block.add(Instruction.refuse(rule.error()));
            } else {
                block.add(Instruction.unlessEqual(rule.call(), 4));
                block.add(Instruction.load(16));
                block.add(Instruction.unlessEqual(rule.argument(), 1));
                block.add(Instruction.refuse(rule.error()));
                block.add(Instruction.allow());
            }
        }
        block.add(Instruction.allow());
        return block;
    }

    private record Architecture(int number, List<Rule> rules) {}

    /** Refuses a call whose first argument is this. */
    private record Rule(int call, int argument, int error) {}

    /** Is one instruction; a jump that is not taken goes on with the next. */
    private record Instruction(int code, int otherwise, int value) {

        /** Loads a word of what the kernel tells of a call. */
        static Instruction load(int offset) {
            return new Instruction(0x20, 0, offset);
        }

        static Instruction unlessEqual(int value, int skipped) {
            return new Instruction(0x15, skipped, value);
        }

        static Instruction unlessAtLeast(int value, int skipped) {
            return new Instruction(0x35, skipped, value);
        }

        static Instruction refuse(int error) {
            return new Instruction(0x06, 0, 0x00050000 | error);
        }

        static Instruction allow() {
            return new Instruction(0x06, 0, 0x7fff0000);
        }

        void write(ByteBuffer bytes) {
            bytes.putShort((short) code).put((byte) 0).put((byte) otherwise).putInt(value);
        }
    }
}
