package dev.cadre.core.structure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Dialogues in the shapes and languages that descriptions write them in. */
class ExampleShapesTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<example>\nuser: \"Where is the key?\"\nassistant: \"In the drawer.\"\n</example>",
                "<example>\nUser: Where is the key?\nAssistant: In the drawer.\n</example>",
                "<EXAMPLE>user: 'Where is the key?'\\nassistant: 'In the drawer.'</EXAMPLE>",
                "<example>\\n user: \\\"Where is the key?\\\"\\n assistant: \\\"In the drawer.\\\"\\n</example>",
                "<example>\n**user**: Where is the key?\n\n**assistant**: In the drawer.\n</example>",
                "<example>\n* user: “Where is the key?”\n* assistant: “In the drawer.”\n</example>",
                "<example>Context: a hall. user: \"Where is the key?\" assistant: \"In the drawer.\"</example>",
                "<example>user: 'Where is the key?' assistant: 'In the drawer.' <commentary>x</commentary></example>",
                "<example>\r\nuser: Where is the\r\n\r\nassistant: In the drawer.\r\n</example>",
            })
    void reads_two_turns(String description) {
        ExampleDialogue example = DescriptionExamples.of(description).get(0);

        assertThat(example.turns()).extracting(ExampleDialogue.Turn::speaker).containsExactly("user", "assistant");
        assertThat(example.turns().get(0).text()).startsWith("Where is the");
        assertThat(example.turns().get(1).text()).isEqualTo("In the drawer.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Kontext: Nacht. | Nutzer: Wo? | Assistent: Hier. | Kommentar: Gut.",
                "Contexte : Nuit. | Utilisateur : Où ? | Assistant : Ici. | Commentaire : Bien.",
                "Contexto: Noche. | Usuario: ¿Dónde? | Asistente: Aquí. | Comentario: Bien.",
                "背景：夜。 | 用户：哪里？ | 助手：这里。 | 说明：好。",
                "Situation: Night. | Human: Where? | Claude: Here. | Commentary: Good.",
            })
    void reads_labels_in_several_languages(String lines) {
        String description = "<example>\n" + lines.replace(" | ", "\n") + "\n</example>";

        ExampleDialogue example = DescriptionExamples.of(description).get(0);

        assertThat(example.context()).isNotEmpty();
        assertThat(example.turns()).hasSize(2);
        assertThat(example.commentary()).isNotEmpty();
    }

    @Test
    void keeps_more_than_two_turns_and_what_stands_before_them() {
        ExampleDialogue example = DescriptionExamples.of("""
                        <example>
                        The door is shut.
                        user: Open!
                        assistant: Which key?
                        user: The old one.
                        assistant: It is open.
                        <commentary>Two questions are enough.</commentary>
                        </example>
                        """).get(0);

        assertThat(example.context()).isEqualTo("The door is shut.");
        assertThat(example.turns().stream().map(ExampleDialogue.Turn::text).collect(Collectors.joining(" ")))
                .isEqualTo("Open! Which key? The old one. It is open.");
        assertThat(example.commentary()).isEqualTo("Two questions are enough.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Use it for keys. user: no tag",
                "<examples>user: other tag</examples>",
                "</example> user: closed before it opened",
                "",
            })
    void finds_no_dialogue_without_its_tag(String description) {
        assertThat(DescriptionExamples.of(description)).isEmpty();
    }
}
