package p2pgossip.net;

import org.jspecify.annotations.Nullable;

/// What came back over HTTP, whoever it was that answered.
///
/// @param contentType as it stands in the header; null if none was given
/// @param body its first bytes, or all of it
/// @param cut whether the body was longer, or broke off
record HttpAnswer(int status, @Nullable String contentType, byte[] body, boolean cut) {}
