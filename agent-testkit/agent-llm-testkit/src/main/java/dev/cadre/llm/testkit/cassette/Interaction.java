package dev.cadre.llm.testkit.cassette;

/** Is one recorded call. */
record Interaction(CanonicalRequest request, RecordedAnswer answer) {}
