/// Pure functions over strings: the analysis chain, language, sentences, summary.
///
/// Nothing here reads a file of the user's, a clock or a network.
///
/// May import nothing of the house.
@ApplicationModule(allowedDependencies = {})
@NullMarked
package dev.bongsu.text;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
