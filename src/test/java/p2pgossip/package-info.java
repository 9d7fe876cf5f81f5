/// The program as a whole: how it is built, and how it behaves as a process.
@NullMarked
package p2pgossip;

import org.jspecify.annotations.NullMarked;
