/// Bytes to text: the charset that a document is really written in, whatever it declares.
///
/// `TextDecoder` is the way in. Nothing here reads a file, a clock or a network.
///
/// May import no other package of ours.
@ApplicationModule(allowedDependencies = {})
@NullMarked
package dev.bongsu.charset;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
