/// The user's files: opened, bounded, and written whole. Every error names the file and the reason.
@NullMarked
package p2pgossip.file;

import org.jspecify.annotations.NullMarked;
