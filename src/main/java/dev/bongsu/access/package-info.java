/// Who may talk to the bot: owners, guests, codes, quotas.
///
/// `Access` decides, `MemberDirectory` asks the platforms about people.
///
/// May import `storage`, `chat`.
@ApplicationModule(allowedDependencies = {"storage", "chat"})
@NullMarked
package dev.bongsu.access;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
