package p2pgossip.ui.inspector;

/// One row: what it is, and what it is worth.
public record Fact(String name, String value) {}
