package dev.bongsu.storage;

import java.time.Duration;
import java.time.InstantSource;
import java.util.function.BooleanSupplier;

/// When the work loops may claim, and for how long.
///
/// @param lease the approximate duration of a claim
/// @param mayClaim whether this node may claim work now
public record ClaimPolicy(InstantSource clock, Duration lease, BooleanSupplier mayClaim) {}
