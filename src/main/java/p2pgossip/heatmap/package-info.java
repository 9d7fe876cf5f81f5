/// What a heat map shows, its colours and where its parts stand: one description for the window and
/// for files. Values only.
@NullMarked
package p2pgossip.heatmap;

import org.jspecify.annotations.NullMarked;
