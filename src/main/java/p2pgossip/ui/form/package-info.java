/// Named fields, numbers and choices, wherever something is typed or set. FX thread only.
@NullMarked
package p2pgossip.ui.form;

import org.jspecify.annotations.NullMarked;
