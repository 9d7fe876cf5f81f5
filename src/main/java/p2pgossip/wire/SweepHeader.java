package p2pgossip.wire;

/// What the folder of a sweep says of itself.
///
/// @param program the name and version of the program that made it
/// @param experiment the SHA-256 of the file of the experiment, in hexadecimal
public record SweepHeader(String program, String experiment) {}
