package p2pgossip.ui.form;

import java.util.concurrent.Executor;
import p2pgossip.ui.dialog.FileChoice;

/// With what a file is chosen and read.
///
/// @param choice asks the user for a file
/// @param background runs what waits
/// @param fxThread receives the result
public record FileReading(FileChoice choice, Executor background, Executor fxThread) {}
