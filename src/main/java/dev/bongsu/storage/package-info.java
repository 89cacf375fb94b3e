/// Data sources, dialect, transactions, and claims with leases and fencing.
///
/// The way in is `Database`; `Claims` takes rows for work. SQL of the tables lives with their
/// owners, in `…Store` classes of other packages.
///
/// May import no other package of ours.
@ApplicationModule(allowedDependencies = {})
@NullMarked
package dev.bongsu.storage;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
