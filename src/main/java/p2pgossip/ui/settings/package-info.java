/// The form: what the peer is, what it gossips, and whom to connect to.
@NullMarked
package p2pgossip.ui.settings;

import org.jspecify.annotations.NullMarked;
