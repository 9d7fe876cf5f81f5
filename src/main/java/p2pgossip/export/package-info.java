/// Writes what was observed to files: recordings, to be opened again; charts, networks, reports and
/// logs for other programs. No screen. Everything here waits for the disk, so it must not run on
/// the FX thread.
@NullMarked
package p2pgossip.export;

import org.jspecify.annotations.NullMarked;
