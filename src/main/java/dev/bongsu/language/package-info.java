/// What a text's language is, and what follows from it.
///
/// `LanguageDetector` detects it, `ZoneNames` knows time zones by the names of cities.
///
/// May import no other package of ours.
@ApplicationModule(allowedDependencies = {})
@NullMarked
package dev.bongsu.language;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
