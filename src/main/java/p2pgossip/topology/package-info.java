/// How the peers of a network are connected: a class for each form, listed in
/// [p2pgossip.topology.TopologyForms]. Values and pure functions, but for networks in files.
@NullMarked
package p2pgossip.topology;

import org.jspecify.annotations.NullMarked;
