package p2pgossip.ui.inspector;

/// One row: a name and its value.
public record Fact(String name, String value) {}
