package p2pgossip.ui.draw;

import java.util.function.Consumer;

/// A picture that can be drawn on any [Drawing].
///
/// @param title what it shows, in a few words
/// @param words all of it, in a sentence or two
/// @param width in pixels
/// @param height in pixels
/// @param painting draws it, ground included; FX thread only
public record Sketch(
    String title, String words, double width, double height, Consumer<Drawing> painting) {}
