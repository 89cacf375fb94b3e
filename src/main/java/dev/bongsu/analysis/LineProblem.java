package dev.bongsu.analysis;

/// A line of one of the operator's lists that was left out.
///
/// @param line from 1
/// @param message for the operator, one line
public record LineProblem(int line, String message) {}
