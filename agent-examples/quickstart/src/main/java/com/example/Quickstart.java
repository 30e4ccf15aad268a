package com.example;

import dev.cadre.core.Agent;
import dev.cadre.core.definition.AgentDefinition;
import java.nio.file.Path;

/** Loads a definition, runs it on a folder, and prints its answer. */
public class Quickstart {
    public static void main(String[] args) {
        AgentDefinition definition = AgentDefinition.load(Path.of(args[0]));
        try (Agent agent = Agent.builder(definition).llm("offline").workspace(Path.of(args[1])).build()) {
            System.out.println(agent.run(args[2]).text());
        }
    }
}
