/// Strangers' bytes: every parser that takes them, with inputs that a seed makes of good ones. A
/// few seconds in the normal run; hours of cases with `-Pfaults`.
@NullMarked
package dev.bongsu.fuzz;

import org.jspecify.annotations.NullMarked;
