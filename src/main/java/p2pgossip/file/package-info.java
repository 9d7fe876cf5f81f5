/// The user's files: opened, bounded, and written whole, and what they are made of. Every error
/// names the file and the reason.
@NullMarked
package p2pgossip.file;

import org.jspecify.annotations.NullMarked;
