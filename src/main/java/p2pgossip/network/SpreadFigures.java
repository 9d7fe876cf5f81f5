package p2pgossip.network;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// A spread in figures. Times count from the rumour's birth.
///
/// @param reached peers that have heard it, the origin among them
/// @param population peers there are: n
/// @param t50 until half of them had heard it; null while fewer have
/// @param t99 until 99 of 100 had heard it, rounded up to a whole peer; null while fewer have
/// @param tLast until the last that has heard it so far had
/// @param copies sent in all: m
/// @param copiesPerPeer m/n
/// @param duplicates copies that came to somebody who knew it
/// @param lost copies that never arrived
/// @param redundancy relative message redundancy, m/(reached - 1) - 1: 0 in a perfect tree; not a
/// number while nobody but the origin has heard it (Leitão, Pereira, Rodrigues 2007, "HyParView",
/// and "Epidemic broadcast trees", section 4)
/// @param longestHops of any first copy
/// @param meanHops of the first copies, the origin not counted; not a number while there is none
public record SpreadFigures(
    int reached,
    int population,
    @Nullable Duration t50,
    @Nullable Duration t99,
    Duration tLast,
    long copies,
    double copiesPerPeer,
    long duplicates,
    long lost,
    double redundancy,
    int longestHops,
    double meanHops) {}
