/// Work that windows have done in the background: how far it is, and how it is called off.
@NullMarked
package p2pgossip.ui.work;

import org.jspecify.annotations.NullMarked;
