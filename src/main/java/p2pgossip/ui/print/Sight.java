package p2pgossip.ui.print;

/// Something in a window of which a picture can be saved.
///
/// @param id as it stands in names of files
/// @param words as it stands in a menu, after "Of"
/// @param missing what to do while it is not on the screen, as a sentence
/// @param drawn whether what shows it can be [drawn][p2pgossip.ui.draw.Drawable] on anything, so
///     that it can be saved as vectors
public record Sight(String id, String words, String missing, boolean drawn) {}
