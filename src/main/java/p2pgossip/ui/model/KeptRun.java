package p2pgossip.ui.model;

import p2pgossip.network.MeasuredSpread;

/// How a rumour spread in a run that is over, kept to be compared with others.
///
/// @param name of the run
public record KeptRun(String name, MeasuredSpread measured) {}
