/// How each kind of fault looks and is begun: for the graph, its legend, the menus and the pane of
/// faults.
@NullMarked
package p2pgossip.ui.faultlook;

import org.jspecify.annotations.NullMarked;
