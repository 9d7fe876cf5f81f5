/// What happens in the network, in one or two sentences under the graph. FX thread only.
@NullMarked
package p2pgossip.ui.story;

import org.jspecify.annotations.NullMarked;
