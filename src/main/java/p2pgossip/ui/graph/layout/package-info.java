/// Where the peers of the graph stand: a spring layout that comes to rest, and the thread it runs on.
@NullMarked
package p2pgossip.ui.graph.layout;

import org.jspecify.annotations.NullMarked;
