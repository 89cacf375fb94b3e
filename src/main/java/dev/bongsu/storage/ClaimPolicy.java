package dev.bongsu.storage;

import java.time.Duration;
import java.time.InstantSource;
import java.util.function.BooleanSupplier;

/// On which terms the loops work.
///
/// @param lease how long a claim holds, about
/// @param mayClaim whether this node may take up work now
public record ClaimPolicy(InstantSource clock, Duration lease, BooleanSupplier mayClaim) {}
