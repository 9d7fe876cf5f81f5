/// The form: what the peer is, what it gossips, and what it connects to.
@NullMarked
package p2pgossip.ui.settings;

import org.jspecify.annotations.NullMarked;
