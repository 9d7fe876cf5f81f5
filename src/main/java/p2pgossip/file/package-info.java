/// The user's files: how they are opened, bounded, and written whole. Whatever is wrong with one is
/// said in words that name it.
@NullMarked
package p2pgossip.file;

import org.jspecify.annotations.NullMarked;
