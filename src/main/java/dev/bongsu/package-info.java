/// Bongsu watches news feeds and tells chats what they asked to hear about.
///
/// The way in is `Bongsu`; the story is told in `pipeline`.
@NullMarked
package dev.bongsu;

import org.jspecify.annotations.NullMarked;
