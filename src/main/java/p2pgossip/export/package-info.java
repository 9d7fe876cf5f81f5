/// What was seen, as files: recordings, to be opened again; charts, networks and logs for other
/// programs. No screen. Whatever writes or reads a file here waits for the disk, so it belongs on
/// no FX thread.
@NullMarked
package p2pgossip.export;

import org.jspecify.annotations.NullMarked;
