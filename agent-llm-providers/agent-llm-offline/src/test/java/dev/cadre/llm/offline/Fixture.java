package dev.cadre.llm.offline;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** Prompts and workspaces that have nothing in common but that somebody could have written them. */
@SuppressWarnings("ImmutableEnumChecker") // the maps are copies that nobody changes
enum Fixture {
    MUSEUM("""
            # Exhibition planner

            You are the planner of a small museum.

            1. Read COLLECTION.md and BUDGET.md
            2. Compare what we own with what we can pay
            3. Write the plan

            Produce `plans/summer.txt` with these sections:
            - **Objects on loan**: lenders, insurance value
            - **Costs**: transport, guards
            - **Lighting**: lux limits for paper, lamps

            Checklist:
            - [ ] Every loan is insured
            - [ ] The fire brigade has been told
            """, Map.of("COLLECTION.md", """
                    # What we show

                    ## Loans

                    - Astrolabe, lender: Naval Archive, insurance value 40,000
                    - Star map on paper, lender: City Library, insurance value 9,500

                    ## Light

                    Paper takes at most 50 lux, eight hours a day.
                    """, "BUDGET.md", """
                    # Summer budget

                    | Item | Sum |
                    |---|---|
                    | Transport of loans | 3,200 |
                    | Guards, two a shift | 7,800 |
                    """, "notes/weather.txt", "It may rain in August.\n")),
    GERMAN("""
            # Prüfer für Kundenverträge

            Du bist ein Prüfer für Verträge.

            ## Vorgehen
            1. Lies VERTRAG.md und AGB.md
            2. Vergleiche Fristen und Preise
            3. Nenne offene Punkte

            Erstelle `bericht/PRUEFUNG.md` mit folgenden Abschnitten:
            - **Kündigung**: Fristen, Form der Kündigung
            - **Preise**: Preisänderungen, Zahlungsziele
            - **Haftung**: Obergrenzen, Versicherungen
            """, Map.of("VERTRAG.md", """
                    # Wartungsvertrag

                    ## Laufzeit

                    Der Vertrag läuft zwei Jahre. Die Frist für eine Kündigung beträgt drei Monate.

                    ## Vergütung

                    - Preise ändern sich höchstens einmal im Jahr.
                    - Zahlungsziel: 30 Tage ohne Abzug.
                    """, "AGB.md", """
                    # Bedingungen

                    Kündigungen brauchen die Schriftform.
                    """)),
    CHINESE("""
            # 菜单编辑

            你是一名餐厅菜单编辑。

            ## 工作流程
            1. 阅读 食材.md
            2. 检查价格
            3. 编写菜单

            生成 `菜单.md`，包含以下部分：
            - **蔬菜价格**：白菜、萝卜
            - **过敏说明**：花生、牛奶
            - **葡萄酒**：产区、年份
            """, Map.of("食材.md", """
                    # 食材

                    - 白菜价格每公斤三元
                    - 萝卜价格每公斤两元
                    - 含有花生的菜必须标明过敏说明
                    """)),
    NO_DELIVERABLE("""
            You are a careful gardener who advises neighbours.

            Your responsibilities:
            - Watering in dry weeks
            - Pests on roses
            - Pruning of fruit trees
            """, Map.of("garden.md", """
                    # Garden

                    - Roses: aphids are the usual pest, wash them off with water.
                    - Apple trees are pruned in late winter.
                    """));

    private final String prompt;
    private final Map<String, String> files;

    Fixture(String prompt, Map<String, String> files) {
        this.prompt = prompt;
        this.files = new LinkedHashMap<>(files);
    }

    String prompt() {
        return prompt;
    }

    /** Writes the workspace below a folder. */
    Path at(Path root) {
        files.forEach((name, content) -> {
            Path file = root.resolve(name);
            try {
                Files.createDirectories(file.getParent());
                Files.writeString(file, content);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
        return root;
    }
}
