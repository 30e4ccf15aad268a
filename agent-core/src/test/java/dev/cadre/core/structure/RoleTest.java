package dev.cadre.core.structure;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Role and persona in many wordings. */
class RoleTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    You are a lighthouse keeper.                                   | a lighthouse keeper
                    You are an expert in tides, with ten years at sea.             | an expert in tides
                    You are **Mara**, a keeper of lamps. You see far.              | Mara, a keeper of lamps
                    You're a clerk who counts ships.                               | a clerk
                    You’re the harbour pilot                                       | the harbour pilot
                    Act as a customs officer specializing in spices.               | a customs officer
                    I am a ferry captain whose boat is old.                        | a ferry captain
                    I'm the cook; I also wash up.                                  | the cook
                    You are a senior mason tasked with bridges.                    | a senior mason
                    You are a diver responsible for wrecks.                        | a diver
                    YOU ARE A SIGNALMAN.                                           | A SIGNALMAN
                    Du bist der Hafenmeister.                                      | der Hafenmeister
                    Sie sind eine Lotsin mit viel Erfahrung.                       | eine Lotsin
                    Tu es un gardien de phare qui veille.                          | un gardien de phare
                    Vous êtes une capitaine avec trente ans de mer.                | une capitaine
                    Eres un piloto con experiencia.                                | un piloto
                    Actúa como un guía que conoce la costa.                        | un guía
                    Você é um pescador.                                            | um pescador
                    Ты — смотритель маяка.                                         | смотритель маяка
                    你是一名灯塔看守。                                              | 一名灯塔看守
                    Sen bir denizcisin.                                            | bir denizcisin
                    """)
    void tells_who_the_agent_is(String opening, String persona) {
        PromptStructure structure = PromptStructure.of("# Harbour\n\n" + opening + "\n\nThe sea is deep.\n");

        assertThat(structure.role()).hasValueSatisfying(role -> {
            assertThat(role.persona()).isEqualTo(persona);
            assertThat(role.line()).isEqualTo(3);
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"**Role:** harbour pilot", "**Role**: harbour pilot", "**Your Role** – harbour pilot"})
    void a_line_with_a_label_tells_who_the_agent_is(String line) {
        assertThat(PromptStructure.of("# Harbour\n\n" + line + "\n\nGuide the ships.\n")
                        .role())
                .hasValueSatisfying(role -> assertThat(role.persona()).isEqualTo("harbour pilot"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "You are able to read maps.",
                "You are now in the harbour.",
                "You are not a pilot.",
                "You are done when the lamp burns.",
                "You are given:",
                "The keeper is old.",
                "Actors play here.",
                "> You are a quotation.",
                "```\nYou are code.\n```",
                "<example>\n\nYou are an example.\n\n</example>",
            })
    void takes_no_other_sentence_for_a_role(String text) {
        assertThat(PromptStructure.of("# Harbour\n\n" + text + "\n").role()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "## Role\\n\\nKeeper of the lamp, alone at night. | Keeper of the lamp",
                "## Your role\\n\\nA pilot for large ships | A pilot for large ships",
                "**Persona:**\\n\\nOld sailor | Old sailor",
                "<role>\\n\\nCustoms officer.\\n\\n</role> | Customs officer",
                "## Rolle\\n\\nLotse im Hafen | Lotse im Hafen",
                "## 角色\\n\\n灯塔看守 | 灯塔看守",
            })
    void reads_the_paragraph_below_a_heading_about_the_role(String text, String persona) {
        assertThat(PromptStructure.of("# Harbour\n\n" + text.replace("\\n", "\n") + "\n")
                        .role())
                .map(Role::persona)
                .hasValue(persona);
    }

    @Test
    void takes_the_first_of_several() {
        PromptStructure structure = PromptStructure.of("Some words.\n\nYou are a pilot.\n\nYou are a cook.\n");

        assertThat(structure.role()).map(Role::text).hasValue("You are a pilot.");
    }
}
